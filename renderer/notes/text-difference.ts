import { diffLines, diffWordsWithSpace } from 'diff';

export interface Piece {
  readonly text: string;
  readonly change: 'kept' | 'added' | 'removed';
}

/** Longer texts are compared line by line: word by word that takes too long. */
const comparedByWords = 20_000;

/** What became of a text, piece by piece. */
export function differenceOf(before: string, after: string): readonly Piece[] {
  const isLong = before.length + after.length > comparedByWords;
  const changes = isLong ? diffLines(before, after) : diffWordsWithSpace(before, after);
  return changes.map(({ value, added, removed }) => {
    if (added) return { text: value, change: 'added' };
    return { text: value, change: removed ? 'removed' : 'kept' };
  });
}
