import { sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import { splitTitle } from '../shared/note-title.ts';
import type { Reader, SharedTable, Writer } from './schema.ts';
import { stemmed } from './stems.ts';
import type { ChangedRow } from './storage.ts';

/** Raised when what is indexed or the stemmer changes: an index of another version is rebuilt at start. */
export const searchVersion = '2';

/** Tables whose rows can be found. */
type Indexed = 'note' | 'client' | 'handoff';

interface Entry {
  readonly table: Indexed;
  readonly id: Id;
  readonly clientId: Id;
  readonly happenedAt: string;
  readonly title: string;
  readonly body: string;
}

/** Brings the index up to what a command touched. Whatever hangs on a deleted client leaves the index with it. */
export async function refreshSearch(writer: Writer, rows: readonly ChangedRow[]): Promise<void> {
  const idsOf = (table: SharedTable) => rows.filter((row) => row.table === table).map((row) => row.id);
  const clients = new Set(idsOf('client'));
  const notes = new Set(idsOf('note'));
  const handoffs = new Set(idsOf('handoff'));
  for (const id of await clientsWhoseVisibilityChanged(writer, idsOf('client'))) {
    for (const note of await idsIn(writer, 'note', id)) notes.add(note);
  }
  for (const id of idsOf('client')) for (const handoff of await idsIn(writer, 'handoff', id)) handoffs.add(handoff);
  for (const id of await ownersOf(writer, 'contact', idsOf('contact'))) clients.add(id);
  for (const id of await ownersOf(writer, 'task', idsOf('task'))) clients.add(id);
  for (const id of await ownersOf(writer, 'handoff_item', idsOf('handoff_item'))) handoffs.add(id);
  await index(writer, 'note', [...notes]);
  await index(writer, 'client', [...clients]);
  await index(writer, 'handoff', [...handoffs]);
}

/** The whole index anew. */
export async function rebuildSearch(writer: Writer): Promise<void> {
  await sql`insert into local_search (local_search) values ('delete-all')`.execute(writer);
  await writer.deleteFrom('local_search_entry').execute();
  for (const table of ['note', 'client', 'handoff'] as const) {
    const rows = await writer.selectFrom(table).select('id').where('deleted_at', 'is', null).execute();
    await index(
      writer,
      table,
      rows.map((row) => row.id),
    );
  }
}

/** One small step of joining the index's pieces; done when idle, because the automatic way makes some saves slow. */
export async function mergeSearch(writer: Writer): Promise<void> {
  await sql`insert into local_search (local_search, rank) values ('merge', 200)`.execute(writer);
}

async function clientsWhoseVisibilityChanged(reader: Reader, ids: readonly Id[]): Promise<readonly Id[]> {
  const rows = await reader
    .selectFrom('client')
    .leftJoin('local_search_entry as entry', (join) =>
      join.onRef('entry.row_id', '=', 'client.id').on('entry.table_name', '=', 'client'),
    )
    .select(['client.id', 'client.deleted_at', 'entry.entry'])
    .where('client.id', 'in', ids)
    .execute();
  return rows.filter((row) => (row.deleted_at === null) !== (row.entry !== null)).map((row) => row.id);
}

async function idsIn(reader: Reader, table: 'note' | 'handoff', clientId: Id): Promise<readonly Id[]> {
  const rows = await reader.selectFrom(table).select('id').where('client_id', '=', clientId).execute();
  return rows.map((row) => row.id);
}

async function ownersOf(
  reader: Reader,
  table: 'contact' | 'task' | 'handoff_item',
  ids: readonly Id[],
): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows =
    table === 'handoff_item'
      ? await reader.selectFrom(table).select('handoff_id as owner').where('id', 'in', ids).execute()
      : await reader.selectFrom(table).select('client_id as owner').where('id', 'in', ids).execute();
  return rows.flatMap(({ owner }) => owner ?? []);
}

/** SQLite takes a limited number of parameters in one statement. */
const batch = 500;

