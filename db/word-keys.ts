import stemmers from 'snowball-stemmers';
import { foldWord, rawWords, scriptOf } from '../shared/search-words.ts';
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

/** A key that texts are indexed under, known by its object: comparing strings takes longer. */
export interface OwnKey {
  readonly text: string;
  /** The last text that had it. */
  textNumber: number;
  /** The list of words it was put into last. */
  listedIn: object | null;
}

/** By words as they are written: folding one takes longer than looking it up. */
const ownKeysByWord = new Map<string, readonly OwnKey[]>();
const ownKeysByText = new Map<string, OwnKey>();
let textNumber = 0;

/** What a title and a text are indexed under, each word once, in their order. */
export interface IndexedWords {
  readonly inTitle: readonly OwnKey[];
  readonly all: readonly OwnKey[];
}

export function indexedWords(title: string, text: string): IndexedWords {
  textNumber += 1;
  const all: OwnKey[] = [];
  const add = (word: string) => {
    for (const key of ownKeys(word)) {
      if (key.textNumber === textNumber) continue;
      key.textNumber = textNumber;
      all.push(key);
    }
  };
  rawWords(title).forEach(add);
  const inTitle = [...all];
  rawWords(text).forEach(add);
  return { inTitle, all };
}

/** While «люди» is being typed its dictionary form «человек» is not found: such a word stands for itself as well. */
function ownKeys(raw: string): readonly OwnKey[] {
  const known = ownKeysByWord.get(raw);
  if (known !== undefined) return known;
  if (ownKeysByWord.size >= cacheLimit) {
    ownKeysByWord.clear();
    ownKeysByText.clear();
  }
  const word = foldWord(raw);
  const keys = keysOf(word);
  const short = word.slice(0, longest);
  const texts = keys.some((key) => key.startsWith(short.slice(0, 3))) ? keys : [...keys, short];
  const own = texts.map(ownKey);
  ownKeysByWord.set(raw, own);
  return own;
}

function ownKey(text: string): OwnKey {
  const known = ownKeysByText.get(text) ?? { text, textNumber: 0, listedIn: null };
  ownKeysByText.set(text, known);
  return known;
}
