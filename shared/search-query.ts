import type { Day } from './calendar.ts';
import type { NoteKind } from './contract/notes.ts';
import { foldDayWords, readDay } from './day-words.ts';
import type { Language } from './language.ts';
import { foldWord, type SearchWord, type Wanted, wordsOf } from './search-words.ts';

// What a partner typed into the search field: words, quoted phrases, and filters such as `client:Alder`.

export interface SearchQuery extends Wanted {
  /** The beginning or a part of a client's name. */
  readonly client: string | null;
  readonly kind: NoteKind | null;
  /** The first day that counts. */
  readonly after: Day | null;
  /** The first day that counts no more. */
  readonly before: Day | null;
  /** Only what has a task, or is one. */
  readonly hasTask: boolean;
  /** Only what is still open: tasks, notes with an open one, running handoffs. */
  readonly isOpen: boolean;
}

type Filters = Omit<SearchQuery, keyof Wanted>;

const noFilters: Filters = { client: null, kind: null, after: null, before: null, hasTask: false, isOpen: false };

const part =
  /(?<filter>client|клиент|kind|вид|after|после|before|до|has|есть|is|статус):(?:["«“](?<quotedValue>[^"»”]*)["»”]|(?<value>[^\s"«»“”]*))|["«“](?<phrase>[^"«»“”]*)["»”]|(?<plain>[^\s"«»“”]+)/giu;

/** What may follow `kind:`. */
export const kindNames: readonly ({ readonly kind: NoteKind } & Readonly<Record<Language, readonly string[]>>)[] = [
  { kind: 'meeting', en: ['meeting'], ru: ['встреча'] },
  { kind: 'call', en: ['call'], ru: ['созвон', 'звонок'] },
  { kind: 'letter', en: ['email', 'letter'], ru: ['письмо'] },
  { kind: 'chat', en: ['chat'], ru: ['чат'] },
  { kind: 'observation', en: ['observation'], ru: ['наблюдение'] },
];

/** How the filters are begun, or written whole where there is nothing to choose. */
export const filterSpellings: Readonly<Record<Language, Readonly<Record<FilterName, string>>>> = {
  en: { client: 'client:', kind: 'kind:', after: 'after:', before: 'before:', task: 'has:task', open: 'is:open' },
  ru: {
    client: 'клиент:',
    kind: 'вид:',
    after: 'после:',
    before: 'до:',
    task: 'есть:задача',
    open: 'статус:открыто',
  },
};

/** A filter that is not understood is searched for as words. */
export function parseSearch(text: string, today: Day): SearchQuery {
  const words: SearchWord[] = [];
  const phrases: (readonly string[])[] = [];
  let filters = noFilters;
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
      return { client: foldName(value) };
    case 'kind':
    case 'вид':
      return readKind(folded);
    case 'has':
    case 'есть':
      return ['task', 'задача'].some((each) => each.startsWith(folded)) ? { hasTask: true } : null;
    case 'is':
    case 'статус':
      return ['open', 'открыто'].some((each) => each.startsWith(folded)) ? { isOpen: true } : null;
    default: {
      const day = readDayFilter(value.trim(), today);
      if (day === null) return null;
      return ['before', 'до'].includes(foldWord(name)) ? { before: day } : { after: day };
    }
  }
}

function readKind(folded: string): { readonly kind: NoteKind } | null {
  const found = kindNames.find(({ en, ru }) => [...en, ...ru].some((each) => each.startsWith(folded)));
  return found === undefined ? null : { kind: found.kind };
}

/** A day in any spelling, a month `2026-11` or a year. */
function readDayFilter(value: string, today: Day): Day | null {
  if (/^(?:19|20)\d{2}$/.test(value)) return `${value}-01-01`;
  if (/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(value)) return `${value}-01`;
  const folded = foldDayWords(value);
  const found = readDay(folded, { today, bias: 'past' });
  if (found === null || found.length !== folded.replace(/\.$/, '').length) return null;
  return found.day;
}

/** A name as `client:` compares it: quotation marks would end the value, so they do not count. */
export function foldName(name: string): string {
  return foldWord(withoutQuotes(name));
}

function withoutQuotes(name: string): string {
  return name
    .replace(/["«»“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Meaning =
  | { readonly name: 'client'; readonly value: string }
  | { readonly name: 'kind'; readonly value: NoteKind }
  | { readonly name: 'after' | 'before'; readonly value: Day }
  | { readonly name: 'task' | 'open' };

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A filter in force, with its place in the text. */
export type FoundFilter = Meaning & Place;

export type FilterName = FoundFilter['name'];

/** The filters that are understood, each once: of two that contradict each other the last is in force. */
export function filtersIn(text: string, today: Day): readonly FoundFilter[] {
  const found = new Map<FilterName, FoundFilter>();
  for (const match of text.matchAll(part)) {
    const { filter, quotedValue, value } = match.groups ?? {};
    if (filter === undefined) continue;
    const typed = (quotedValue ?? value ?? '').trim();
    const meaning = meaningOf(readFilter(filter, typed, today) ?? {}, typed);
    if (meaning === null) continue;
    found.set(meaning.name, { ...meaning, from: match.index, to: match.index + match[0].length });
  }
  return [...found.values()].toSorted((one, other) => one.from - other.from);
}

function meaningOf({ client, kind, after, before, hasTask, isOpen }: Partial<Filters>, typed: string): Meaning | null {
  if (client) return { name: 'client', value: typed };
  if (kind) return { name: 'kind', value: kind };
  if (after) return { name: 'after', value: after };
  if (before) return { name: 'before', value: before };
  if (hasTask === true) return { name: 'task' };
  return isOpen === true ? { name: 'open' } : null;
}

/** The text without one of its filters. */
export function withoutFilter(text: string, { from, to }: Place): string {
  return `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
}

/** What is left to look for when no filter counts. */
export function withoutFilters(text: string, today: Day): string {
  return filtersIn(text, today).toReversed().reduce(withoutFilter, text).trim();
}

/** A filter at the end of the text that is just being given its value. */
export interface FilterBeingTyped {
  readonly name: 'client' | 'kind';
  /** As it was typed, in either language. */
  readonly key: string;
  /** What there is of the value. */
  readonly value: string;
  readonly from: number;
}

const typedFilter = /(?<=^|\s)(?<key>client|клиент|kind|вид):(?:["«“](?<quoted>[^"»”]*)|(?<value>[^\s"«»“”]*))$/iu;

export function filterBeingTyped(text: string): FilterBeingTyped | null {
  const match = typedFilter.exec(text);
  if (match === null) return null;
  const { key = '', quoted, value } = match.groups ?? {};
  const name = ['client', 'клиент'].includes(foldWord(key)) ? 'client' : 'kind';
  return { name, key, value: quoted ?? value ?? '', from: match.index };
}

/** The text with the filter given its value, ready for more words. */
export function withValue(text: string, { key, from }: FilterBeingTyped, value: string): string {
  const bare = withoutQuotes(value);
  return `${text.slice(0, from)}${key}:${bare.includes(' ') ? `"${bare}"` : bare} `;
}

/** Whether anything is asked: quotation marks alone, or a filter without its value, ask for nothing. */
export function asksForSomething(text: string, today: Day): boolean {
  const { words, phrases } = parseSearch(text, today);
  return words.length + phrases.length + filtersIn(text, today).length > 0;
}

/** The text with the beginning of a filter, or a whole one, at its end. */
export function withFilter(text: string, spelling: string): string {
  const begun = `${text.trimEnd()} ${spelling}`.trimStart();
  return spelling.endsWith(':') ? begun : `${begun} `;
}