async function index(writer: Writer, table: Indexed, ids: readonly Id[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch);
    await forget(writer, table, some);
    for (const entry of await entriesOf(writer, table, some)) await add(writer, entry);
  }
}

async function forget(writer: Writer, table: Indexed, ids: readonly Id[]): Promise<void> {
  await sql`delete from local_search where rowid in (
    select entry from local_search_entry where table_name = ${table} and row_id in (${sql.join(ids)}))`.execute(writer);
  await writer.deleteFrom('local_search_entry').where('table_name', '=', table).where('row_id', 'in', ids).execute();
}

async function add(writer: Writer, { table, id, clientId, happenedAt, title, body }: Entry): Promise<void> {
  const { entry } = await writer
    .insertInto('local_search_entry')
    .values({ table_name: table, row_id: id, client_id: clientId, happened_at: happenedAt })
    .returning('entry')
    .executeTakeFirstOrThrow();
  await sql`insert into local_search (rowid, title, body)
    values (${entry}, ${stemmed(title)}, ${stemmed(body)})`.execute(writer);
}

function entriesOf(reader: Reader, table: Indexed, ids: readonly Id[]): Promise<readonly Entry[]> {
  if (table === 'note') return noteEntries(reader, ids);
  return table === 'client' ? clientEntries(reader, ids) : handoffEntries(reader, ids);
}

async function noteEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'client.id as clientId', 'note.happened_at as happenedAt', 'note.body'])
    .where('note.id', 'in', ids)
    .where('note.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, table: 'note', ...splitTitle(body) }));
}

async function clientEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('client')
    .select(['id', 'name', 'created_at as happenedAt'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  const found = Map.groupBy(await clientTexts(reader, ids), (text) => text.clientId);
  return rows.map(({ id, name, happenedAt }) => {
    const texts = found.get(id)?.map(({ text }) => text) ?? [];
    return { table: 'client', id, clientId: id, happenedAt, title: name, body: texts.join('\n') };
  });
}

export interface ClientText {
  readonly clientId: Id;
  readonly kind: 'task' | 'contact';
  readonly id: Id;
  readonly text: string;
}

/** What a client is found by beside its name: people and open tasks. */
export async function clientTexts(reader: Reader, clientIds: readonly Id[]): Promise<readonly ClientText[]> {
  const contacts = await reader
    .selectFrom('contact')
    .select(['id', 'client_id', 'name', 'role_note'])
    .where('client_id', 'in', clientIds)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const tasks = await reader
    .selectFrom('task')
    .select(['id', 'client_id', 'title'])
    .where('client_id', 'in', clientIds)
    .where('deleted_at', 'is', null)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return [
    ...tasks.map(({ id, client_id, title }) => ({ clientId: client_id ?? '', kind: 'task' as const, id, text: title })),
    ...contacts.map(({ id, client_id, name, role_note }) => ({
      clientId: client_id ?? '',
      kind: 'contact' as const,
      id,
      text: role_note === '' ? name : `${name}, ${role_note}`,
    })),
  ];
}

async function handoffEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('handoff')
    .innerJoin('client', 'client.id', 'handoff.client_id')
    .select(['handoff.id', 'client.id as clientId', 'client.name', 'handoff.start_on as happenedAt'])
    .where('handoff.id', 'in', ids)
    .where('handoff.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  const items = Map.groupBy(await handoffTexts(reader, ids), (item) => item.handoffId);
  return rows.map(({ id, clientId, name, happenedAt }) => {
    const texts = items.get(id)?.map(({ text }) => text) ?? [];
    return { table: 'handoff', id, clientId, happenedAt, title: name, body: texts.join('\n') };
  });
}

/** What a handoff is found by beside its client's name. */
export async function handoffTexts(
  reader: Reader,
  handoffIds: readonly Id[],
): Promise<readonly { readonly handoffId: Id; readonly text: string }[]> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select(['handoff_id', 'title'])
    .where('handoff_id', 'in', handoffIds)
    .where('deleted_at', 'is', null)
    .orderBy('due_on')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(({ handoff_id, title }) => ({ handoffId: handoff_id ?? '', text: title }));
}
