import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';
import { idList } from './id-list.ts';
import { longNoteBytes } from './long-note.ts';
import type { Reader, SharedTable } from './schema.ts';
import { type Indexed, indexedTables } from './search-entries.ts';
import { addRows, emptyIndex, forgetRows, indexRows, type IndexWriter, type ReadyWords } from './search-index.ts';
import type { ChangedRow } from './storage.ts';

/** Raised when what is indexed or the stemmer changes: an index of another version is built anew. */
export const searchVersion = '3';

/** Brings the index up to what a command touched. Whatever hangs on a deleted client leaves the index with it. */
export async function refreshSearch(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  const { writer } = target;
  const idsOf = (table: SharedTable) => rows.filter((row) => row.table === table).map((row) => row.id);
  const ids: Readonly<Record<Indexed, Set<Id>>> = {
    note: new Set([...idsOf('note'), ...(await notesOfTasks(writer, idsOf('task')))]),
    client: new Set(idsOf('client')),
    contact: new Set(idsOf('contact')),
    task: new Set(idsOf('task')),
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
  const bytes = file
    .prepare<[Id], number>('select octet_length(body) from note where id = ? and deleted_at is null')
    .pluck();
  const long = [...ids].filter((id) => (bytes.get(id) ?? 0) > longNoteBytes);
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

/** Rows of one table that the index is to take in. */
export interface Portion {
  readonly table: Indexed;
  readonly ids: readonly Id[];
}

/** So many rows that are not indexed yet, the newest first; a long note stands alone. Empty when none is left. */
export function nextToIndex(file: Database.Database, limit: number): readonly Portion[] {
  const portions: Portion[] = [];
  let left = limit;
  for (const table of ['client', 'handoff', 'contact', 'task'] as const) {
    const ids = unindexed(file, table, left).map(({ id }) => id);
    if (ids.length > 0) portions.push({ table, ids });
    left -= ids.length;
  }
  const notes = unindexed(file, 'note', left);
  const firstLong = notes.findIndex(({ bytes }) => bytes > longNoteBytes);
  const count = firstLong === -1 ? notes.length : Math.max(firstLong, portions.length === 0 ? 1 : 0);
  const ids = notes.slice(0, count).map(({ id }) => id);
  return ids.length === 0 ? portions : [...portions, { table: 'note', ids }];
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

/** The same in one go. False when none is left. */
export function buildIndexOn(target: IndexWriter, limit: number): Promise<boolean> {
  return indexPortions(target, nextToIndex(target.file, limit));
}

/** Whether taking in what is left would be the work of a moment. */
export function isSmallToIndex(file: Database.Database, mostRows: number): boolean {
  const long = file.prepare<[number], number>(
    `select 1 ${living.note} and octet_length(row.body) > ?
     and not exists (select 1 from local_search_entry where row_id = row.id) limit 1`,
  );
  return indexProgress(file).all <= mostRows && long.get(longNoteBytes) === undefined;
}

/** The whole index anew, in one go: for files that are known to be small. */
export async function rebuildIndex(target: IndexWriter): Promise<void> {
  distrustIndex(target.file);
  beginIndex(target.file);
  while (await buildIndexOn(target, 1000));
}

/** Rows that the index must hold. */
const living: Readonly<Record<Indexed, string>> = {
  client: 'from client as row where row.deleted_at is null',
  handoff: ofLivingClient('handoff'),
  contact: ofLivingClient('contact'),
  task: ofLivingClient('task'),
  note: ofLivingClient('note'),
};

function ofLivingClient(table: OfClient): string {
  return `from ${table} as row join client on client.id = row.client_id
    where row.deleted_at is null and client.deleted_at is null`;
}

interface Unindexed {
  readonly id: Id;
  readonly bytes: number;
}

function unindexed(file: Database.Database, table: Indexed, limit: number): readonly Unindexed[] {
  const [newest, bytes] = table === 'note' ? ['row.happened_at', 'octet_length(row.body)'] : ['row.created_at', '0'];
  return file
    .prepare<[number], Unindexed>(
      `select row.id, ${bytes} as bytes ${living[table]}
       and not exists (select 1 from local_search_entry where row_id = row.id)
       order by ${newest} desc limit ?`,
    )
    .all(limit);
}

/** How many rows the index must hold, and how many it holds. */
export function indexProgress(file: Database.Database): { readonly done: number; readonly all: number } {
  const count = (sql: string) => file.prepare<[], number>(`select count(*) ${sql}`).pluck().get() ?? 0;
  const all = indexedTables.reduce((sum, table) => sum + count(living[table]), 0);
  return { done: count('from local_search_entry'), all };
}
