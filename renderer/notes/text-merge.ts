import { diffArrays } from 'diff';

/** Lines of the base from the first up to, not including, the second, and what stands there now. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Both changes of a text in one, line by line; null where they meet. A task that was ticked elsewhere and a line that was
 * written here do not.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = base.split('\n');
  const ours = hunksOf(lines, mine.split('\n'));
  const others = hunksOf(lines, theirs.split('\n')).filter((other) => !ours.some((own) => isSame(own, other)));
  if (others.some((other) => ours.some((own) => doMeet(own, other)))) return null;
  const all = [...ours, ...others].toSorted((one, other) => one.from - other.from || one.to - other.to);
  const merged: string[] = [];
  let at = 0;
  for (const { from, to, lines: written } of all) {
    merged.push(...lines.slice(at, from), ...written);
    at = to;
  }
  return [...merged, ...lines.slice(at)].join('\n');
}

function hunksOf(base: readonly string[], changed: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; lines: string[] } | null = null;
  for (const { value, added, removed } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      open = null;
      at += value.length;
      continue;
    }
    if (open === null) {
      open = { from: at, to: at, lines: [] };
      hunks.push(open);
    }
    if (added) open.lines.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return hunks;
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n');
}

function doMeet(one: Hunk, other: Hunk): boolean {
  const isSamePoint = one.from === other.from && one.to === one.from && other.to === other.from;
  return isSamePoint || (one.from < other.to && other.from < one.to);
}
