import { heldAs } from './backups-in.ts';
import type { Heard } from './judge-process.ts';
import type { Lying } from './lying.ts';
import type { Standing } from './standing.ts';

/** What was told to be there by the moment at which the power went off. */
export interface Promised {
  /** What lay there before the program began. */
  readonly stood: Lying;
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

const kept: Judged = { verdict: 'kept', why: '' };

/** Compares what the program finds with what it had promised: the last promise or the next, and nothing in between. */
export function judge({ lying, standing: found }: Heard, { stood, before, after, earlier }: Promised): Judged {
  const either = [before, after].filter((each) => each !== null);
  const isEither = (value: (standing: Standing) => string | null) =>
    either.some((each) => value(each) === value(found));
  const unsound = [...lying.unsound, ...found.unsound];
  if (unsound.length > 0) return { verdict: 'corrupt', why: `no sound backup: ${unsound.join()}` };
  // A broken file that is set aside is missing until the backup has its place: both are refused, and both offer the backup.
  const isSetAside = before?.refusal !== null && before !== null && found.refusal === 'file_missing';
  if (!isEither(({ refusal }) => refusal) && !isSetAside)
    return { verdict: 'corrupt', why: `it opens as ${found.refusal}` };
  if (found.integrity !== 'ok') return { verdict: 'corrupt', why: found.integrity };
  const asItLay = judgeLying(lying, stood, before === null ? after : null);
  if (asItLay.verdict !== 'kept') return asItLay;
  const isRight = isEither(({ digest }) => digest) || (found.isTakenBack && isEither(({ living }) => living));
  if (!isRight) return misplaced(found, [...earlier, ...either]);
  // What the next thing does away with is missing or not.
  const promised = (one: readonly string[] | undefined, next: readonly string[] | undefined) =>
    (one ?? []).filter((each) => next?.includes(each) ?? true);
  const missing = [
    // Of those that stand before it is opened as well: opening makes some.
    ...promised((before ?? stood).backups, after?.backups).filter(
      (each) => !found.backups.includes(each) || !lying.backups.includes(each),
    ),
    ...promised(before?.files, after?.files).filter((each) => !found.files.includes(each)),
    ...(before === null || isEither(({ device }) => device) ? [] : [`device ${found.device}`]),
    ...(before === null || isEither(({ theme }) => theme) ? [] : ['theme']),
  ];
  return missing.length === 0 ? kept : { verdict: 'lost', why: missing.join() };
}

/**
 * What stood there before the program began, as it lies there before the next start: unchanged until the first promise,
 * `first`; a file that was migrated has a backup of the version before beside it, with all that stood in it.
 */
function judgeLying(lying: Lying, stood: Lying, first: Standing | null): Judged {
  if (stood.version === null) return kept;
  const held = heldAs(stood.version, stood.digest);
  const isMigrated = lying.version !== null && lying.version > stood.version;
  if (isMigrated)
    return lying.held.includes(held) ? kept : { verdict: 'lost', why: `migrated without a backup of ${held}` };
  if (first === null) return kept;
  if (lying.version !== stood.version)
    return { verdict: 'corrupt', why: `it lies there as of version ${lying.version}, not ${stood.version}` };
  return lying.digest === stood.digest || lying.digest === first.digest
    ? kept
    : { verdict: 'half', why: 'it lies there as it never stood' };
}

function misplaced(found: Standing, known: readonly Standing[]): Judged {
  const place = known.findIndex(({ digest }) => digest === found.digest);
  if (place >= 0) return { verdict: 'lost', why: `it stands as after promise ${place + 1} of ${known.length}` };
  return { verdict: 'half', why: 'it stands as it never stood' };
}
