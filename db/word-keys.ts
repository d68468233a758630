import stemmers from 'snowball-stemmers';
import { distinctWords, foldWord, scriptOf } from '../shared/search-words.ts';
import { englishKey } from './english-forms.ts';
import { dictionaryForms } from './russian-forms.ts';

// What is indexed and what is asked for go through the same mill, so that any form of a word finds every other: Russian
// words under their dictionary forms or, where the dictionary has none, their stems, English ones without their endings.

const russian = stemmers.newStemmer('russian');

/** Words repeat: working one out takes longer than looking it up. Beyond this the map starts anew. */
const cacheLimit = 200_000;
const cache = new Map<string, readonly string[]>();

/** Nobody types more of a word; the index holds no more either. */
const longest = 64;

/** The keys of a folded word; more than one where it may be a form of several words. */
export function keysOf(word: string): readonly string[] {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const keys = keysByScript(word.slice(0, longest)).map(foldWord);
  cache.set(word, keys);
  return keys;
}

function keysByScript(word: string): readonly string[] {
  const script = scriptOf(word);
  if (script === 'other') return [word];
  if (script === 'latin') return [englishKey(word)];
  const forms = dictionaryForms(word);
  return forms.length > 0 ? forms : [russian.stem(word)];
}

/** What a text is indexed under, each word once, in their order. */
export function indexedWords(text: string): readonly string[] {
  const all = new Set<string>();
  for (const word of distinctWords(text)) for (const key of ownKeys(word)) all.add(key);
  return [...all];
}

const ownCache = new Map<string, readonly string[]>();

/** While «люди» is being typed its dictionary form «человек» is not found: such a word stands for itself as well. */
function ownKeys(word: string): readonly string[] {
  const known = ownCache.get(word);
  if (known !== undefined) return known;
  if (ownCache.size >= cacheLimit) ownCache.clear();
  const keys = keysOf(word);
  const short = word.slice(0, longest);
  const own = keys.some((key) => key.startsWith(short.slice(0, 3))) ? keys : [...keys, short];
  ownCache.set(word, own);
  return own;
}
