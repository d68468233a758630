import type { Standing } from './standing.ts';

/** What was told to be there by the moment at which the power went off. */
export interface Promised {
  /** After the last thing that was said to be done; null before the first. */
  readonly before: Standing | null;
  /** After the thing that was being done. */
  readonly after: Standing | null;
  /** All that stood there earlier. */
  readonly earlier: readonly Standing[];
}

export type Verdict = 'kept' | 'lost' | 'half' | 'corrupt';

export interface Judged {
  readonly verdict: Verdict;
  readonly why: string;
}

/** Compares what the program finds with what it had promised: the last promise or the next, and nothing in between. */
export function judge(found: Standing, { before, after, earlier }: Promised): Judged {
  const either = [before, after].filter((each) => each !== null);
  const isEither = (value: (standing: Standing) => string | null) =>
    either.some((each) => value(each) === value(found));
  if (found.unsound.length > 0) return { verdict: 'corrupt', why: `no sound backup: ${found.unsound.join()}` };
  // A broken file that is set aside is missing until the backup has its place: both are refused, and both offer the backup.
  const isSetAside = before?.refusal !== null && before !== null && found.refusal === 'file_missing';
  if (!isEither(({ refusal }) => refusal) && !isSetAside)
    return { verdict: 'corrupt', why: `it opens as ${found.refusal}` };
  const isRight = isEither(({ digest }) => digest) || (found.isTakenBack && isEither(({ living }) => living));
  if (!isRight) return misplaced(found, [...earlier, ...either]);
  if (before === null) return { verdict: 'kept', why: '' };
  // What the next thing does away with is missing or not.
  const promised = (value: (standing: Standing) => readonly string[]) =>
    value(before).filter((each) => after === null || value(after).includes(each));
  const missing = [
    ...promised(({ backups }) => backups).filter((each) => !found.backups.includes(each)),
    ...promised(({ files }) => files).filter((each) => !found.files.includes(each)),
    ...(isEither(({ device }) => device) ? [] : [`device ${found.device}`]),
    ...(isEither(({ theme }) => theme) ? [] : ['theme']),
  ];
  return missing.length === 0 ? { verdict: 'kept', why: '' } : { verdict: 'lost', why: missing.join() };
}

function misplaced(found: Standing, known: readonly Standing[]): Judged {
  const place = known.findIndex(({ digest }) => digest === found.digest);
  if (place >= 0) return { verdict: 'lost', why: `it stands as after promise ${place + 1} of ${known.length}` };
  return { verdict: 'half', why: 'it stands as it never stood' };
}
