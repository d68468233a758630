import type { Day } from './calendar.ts';
import type { NoteKind } from './contract/notes.ts';
import { foldDayWords, readDay } from './day-words.ts';

// What a partner typed into the search field, and where it stands in a text. The index holds stems, so a finished word
// is asked for by its stem; the last one may still be being typed and is asked for as a beginning too.

/** The stem of a folded word, in the language of its script. */
export type Stem = (word: string) => string;

/** A word of a text: folded, with its place in the original. */
export interface FoundWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface SearchWord {
  readonly text: string;
  /** It may still be being typed: longer words fit as well. */
  readonly isOpen: boolean;
}

export interface SearchQuery {
  readonly words: readonly SearchWord[];
  /** Quoted phrases, word by word. */
  readonly phrases: readonly (readonly string[])[];
  /** The beginning or a part of a client's name. */
  readonly client: string | null;
  readonly kind: NoteKind | null;
  /** The first day that counts. */
  readonly after: Day | null;
}

type Filters = Pick<SearchQuery, 'client' | 'kind' | 'after'>;

export type Hit = readonly [from: number, to: number];

const part =
  /(?<filter>client|клиент|kind|вид|after|после):(?:["«“](?<quotedValue>[^"»”]*)["»”]|(?<value>[^\s"«»“”]*))|["«“](?<phrase>[^"«»“”]*)["»”]|(?<plain>[^\s"«»“”]+)/giu;
const kinds: readonly (readonly [kind: NoteKind, names: readonly string[]])[] = [
  ['meeting', ['meeting', 'встреча']],
  ['call', ['call', 'созвон', 'звонок']],
  ['letter', ['letter', 'email', 'письмо']],
  ['chat', ['chat', 'чат']],
  ['observation', ['observation', 'наблюдение']],
];

/**
 * Lower case, ё as е, one code for one letter however it was composed (й stays й). Marks that are no part of a letter go:
 * the index would cut the word at them.
 */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\p{M}/gu, '');
}

export function wordsOf(text: string): readonly FoundWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu), (match) => ({
    text: foldWord(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

export function scriptOf(word: string): 'cyrillic' | 'latin' | 'other' {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  return /\p{Script=Latin}/u.test(word) ? 'latin' : 'other';
}

/** A filter that is not understood is searched for as words. */
export function parseSearch(text: string, today: Day): SearchQuery {
  const words: SearchWord[] = [];
  const phrases: (readonly string[])[] = [];
  let filters: Filters = { client: null, kind: null, after: null };
  for (const match of text.matchAll(part)) {
    const { filter, quotedValue, value, phrase, plain } = match.groups ?? {};
    const isLast = match.index + match[0].length === text.length;
    const known = filter === undefined ? null : readFilter(filter, quotedValue ?? value ?? '', today);
    if (known !== null) filters = { ...filters, ...known };
    else if (phrase !== undefined) phrases.push(wordsOf(phrase).map((word) => word.text));
    else words.push(...searchWords(plain ?? match[0], isLast));
  }
  return { words, phrases: phrases.filter((phrase) => phrase.length > 0), ...filters };
}

function searchWords(text: string, isLast: boolean): readonly SearchWord[] {
  const words = wordsOf(text);
  const isOpenEnd = isLast && /[\p{L}\p{N}\p{M}]$/u.test(text);
  return words.map((word, index) => ({ text: word.text, isOpen: isOpenEnd && index === words.length - 1 }));
}

function readFilter(name: string, value: string, today: Day): Partial<Filters> | null {
  const folded = foldWord(value.trim());
  // `client:` alone is about to get its value.
  if (folded === '') return {};
  switch (foldWord(name)) {
    case 'client':
    case 'клиент':
      return { client: folded };
    case 'kind':
    case 'вид':
      return readKind(folded);
    default:
      return readAfter(value.trim(), today);
  }
}

function readKind(folded: string): { readonly kind: NoteKind } | null {
  const found = kinds.find(([, names]) => names.some((each) => each.startsWith(folded)));
  return found === undefined ? null : { kind: found[0] };
}

/** A day in any spelling, a month `2026-11` or a year. */
function readAfter(value: string, today: Day): { readonly after: Day } | null {
  if (/^(?:19|20)\d{2}$/.test(value)) return { after: `${value}-01-01` };
  if (/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(value)) return { after: `${value}-01` };
  const folded = foldDayWords(value);
  const found = readDay(folded, { today, bias: 'past' });
  if (found === null || found.length !== folded.replace(/\.$/, '').length) return null;
  return { after: found.day };
}

/** The words for FTS5, null without any. Only letters and digits get in, each word in quotes: nothing can be an operator. */
export function matchExpression({ words, phrases }: Pick<SearchQuery, 'words' | 'phrases'>, stem: Stem): string | null {
  const parts = [
    ...words.map(({ text, isOpen }) => (isOpen ? `("${text}"* OR "${stem(text)}")` : `"${stem(text)}"`)),
    ...phrases.flat().map((text) => `"${stem(text)}"`),
  ];
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** Where the words stand in a text, in any form; phrases as they were quoted. Ordered, joined where they overlap. */
export function hitsIn(
  text: string,
  { words, phrases }: Pick<SearchQuery, 'words' | 'phrases'>,
  stem: Stem,
): readonly Hit[] {
  const found = wordsOf(text);
  const wanted = words.map((word) => ({ ...word, stem: stem(word.text) }));
  const single = found.filter((word) => {
    const wordStem = stem(word.text);
    return wanted.some((each) => each.stem === wordStem || (each.isOpen && word.text.startsWith(each.text)));
  });
  const whole = phrases.flatMap((phrase) => phraseHits(found, phrase));
  return joined([...single.map((word): Hit => [word.from, word.to]), ...whole]);
}

function phraseHits(found: readonly FoundWord[], phrase: readonly string[]): readonly Hit[] {
  return found.flatMap((word, index): Hit[] => {
    const last = found[index + phrase.length - 1];
    const isHere = last !== undefined && phrase.every((each, step) => found[index + step]?.text === each);
    return isHere ? [[word.from, last.to]] : [];
  });
}

function joined(hits: readonly Hit[]): readonly Hit[] {
  const result: Hit[] = [];
  for (const [from, to] of hits.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

export interface Snippet {
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** One line of about so many characters around the first hit, cut between words, with … where something is left out. */
export function cutSnippet(text: string, hits: readonly Hit[], length = 160): Snippet {
  const first = hits[0]?.[0] ?? 0;
  const from = first <= length / 3 ? 0 : wordStart(text, first - Math.floor(length / 3), first);
  const to =
    text.length - from <= length ? text.length : wordEnd(text, from + length, Math.max(hits[0]?.[1] ?? 0, from));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    // Line breaks become spaces one for one: places stay where they are.
    text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    hits: hits
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Hit => [start + shift, end + shift]),
  };
}

/** The first beginning of a word from here on, but not after `latest`. */
function wordStart(text: string, from: number, latest: number): number {
  const space = /\s\S/.exec(text.slice(from, latest + 1));
  return space === null ? latest : from + space.index + 1;
}

/** The last end of a word up to here, but not before `earliest`. */
function wordEnd(text: string, to: number, earliest: number): number {
  if (earliest >= to || /^\s/.test(text.slice(to))) return Math.max(earliest, to);
  const head = text.slice(earliest, to).search(/\s\S*$/);
  return head === -1 ? Math.max(earliest, to) : earliest + head;
}
