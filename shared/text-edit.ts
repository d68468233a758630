/** One stretch of a text that another takes the place of. */
export interface TextEdit {
  /** Characters of the text before, from the first up to, not including, the second. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Null when the text has no such stretch: it is not the text that was meant. */
export function withEdit(text: string, { from, to, insert }: TextEdit): string | null {
  if (from > to || to > text.length) return null;
  return `${text.slice(0, from)}${insert}${text.slice(to)}`;
}

/** What makes the second text of the first, both in lines. Lines that stayed at the beginning and the end are not joined. */
export function editBetween(before: readonly string[], after: readonly string[]): TextEdit {
  // One line at least is left in the middle of both: breaks stand between lines, not after them.
  const most = Math.min(before.length, after.length) - 1;
  let head = 0;
  let from = 0;
  while (head < most && before[head] === after[head]) {
    from += (before[head]?.length ?? 0) + 1;
    head += 1;
  }
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const old = before.slice(head, before.length - tail).join('\n');
  const fresh = after.slice(head, after.length - tail).join('\n');
  const start = sameStart(old, fresh);
  const end = sameEnd(old.slice(start), fresh.slice(start));
  return { from: from + start, to: from + old.length - end, insert: fresh.slice(start, fresh.length - end) };
}

const leading = /[\uD800-\uDBFF]/;
const trailing = /[\uDC00-\uDFFF]/;

/** Two halves of one sign stay together. */
function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length > 0 && leading.test(one.charAt(length - 1)) ? length - 1 : length;
}

function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length > 0 && trailing.test(one.charAt(one.length - length)) ? length - 1 : length;
}
