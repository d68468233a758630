import { diffArrays } from 'diff';

export interface Piece {
  readonly text: string;
  readonly change: 'kept' | 'added' | 'removed';
}

/** Longer texts are compared line by line: word by word that takes too long. */
const comparedByWords = 20_000;

const words = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;
const lines = /[^\n]*\n|[^\n]+$/g;

/** Two long texts that have little in common are told apart as wholes: nobody waits for more. */
const longestMs = 500;

/** What became of a text, piece by piece. */
export function differenceOf(before: string, after: string): readonly Piece[] {
  const unit = before.length + after.length > comparedByWords ? lines : words;
  const split = (text: string): string[] => text.match(unit) ?? [];
  const found = diffArrays(split(before), split(after), { timeout: longestMs });
  if (found === undefined) return wholes(before, after);
  return found.map(({ value, added, removed }) => {
    const text = value.join('');
    if (added) return { text, change: 'added' };
    return { text, change: removed ? 'removed' : 'kept' };
  });
}

function wholes(before: string, after: string): readonly Piece[] {
  return [
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ];
}
