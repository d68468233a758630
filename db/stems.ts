import stemmers from 'snowball-stemmers';
import { foldWord, scriptOf, wordsOf } from '../shared/search-words.ts';

// What is indexed and what is asked for go through the same mill: folded words, their stems by the script. The index
// thus knows every form of a word by one key, in either language, without a dictionary.

const russian = stemmers.newStemmer('russian');
const english = stemmers.newStemmer('english');

/** Words repeat: stemming one takes longer than looking it up. Beyond this the map starts anew. */
const cacheLimit = 50_000;
const cache = new Map<string, string>();

/** The key of a folded word. */
export function stemOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const stem = foldWord(stemByScript(word));
  cache.set(word, stem);
  return stem;
}

function stemByScript(word: string): string {
  const script = scriptOf(word);
  if (script === 'other') return word;
  return script === 'cyrillic' ? russian.stem(word) : english.stem(word);
}

export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => stemOf(word.text));
}

/** A text as the index holds it: its stems in their order. */
export function stemmed(text: string): string {
  return stemsOf(text).join(' ');
}
