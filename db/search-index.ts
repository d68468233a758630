import type Database from 'better-sqlite3';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { Writer } from './schema.ts';
import { type Entry, entriesOf, type Indexed, indexedTables } from './search-entries.ts';
import { type IndexedWords, indexedWords } from './word-keys.ts';

// The index keeps no text and no places, only which words a record has. The number of an entry is its time: the newest
// hits are read first, and reading stops when there are enough. Title words stand a second time behind a mark, filters
// behind another; both marks are letters of no language.

const titleMark = '\u{E000}';
const factMark = '\u{E001}';

export const titleWord = (word: string): string => `${titleMark}${word}`;
export const factWord = (fact: string): string => `${factMark}${fact}`;

const slotMs = 3_600_000;
/** So many records of one table may begin in one slot before they spill over into the next ones. */
export const slotSize = 32;
/** No spilling goes further. */
export const furthestSpill = 2 ** 25;
const tableSize = 2 ** 40;

export function msOf(happenedAt: Instant): number {
  return Math.max(0, Date.parse(happenedAt) || 0);
}

/** Where the entries of a table begin that happened at a moment or after it. */
export function firstEntry(table: Indexed, ms: number): number {
  return indexedTables.indexOf(table) * tableSize + Math.floor(ms / slotMs) * slotSize;
}

/** The numbers that entries of a table have: from the first one, before the second. */
export function entryRange(table: Indexed): readonly [from: number, to: number] {
  const from = indexedTables.indexOf(table) * tableSize;
  return [from, from + tableSize];
}

interface Kept {
  readonly noteBytes: (id: Id) => number;
  readonly forget: (id: Id) => void;
  readonly add: (entry: Entry, words: IndexedWords) => void;
  /** Stands for the list of words; another one when it is not certain any more what is in it. */
  list: object;
}

const kept = new WeakMap<Database.Database, Kept>();

/** Kept: thousands of notes are indexed one after another when a folder is imported. */
function keptFor(file: Database.Database): Kept {
  const known = kept.get(file) ?? prepare(file);
  kept.set(file, known);
  return known;
}

/** After a transaction that did not hold: what it added is not there. */
export function forgetKept(file: Database.Database): void {
  const known = kept.get(file);
  if (known) known.list = {};
}

function prepare(file: Database.Database): Kept {
  const entry = file.prepare<[Id], number>('select entry from local_search_entry where row_id = ?').pluck();
  const bytes = file
    .prepare<[Id], number>('select octet_length(body) from note where id = ? and deleted_at is null')
    .pluck();
  const dropWords = file.prepare<[number]>('delete from local_search where rowid = ?');
  const drop = file.prepare<[number]>('delete from local_search_entry where entry = ?');
  const last = file
    .prepare<[number, number], number | null>(
      'select max(entry) from local_search_entry where entry >= ? and entry < ?',
    )
    .pluck();
  const keep = file.prepare<[number, Id, number]>(
    'insert into local_search_entry (entry, row_id, happened_ms) values (?, ?, ?)',
  );
  const keepWords = file.prepare<[number, string]>('insert into local_search (rowid, words) values (?, ?)');
  const list = file.prepare<[string]>('insert or ignore into local_search_word (word) values (?)');

  function freeEntry(table: Indexed, ms: number): number {
    const first = firstEntry(table, ms);
    for (let size = slotSize; size <= furthestSpill; size *= 16) {
      const next = (last.get(first, first + size) ?? first - 1) + 1;
      if (next < first + size) return next;
    }
    throw new Error('no free entry in the search index');
  }

  function addToList(all: IndexedWords['all']): void {
    for (const key of all) {
      if (key.listedIn === own.list) continue;
      list.run(key.text);
      key.listedIn = own.list;
    }
  }

  const own: Kept = {
    list: {},
    noteBytes: (id) => bytes.get(id) ?? 0,
    forget: (id) => {
      for (const number of entry.all(id)) {
        dropWords.run(number);
        drop.run(number);
      }
    },
    add: ({ table, id, happenedAt, facts }, { inTitle, all }) => {
      const number = freeEntry(table, msOf(happenedAt));
      keep.run(number, id, msOf(happenedAt));
      addToList(all);
      let words = '';
      for (const { text } of all) words += `${text} `;
      for (const { text } of inTitle) words += `${titleMark}${text} `;
      keepWords.run(number, words + facts.map(factWord).join(' '));
    },
  };
  return own;
}

