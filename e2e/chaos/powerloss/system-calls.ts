import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One call of a program to its system, as strace wrote it down. */
export interface SystemCall {
  readonly name: string;
  /** Bytes of the strings among the arguments, in their order. */
  readonly strings: readonly Buffer[];
  /** The arguments in their order, strings as `""`. */
  readonly args: readonly string[];
  readonly result: number;
  /** Calls of other threads may begin and end in between: how many had ended when this one began. */
  readonly begunAt: number;
}

// Locks are fcntl, very many, and each call that is followed costs time: a double that fcntl makes shows itself when all
// is played to its end and compared with the real disk.
const tracedCalls = [
  'openat',
  'openat2',
  'open',
  'creat',
  'close',
  'dup',
  'dup2',
  'dup3',
  'chdir',
  'fchdir',
  'lseek',
  'write',
  'pwrite64',
  'writev',
  'pwritev',
  'pwritev2',
  'copy_file_range',
  'sendfile',
  'ioctl',
  'ftruncate',
  'truncate',
  'fallocate',
  'fsync',
  'fdatasync',
  'sync_file_range',
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
  'symlink',
  'symlinkat',
  'unlink',
  'unlinkat',
  'mkdir',
  'mkdirat',
  'rmdir',
  'clone',
  'clone3',
  'fork',
  'vfork',
] as const;

/**
 * Every byte is written down in hexadecimal: nothing has to be understood but `"`. Each name begins with a question mark:
 * not every processor has each of the calls.
 */
export function straceArgs(list: string, calls: readonly string[] = tracedCalls): readonly string[] {
  const trace = `trace=${calls.map((call) => `?${call}`).join()}`;
  return ['-f', '-qqq', '-xx', '-s', '9999999', '--seccomp-bpf', '-e', trace, '-o', list];
}

interface Begun {
  readonly text: string;
  readonly begunAt: number;
}

/** The calls that came to an end, in the order of their ends; those that failed have a result below 0. */
export async function readCalls(list: string): Promise<readonly SystemCall[]> {
  const calls: SystemCall[] = [];
  const begun = new Map<string, Begun>();
  for await (const line of createInterface({ input: createReadStream(list, 'latin1') })) {
    const space = line.indexOf(' ');
    const [thread, said] = [line.slice(0, space), line.slice(space).trimStart()];
    const resumed = said.startsWith('<... ') ? said.indexOf(' resumed>') : -1;
    const before = begun.get(thread);
    if (resumed > 0) begun.delete(thread);
    const text = resumed > 0 ? `${before?.text ?? ''}${said.slice(resumed + ' resumed>'.length)}` : said;
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, { text: text.slice(0, -'<unfinished ...>'.length), begunAt: calls.length });
      continue;
    }
    const call = parsed(text, resumed > 0 ? (before?.begunAt ?? 0) : calls.length);
    if (call !== null) calls.push(call);
  }
  return calls;
}

/** Null for what is no call, as a signal. */
function parsed(text: string, begunAt: number): SystemCall | null {
  const end = text.lastIndexOf(') ');
  const open = text.indexOf('(');
  const result = /^= (-?\d+)/.exec(text.slice(end + 2).trimStart())?.[1];
  if (open < 0 || end < open || result === undefined) return null;
  const { strings, rest } = withoutStrings(text.slice(open + 1, end));
  const args = rest.split(',').map((each) => each.trim());
  return { name: text.slice(0, open), strings, args, result: Number(result), begunAt };
}

function withoutStrings(args: string): { readonly strings: readonly Buffer[]; readonly rest: string } {
  const strings: Buffer[] = [];
  let rest = '';
  for (let at = 0; at < args.length;) {
    const from = args.indexOf('"', at);
    const to = from < 0 ? -1 : args.indexOf('"', from + 1);
    if (to < 0) return { strings, rest: rest + args.slice(at) };
    strings.push(Buffer.from(args.slice(from + 1, to).replaceAll('\\x', ''), 'hex'));
    rest += `${args.slice(at, from)}""`;
    at = to + 1;
  }
  return { strings, rest };
}
