import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';
import { foldWord } from '../shared/search-words.ts';
import { distrustIndex } from './search.ts';
import { emptyIndex, forgetKept, forgetRows } from './search-index.ts';

// What this computer keeps beside the records: words that wait, habits, cards, the search index.

/** Inside a transaction; `names` are those of the clients that are erased. In a file of any version. */
export function forgetTraces(file: Database.Database, erased: readonly Id[], names: readonly string[]): void {
  const ids = new Set(erased);
  const isAbout = (text: string) => namesId(text, ids) || names.some((name) => holdsName(text, name));
  const drop = (table: string, key: string, cell: string, isGone: (key: string, cell: string) => boolean) => {
    if (!hasTable(file, table)) return;
    const kept = file.prepare<[], readonly [string, string]>(`select ${key}, ${cell} from ${table}`).raw().all();
    const remove = file.prepare<[string]>(`delete from ${table} where ${key} = ?`);
    for (const [name, text] of kept) if (isGone(name, text)) remove.run(name);
  };
  drop('local_client_card', 'client_id', 'name', (id) => ids.has(id));
  drop('local_kept_text', 'subject', 'body', (subject, body) => namesId(subject, ids) || isAbout(body));
  cutSeenClients(file, ids);
  // A search for words of an erased note does not say whose they are.
  drop(
    'local_setting',
    'name',
    'value',
    (name, value) => name.startsWith('recent_search_') || isAbout(`${name} ${value}`),
  );
}

/** A list of clients loses those that are gone, and keeps its order. */
function cutSeenClients(file: Database.Database, ids: ReadonlySet<Id>): void {
  const seen = file.prepare<[], string>(`select value from local_setting where name = 'seen_clients'`).pluck().get();
  if (seen === undefined) return;
  const kept = seen.split(' ').filter((id) => !ids.has(id));
  file.prepare(`update local_setting set value = ? where name = 'seen_clients'`).run(kept.join(' '));
}

function namesId(text: string, ids: ReadonlySet<Id>): boolean {
  return (text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []).some((id) => ids.has(id));
}

/** Also where the text is JSON. */
function holdsName(text: string, name: string): boolean {
  const quoted = JSON.stringify(name).slice(1, -1);
  const folded = foldWord(text);
  return name !== '' && [name, quoted].some((each) => folded.includes(foldWord(each)));
}

function hasTable(file: Database.Database, table: string): boolean {
  return file.prepare('select 1 from sqlite_schema where name = ?').get(table) !== undefined;
}

/**
 * Inside a transaction: the rows leave the search index, whose pieces are joined anew, since what is deleted stays in an
 * old piece, and the list of words loses those that no record has.
 */
export function forgetFound(file: Database.Database, ids: readonly Id[]): void {
  forgetRows(file, ids);
  file.exec(`insert into local_search (local_search) values ('optimize')`);
  file.exec(`create virtual table temp.words_in_use using fts5vocab('main', 'local_search', 'row')`);
  const unused = file
    .prepare<[], string>('select word from local_search_word where word not in (select term from temp.words_in_use)')
    .pluck()
    .all();
  file.exec('drop table temp.words_in_use');
  const isUsed = file.prepare<[string]>('select 1 from local_search where local_search match ? limit 1');
  const drop = file.prepare<[string]>('delete from local_search_word where word = ?');
  // The index may know a word in several parts.
  for (const word of unused) if (isUsed.get(`"${word.replaceAll('"', '""')}"`) === undefined) drop.run(word);
  forgetKept(file);
}

/** Of a copy that nobody has open: its index is built anew when it is opened as the data. */
export function emptyFound(file: Database.Database): void {
  if (!hasTable(file, 'local_search')) return;
  emptyIndex(file);
  distrustIndex(file);
}
