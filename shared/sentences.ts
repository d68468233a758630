import { longestText } from './contract/call.ts';
import { shortLine } from './short-line.ts';

/** Closed by a full stop, where it does not end in a sign of its own: an abbreviation has its full stop already. */
export function sentence(words: string): string {
  return /(?:[.!?…]|[!?…][»”’)\]]+)$/.test(words) ? words : `${words}.`;
}

/** One after the other; what is empty falls out, and the last one ends as it was written. */
export function sentences(parts: readonly string[]): string {
  const written = parts.map((part) => part.trim()).filter((part) => part !== '');
  return written.map((part, index) => (index === written.length - 1 ? part : sentence(part))).join(' ');
}

/**
 * The sentence of a line that a place stands in, or the one before when it stands behind its end. Of one that is longer
 * than a text may be, the words around the place.
 */
export function sentenceAt(line: string, at: number): string {
  let from = 0;
  for (const { 0: end, index } of line.matchAll(/[.!?…]+[»”’)\]]*\s+/g)) {
    const next = index + end.length;
    // Nothing but spaces between the end of a sentence and the place: it is that sentence that is meant.
    if (next >= at) return wordsAround(line.slice(from, next), at - from);
    if (line.slice(next).trim() === '') break;
    from = next;
  }
  return wordsAround(line.slice(from), at - from);
}

function wordsAround(text: string, at: number): string {
  const whole = text.trim();
  if (whole.length <= longestText) return whole;
  const from = Math.min(at - longestText / 2, text.length - longestText + 1);
  const beginning = from <= 0 ? text.trimStart() : `…${text.slice(from).replace(/^\S{0,30}\s+/u, '')}`;
  return shortLine(beginning.trimEnd(), longestText).replace(/\s+\S{0,30}…$/u, '…');
}
