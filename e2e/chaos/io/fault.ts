/** Calls of the system that are failed from outside the process. */
export const systemCalls = ['pwrite64', 'fsync', 'rename', 'ftruncate'] as const;

/** Calls of Node by which exports, manifests and other small files are made: outside, their `write` is also that of pipes. */
export const fileCalls = ['write', 'open', 'mkdir', 'copyFile'] as const;

export type SystemCall = (typeof systemCalls)[number];
export type FileCall = (typeof fileCalls)[number];
export type Call = SystemCall | FileCall;

/** `short`: it takes half of what it is given and says so. */
export type WriteFailure = 'EIO' | 'ENOSPC' | 'short';

/** One call and how it fails: `when` is counted for each thread, in the words of strace. */
export type Fault = { readonly when: string } & (
  | { readonly call: 'write'; readonly error: WriteFailure }
  | { readonly call: Exclude<Call, 'write'>; readonly error: Exclude<WriteFailure, 'short'> }
);

export function isFileCall(call: string): call is FileCall {
  return fileCalls.some((each) => each === call);
}

/** Whether the call of this number fails, counted from 1: `n`, `n..m`, `n+` and `n+step`. */
export function isDue(when: string, count: number): boolean {
  const found = /^(?<first>\d+)(?:\.\.(?<last>\d+)|(?<on>\+)(?<step>\d+)?)?$/.exec(when)?.groups;
  if (found === undefined) throw new Error(`not understood: ${when}`);
  const first = Number(found['first']);
  if (found['on'] !== undefined) return count >= first && (count - first) % Number(found['step'] ?? 1) === 0;
  return count >= first && count <= Number(found['last'] ?? first);
}

/** What `failing-files.ts` is told by the environment. */
export interface FailingFiles {
  /** Only what lies in it fails and is counted. */
  readonly folder: string;
  readonly fault: Fault | null;
  /** Where each thread writes how often it made each call, with its number at the end. */
  readonly countsTo: string | null;
}

/** There once a call has failed. */
export const metFile = (folder: string): string => `${folder}.met`;

export const failingFiles = 'RAPPORT_FAILING_FILES';