/** Prefixes up to here have an index of their own. */
const indexedPrefix = 3;
/** More words than these are found sooner by the index itself. */
const mostBeginnings = 300;

/** The words of the index that begin so; null when there are too many to name them. */
export function beginningsOf(file: Database.Database, text: string): readonly string[] | null {
  if (text.length <= indexedPrefix) return null;
  const words = file
    .prepare<[string, string, number], string>(
      'select word from local_search_word where word >= ? and word < ? limit ?',
    )
    .pluck()
    .all(text, `${text}\u{10FFFF}`, mostBeginnings + 1);
  return words.length > mostBeginnings ? null : words;
}

/** The connection twice: its transaction, in which rows are read, and itself, on which kept statements run. */
export interface IndexWriter {
  readonly writer: Writer;
  readonly file: Database.Database;
}

/** How long the words of a note are; of one that is gone, nothing. */
export function noteBytes(file: Database.Database, id: Id): number {
  return keptFor(file).noteBytes(id);
}

/** These rows are found no more. */
export function forgetRows(file: Database.Database, ids: readonly Id[]): void {
  const { forget } = keptFor(file);
  for (const id of ids) forget(id);
}

/** SQLite takes a limited number of parameters in one statement. */
const batch = 500;

/** What was worked out for texts before the transaction in which it is written. */
export type ReadyWords = ReadonlyMap<Id, Pick<Entry, 'title' | 'body'> & { readonly words: IndexedWords }>;

const noneReady: ReadyWords = new Map();

/**
 * Brings the entries of these rows up to the rows; one that is gone has none, and one whose text is no more the one that
 * was worked out has none until it is.
 */
export async function indexRows(
  target: IndexWriter,
  table: Indexed,
  ids: readonly Id[],
  ready = noneReady,
): Promise<void> {
  forgetRows(target.file, ids);
  await addRows(target, table, ids, ready);
}

/** Makes the entries of rows that have none. */
export async function addRows(
  { writer, file }: IndexWriter,
  table: Indexed,
  ids: readonly Id[],
  ready = noneReady,
): Promise<void> {
  const { add } = keptFor(file);
  for (let from = 0; from < ids.length; from += batch) {
    const entries = await entriesOf(writer, table, ids.slice(from, from + batch));
    // The index writes a piece of its own whenever the numbers of the entries fall.
    for (const entry of entries.toSorted(byTime)) {
      const words = wordsFor(entry, ready);
      if (words !== null) add(entry, words);
    }
  }
}

function wordsFor({ id, title, body }: Entry, ready: ReadyWords): IndexedWords | null {
  const known = ready.get(id);
  if (known === undefined) return indexedWords(title, body);
  return known.body === body && known.title === title ? known.words : null;
}

function byTime(one: Entry, other: Entry): number {
  return msOf(one.happenedAt) - msOf(other.happenedAt);
}

/**
 * One small step of joining the index's pieces; done when idle, because the automatic way makes some saves slow. False
 * when there was nothing to join.
 */
export function mergeIndex(file: Database.Database): boolean {
  const changes = file.prepare<[], number>('select total_changes()').pluck();
  const before = changes.get() ?? 0;
  file.prepare(`insert into local_search (local_search, rank) values ('merge', 200)`).run();
  // The command itself counts as one change.
  return (changes.get() ?? 0) - before > 1;
}

/** An empty index, also where the old one is damaged. The kept statements know the table of the same name. */
export function emptyIndex(file: Database.Database): void {
  const sql = file.prepare<[], string>(`select sql from sqlite_schema where name = 'local_search'`).pluck().get();
  if (sql === undefined) throw new Error('the search index has no table');
  file.exec('drop table local_search');
  file.exec(sql);
  file.exec(`insert into local_search (local_search, rank) values ('automerge', 0)`);
  file.exec(`insert into local_search (local_search, rank) values ('secure-delete', 1)`);
  // A file of the first versions has no list of words.
  const lists = file
    .prepare<[], string>(`select name from sqlite_schema where name in ('local_search_entry', 'local_search_word')`)
    .pluck();
  for (const name of lists.all()) file.exec(`delete from ${name}`);
  forgetKept(file);
}
