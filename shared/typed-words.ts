import { foldWord } from './search-words.ts';

// How short lists are narrowed while one types: by every word, each being any part of what is shown.

/** Folded; none when nothing but spaces was typed. */
export function typedWords(text: string): readonly string[] {
  return text.split(/\s+/u).map(foldWord).filter(Boolean);
}

export function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = words.length === 0 ? '' : foldWord(text);
  return words.every((word) => folded.includes(word));
}
