import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

// Order is a text key compared with `<` (and the id where two keys are equal): moving one card writes one row, and
// there is always room between two neighbours, which a number in the middle runs out of after 53 moves.

/** A digit from the middle of the alphabet: appended to a key it makes the place right below it. */
const middleDigit = 'V';

/** A key between two neighbours; null stands for the beginning or the end of the list. */
export function placeBetween(before: string | null, after: string | null): string {
  // Two computers may give two rows the same key: nothing fits between them, so the place below both is given.
  if (before !== null && before === after) return `${before}${middleDigit}`;
  return generateKeyBetween(before, after);
}

/** As many keys in rising order between two neighbours. */
export function placesBetween(before: string | null, after: string | null, count: number): readonly string[] {
  const areEqual = before !== null && before === after;
  return generateNKeysBetween(before, areEqual ? placeBetween(before, after) : after, count);
}
