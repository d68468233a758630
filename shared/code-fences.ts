// Code stands between two lines of backticks or tildes. A line of backticks with another backtick on it is code within a
// line, and only the sign that opened code closes it.

/** A line that may open code or close it. */
export interface Fence {
  readonly sign: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

/** What a line is as a fence; null for all other lines. */
export function fenceOf(line: string): Fence | null {
  const [before = '', sign] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
  if (sign === undefined) return null;
  const behind = line.slice(before.length);
  return { sign, mayOpen: sign.startsWith('~') || !behind.includes('`'), mayClose: behind.trim() === '' };
}

/** The sign of the code that is open behind a line, from the one before it; null outside of code. */
export function openBehind(fence: Fence | null, open: string | null): string | null {
  if (fence === null) return open;
  if (open === null) return fence.mayOpen ? fence.sign : null;
  return fence.mayClose && fence.sign.startsWith(open) ? null : open;
}
