import type Database from 'better-sqlite3';
import { v5 } from 'uuid';
import type { Id } from '../shared/contract/call.ts';
import type { Erasure } from '../shared/contract/erasing.ts';
import { AppError } from '../shared/errors.ts';
import type { RowName, Rows } from './client-rows.ts';
import { idList } from './id-list.ts';
import { addRow, putRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// The record of what was erased: nothing of what it held. Every computer that erases the same record makes the same row.

/** By a partner, or because its time in the trash was over. */
export type How = 'by_hand' | 'trash';

export function erasureIdOf(record: Pick<RowName, 'id'>): Id {
  return v5('erasure', record.id);
}

export interface NewErasure {
  readonly record: RowName;
  readonly how: How;
  readonly why: string;
  readonly rows: Rows;
}

export async function recordErasure(writer: Writer, stamp: Stamp, erased: NewErasure): Promise<void> {
  const { record, how, why, rows } = erased;
  const id = erasureIdOf(record);
  await putRow(writer, stamp, 'erasure', id, { subject: record.table, subject_id: record.id, how, why });
  for (const [counted, ids] of rows)
    await addRow(writer, stamp, 'erasure_count', { erasure_id: id, counted, row_count: ids.length });
}

/** Of clients, the latest first. */
export async function readErasures(reader: Reader): Promise<Erasure[]> {
  const rows = await reader
    .selectFrom('erasure')
    .select(['id', 'subject', 'created_at as erasedAt', 'created_by as erasedBy', 'why'])
    .where('subject', '=', 'client')
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const counts = await reader
    .selectFrom('erasure_count')
    .select(['erasure_id', 'counted as table', 'row_count as rows'])
    .where('erasure_id', 'in', idList(rows.map(({ id }) => id)))
    .where('deleted_at', 'is', null)
    .orderBy('row_count', 'desc')
    .orderBy('counted')
    .execute();
  const byErasure = Map.groupBy(counts, (count) => count.erasure_id);
  return rows.map((row) => ({
    ...row,
    counts: (byErasure.get(row.id) ?? []).map((count) => ({ table: count.table, rows: count.rows })),
  }));
}

/** None of a file of before there were any. */
export function clientErasuresIn(file: Database.Database): Id[] {
  const hasAny = file.prepare(`select 1 from pragma_table_list where schema = 'main' and name = 'erasure'`).get();
  if (hasAny === undefined) return [];
  return file
    .prepare<[], Id>(`select id from erasure where subject = 'client' and deleted_at is null order by id`)
    .pluck()
    .all();
}

export interface ErasedRecord extends RowName {
  readonly erasureId: Id;
}

/** What was erased then, as copies may still hold it. */
export async function recordOfErasure(reader: Reader, erasureId: Id): Promise<ErasedRecord> {
  const row = await reader
    .selectFrom('erasure')
    .select(['subject as table', 'subject_id as id'])
    .where('id', '=', erasureId)
    .executeTakeFirst();
  if (!row?.id) throw new AppError('not_found', 'no such erasure');
  return { table: row.table, id: row.id, erasureId };
}

export interface ClientNames {
  readonly name: string;
  readonly people: readonly string[];
}

/** Also of a client, and of people, in the trash; null when there is no such client. */
export async function clientNames(reader: Reader, clientId: Id): Promise<ClientNames | null> {
  const client = await reader.selectFrom('client').select('name').where('id', '=', clientId).executeTakeFirst();
  const people = await reader.selectFrom('contact').select('name').where('client_id', '=', clientId).execute();
  return client ? { name: client.name, people: people.map(({ name }) => name) } : null;
}

/** How many living notes of other clients hold what `holdsName` looks for. */
export async function countNotesOfOthers(
  reader: Reader,
  clientId: Id,
  holdsName: (text: string) => boolean,
): Promise<number> {
  const bodies = reader
    .selectFrom('note')
    .select('body')
    .where('client_id', '!=', clientId)
    .where('deleted_at', 'is', null);
  let count = 0;
  for (const { body } of await bodies.execute()) if (holdsName(body)) count += 1;
  return count;
}
