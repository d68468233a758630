/** How the foot of a page holds the agency, the document and the number of the page. */
export interface Foot {
  /** The agency and the document below each other: side by side they would be cut off. */
  readonly isStacked: boolean;
  /** Of the letters, in points. */
  readonly size: number;
}

/** What is left for the two beside the number of the page, in per cent, when they stand below each other. */
export const stackedWidth = 88;

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

/** A margin box cuts off what does not fit: long names take more of the width, in smaller letters. */
export function footOf(agencyName: string, line: string): Foot {
  const lengths = [lengthOf(agencyName), lengthOf(line)] as const;
  const [left, center] = lengths;
  if (heightOf(left, 20, 8) <= height && heightOf(center, 60, 8) <= height) return { isStacked: false, size: 8 };
  const heightAt = (size: number) => lengths.reduce((sum, length) => sum + heightOf(length, stackedWidth, size), 0);
  return { isStacked: true, size: [8, 7, 6, 5, 4].find((size) => heightAt(size) <= height) ?? 3 };
}

function heightOf(length: number, percent: number, size: number): number {
  return Math.ceil((length * size) / ((width * percent) / 100)) * size * leading;
}

/** A margin box breaks no word by itself; in long ones there is a place to break after every few signs. */
export function breakable(text: string): string {
  return text.replace(/\S{25,}/g, (word) => word.replace(/[\p{L}\p{N}\p{P}]{8}(?=[\p{L}\p{N}\p{P}])/gu, '$&\u200b'));
}
