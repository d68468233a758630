import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';
import { idList } from './id-list.ts';
import { type IndexQueue, openIndexQueue, type Portion } from './index-queue.ts';
import { longNoteBytes } from './long-note.ts';
import type { Reader, SharedTable } from './schema.ts';
import { type Indexed, indexedTables } from './search-entries.ts';
import {
  addRows,
  emptyIndex,
  forgetRows,
  indexRows,
  type IndexWriter,
  msOf,
  noteBytes,
  type ReadyWords,
} from './search-index.ts';
import type { ChangedRow } from './storage.ts';

/** Raised when what is indexed or the stemmer changes: an index of another version is built anew. */
export const searchVersion = '4';

/** Brings the index up to what a command touched. Whatever hangs on a deleted client leaves the index with it. */
export async function refreshSearch(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  const { writer } = target;
  const idsOf = (table: SharedTable) => rows.filter((row) => row.table === table).map((row) => row.id);
  const ids: Readonly<Record<Indexed, Set<Id>>> = {
    note: new Set([...idsOf('note'), ...(await notesOfTasks(writer, idsOf('task')))]),
    client: new Set(idsOf('client')),
    contact: new Set(idsOf('contact')),
    task: new Set([...idsOf('task'), ...(await tasksOfRedatedNotes(writer, redated(rows)))]),
    handoff: new Set([...idsOf('handoff'), ...(await handoffsOfItems(writer, idsOf('handoff_item')))]),
  };
  for (const id of await handoffsOfAssets(writer, idsOf('asset'))) ids.handoff.add(id);
  for (const id of idsOf('client')) for (const handoff of await idsIn(writer, 'handoff', id)) ids.handoff.add(handoff);
  for (const id of await clientsWhoseVisibilityChanged(writer, idsOf('client')))
    for (const table of ['note', 'contact', 'task'] as const)
      for (const row of await idsIn(writer, table, id)) ids[table].add(row);
  leaveLongNotes(target.file, ids.note);
  for (const table of indexedTables) await indexRows(target, table, [...ids[table]]);
}

/** Takes rows in that were added in this transaction with all that hangs on them: no entry of theirs is to be found. */
export async function indexAdded(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  for (const table of indexedTables) {
    const ids = new Set(rows.flatMap((row) => (row.table === table ? [row.id] : [])));
    if (table === 'note') leaveLongNotes(target.file, ids);
    await addRows(target, table, [...ids]);
  }
}

/**
 * Takes the long ones out of what is indexed now: each save of one would wait for it. They have no entry until the index
 * is built on.
 */
function leaveLongNotes(file: Database.Database, ids: Set<Id>): void {
  const long = [...ids].filter((id) => noteBytes(file, id) > longNoteBytes);
  if (long.length === 0) return;
  for (const id of long) ids.delete(id);
  forgetRows(file, long);
  file.prepare('delete from local_setting where name = ?').run(builtKey);
}

async function clientsWhoseVisibilityChanged(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('client')
    .leftJoin('local_search_entry as entry', 'entry.row_id', 'client.id')
    .select(['client.id', 'client.deleted_at', 'entry.entry'])
    .where('client.id', 'in', idList(ids))
    .execute();
  return rows.filter((row) => (row.deleted_at === null) !== (row.entry !== null)).map((row) => row.id);
}

type OfClient = Exclude<Indexed, 'client'>;

async function idsIn(reader: Reader, table: OfClient, clientId: Id): Promise<readonly Id[]> {
  const rows = await reader.selectFrom(table).select('id').where('client_id', '=', clientId).execute();
  return rows.map((row) => row.id);
}

async function notesOfTasks(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await reader.selectFrom('task').select('note_id').where('id', 'in', idList(ids)).execute();
  return rows.flatMap(({ note_id }) => note_id ?? []);
}

/** Of a note that is new its tasks are new as well. */
function redated(rows: readonly ChangedRow[]): readonly Id[] {
  return rows.flatMap(({ table, id, inserted, columns }) =>
    table === 'note' && !inserted && (columns?.includes('happened_at') ?? true) ? [id] : [],
  );
}

/** Those whose entry still has the time that their note had before. */
async function tasksOfRedatedNotes(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('task')
    .innerJoin('note', 'note.id', 'task.note_id')
    .innerJoin('local_search_entry as entry', 'entry.row_id', 'task.id')
    .select(['task.id', 'note.happened_at', 'entry.happened_ms'])
    .where('task.note_id', 'in', idList(ids))
    .execute();
  return rows.filter((row) => row.happened_ms !== msOf(row.happened_at)).map((row) => row.id);
}

/** Steps that move an account are found by its name. */
async function handoffsOfAssets(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('handoff_item')
    .select('handoff_id')
    .where('asset_id', 'in', idList(ids))
    .execute();
  return rows.flatMap(({ handoff_id }) => (handoff_id === null ? [] : [handoff_id]));
}

async function handoffsOfItems(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await reader.selectFrom('handoff_item').select('handoff_id').where('id', 'in', idList(ids)).execute();
  return rows.flatMap(({ handoff_id }) => handoff_id ?? []);
}

// Building anew takes longer than a start may: it goes on in small steps beside the work, newest first, and what was
// indexed stays when the program ends in between.

/** What is known of the whole index: built by this version, being built by it, or nothing. */
const builtKey = 'index_version';
const begunKey = 'index_begun';

function settingOf(file: Database.Database, name: string): string | undefined {
  return file.prepare<[string], string>('select value from local_setting where name = ?').pluck().get(name);
}

function saveSetting(file: Database.Database, name: string, value: string): void {
  file
    .prepare('insert into local_setting (name, value) values (?, ?) on conflict (name) do update set value = ?')
    .run(name, value, value);
}

export function isIndexWhole(file: Database.Database): boolean {
  return settingOf(file, builtKey) === searchVersion;
}

/** Inside a transaction: what another version made, or what is damaged, is dropped; what was begun goes on. */
export function beginIndex(file: Database.Database): void {
  if (settingOf(file, begunKey) === searchVersion) return;
  file.prepare('delete from local_setting where name = ?').run(builtKey);
  emptyIndex(file);
  saveSetting(file, begunKey, searchVersion);
}

/** An index of no version is built like one of another. */
export function distrustIndex(file: Database.Database): void {
  file.prepare('delete from local_setting where name in (?, ?)').run(builtKey, begunKey);
}

/** Inside a transaction: takes them in. False when there was nothing, since the index is whole then. */
export async function indexPortions(
  target: IndexWriter,
  portions: readonly Portion[],
  ready?: ReadyWords,
): Promise<boolean> {
  for (const { table, ids } of portions) await indexRows(target, table, ids, ready);
  if (portions.length === 0) saveSetting(target.file, builtKey, searchVersion);
  return portions.length > 0;
}

/** The same for the next rows of the queue. False when none is left. */
export function buildIndexOn(target: IndexWriter, queue: IndexQueue, limit: number): Promise<boolean> {
  return indexPortions(target, queue.next(limit));
}

/** The whole index anew, in one go: for files that are known to be small. */
export async function rebuildIndex(target: IndexWriter): Promise<void> {
  distrustIndex(target.file);
  beginIndex(target.file);
  const queue = openIndexQueue(target.file);
  while (await buildIndexOn(target, queue, 1000));
}
