/** How the foot of a page is divided, in per cent of its width, and the size of its letters in points. */
export interface Foot {
  readonly left: number;
  readonly center: number;
  readonly right: number;
  readonly size: number;
}

/** The text between the margins of A4, and the lower margin without the space above its text, in points. */
const width = 476;
const height = 58;
/** Of a line, in sizes of its letters. */
const leading = 1.5;

/** Wider than most letters: capitals, hieroglyphs, emoji. */
const wideLetter = /[\p{Lu}\p{Lo}\p{So}\p{Extended_Pictographic}MWmwЖЮШЩЫФжшщю]/u;

/** In sizes of the letters; rather too much than too little. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (wideLetter.test(sign) ? 1 : 0.62), 0);
}

/** A margin box cuts off what does not fit: where names are long, they share the width anew in smaller letters. */
export function footOf(agencyName: string, line: string): Foot {
  const lengths = { left: lengthOf(agencyName), center: lengthOf(line) };
  const usual: Foot = { left: 20, center: 60, right: 20, size: 8 };
  if (fits(usual, lengths)) return usual;
  const share = Math.round((88 * lengths.left) / (lengths.left + lengths.center));
  const left = Math.min(Math.max(share, 16), 64);
  const smaller = [7, 6, 5, 4, 3].map((size): Foot => ({ left, center: 88 - left, right: 12, size }));
  return smaller.find((foot) => fits(foot, lengths)) ?? { left, center: 88 - left, right: 12, size: 3 };
}

function fits(foot: Foot, lengths: { readonly left: number; readonly center: number }): boolean {
  const heightOf = (length: number, percent: number) =>
    Math.ceil((length * foot.size) / ((width * percent) / 100)) * foot.size * leading;
  return heightOf(lengths.left, foot.left) <= height && heightOf(lengths.center, foot.center) <= height;
}
