import { sql } from 'kysely';
import type { Id, Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { nextTarget } from './history.ts';
import type { Reader, SharedTable, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

export type TrashKind = 'client' | 'note' | 'task' | 'contact';

export interface TrashRow {
  readonly id: Id;
  readonly kind: TrashKind;
  readonly title: string;
  readonly clientName: string;
  readonly deletedAt: Instant;
  readonly deletedBy: Id | null;
}

/** What stands in the trash: not what went with its client or note, nor what never was because its making was undone. */
export async function trashOf(reader: Reader, since: Instant): Promise<readonly TrashRow[]> {
  const entries = sql<TrashRow>`(
    with gone as (
      select 'client' as kind, id, name as title, '' as client_name, deleted_at, updated_by from client
      union all
      select 'note', note.id, note.body, client.name, note.deleted_at, note.updated_by from note
        join client on client.id = note.client_id and client.deleted_at is null where trim(note.body) <> ''
      union all
      select 'task', task.id, task.title, client.name, task.deleted_at, task.updated_by from task
        join client on client.id = task.client_id and client.deleted_at is null
        left join note on note.id = task.note_id where note.id is null or note.deleted_at is null
      union all
      select 'contact', contact.id, contact.name, client.name, contact.deleted_at, contact.updated_by from contact
        join client on client.id = contact.client_id and client.deleted_at is null
    )
    select kind, id, title, client_name as "clientName", deleted_at as "deletedAt", updated_by as "deletedBy"
    from gone
    where deleted_at >= ${since} and not exists (
      select 1 from local_change as mark
      join local_command as undo on undo.seq = mark.command_seq and undo.kind = 'undo'
      join local_change as birth on birth.command_seq = undo.target_seq and birth.table_name = mark.table_name
        and birth.row_id = mark.row_id and birth.column_name = 'id'
      where mark.table_name = gone.kind and mark.row_id = gone.id and mark.column_name = 'deleted_at'
        and mark.after = gone.deleted_at))`;
  return reader.selectFrom(entries.as('entry')).selectAll().orderBy('deletedAt', 'desc').orderBy('id').execute();
}

/** How the rows of a table hang on a client or a note; they went with it when they share its moment. */
const hanging: Readonly<Record<'client' | 'note', readonly (readonly [table: SharedTable, condition: string])[]>> = {
  client: [
    ['contact', 'client_id = @id'],
    ['engagement', 'client_id = @id'],
    ['stage_change', 'client_id = @id'],
    ['note', 'client_id = @id'],
    ['note_attendee', 'note_id in (select id from note where client_id = @id)'],
    ['task', 'client_id = @id'],
    ['signal_mark', 'client_id = @id'],
    ['dossier_line', 'client_id = @id'],
    ['asset', 'client_id = @id'],
    ['handoff', 'client_id = @id'],
    ['parting_reason', 'client_id = @id'],
    ['handoff_item', 'handoff_id in (select id from handoff where client_id = @id)'],
    ['candidate', 'handoff_id in (select id from handoff where client_id = @id)'],
  ],
  note: [
    ['note_attendee', 'note_id = @id'],
    ['task', 'note_id = @id'],
    ['signal_mark', 'note_id = @id'],
  ],
};

/** Takes a record out of the trash with everything that went with it. */
export async function restore(writer: Writer, kind: TrashKind, id: Id, stamp: Stamp): Promise<void> {
  const row = await writer.selectFrom(kind).select('deleted_at').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', `no such ${kind}`);
  if (row.deleted_at === null) return;
  await revive(writer, kind, sql`id = ${id}`, row.deleted_at, stamp);
  if (kind !== 'client' && kind !== 'note') return;
  for (const [table, condition] of hanging[kind]) {
    const [before = '', after = ''] = condition.split('@id');
    await revive(writer, table, sql`${sql.raw(before)}${id}${sql.raw(after)}`, row.deleted_at, stamp);
  }
}

async function revive(
  writer: Writer,
  table: SharedTable,
  condition: ReturnType<typeof sql>,
  deletedAt: Instant,
  stamp: Stamp,
): Promise<void> {
  await sql`update ${sql.table(table)} set deleted_at = null, updated_at = ${stamp.now}, updated_by = ${stamp.by}
    where deleted_at = ${deletedAt} and ${condition}`.execute(writer);
}

/** Names of the commands that undo and redo would step over. */
export async function nextSteps(
  reader: Reader,
): Promise<{ readonly undo: string | null; readonly redo: string | null }> {
  const undo = await nextTarget(reader, 'undo');
  const redo = await nextTarget(reader, 'redo');
  return { undo: undo?.name ?? null, redo: redo?.name ?? null };
}
