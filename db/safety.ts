import { sql } from 'kysely';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { TrashKind } from '../shared/contract/safety.ts';
import { AppError } from '../shared/errors.ts';
import { nextTarget } from './history.ts';
import { touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

export interface TrashRow {
  readonly id: Id;
  readonly kind: TrashKind;
  readonly title: string;
  readonly clientName: string;
  readonly deletedAt: Instant;
  readonly deletedBy: Id | null;
}

/** What a client's record is called in the trash: its words, or what else tells it from its like. */
const namesOfRecords = {
  engagement: 'title',
  report: 'period',
  kpi: 'name',
  request: 'wish',
  insight: 'title',
  trial: 'success_sign',
  intent_check: 'checked_on',
  asset: 'name',
  signal_mark: 'code',
  dossier_line: 'text',
} as const satisfies Partial<Record<TrashKind, string>>;

const goneRecords = Object.entries(namesOfRecords).map(
  ([table, name]) => sql`
      union all
      select ${sql.lit(table)}, record.id, record.${sql.ref(name)}, client.name, record.deleted_at, record.updated_by
        from ${sql.table(table)} as record
        join client on client.id = record.client_id and client.deleted_at is null`,
);

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
      ${sql.join(goneRecords, sql` `)}
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

/**
 * Takes a record out of the trash: a note with the tasks that went with it. A task comes back as one of its own, because
 * no line of its note holds it any more.
 */
export async function restore(writer: Writer, kind: TrashKind, id: Id, stamp: Stamp): Promise<void> {
  const row = await writer.selectFrom(kind).select('deleted_at').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', `no such ${kind}`);
  if (row.deleted_at === null) return;
  await refuseSecond(writer, kind, id);
  const alive = { deleted_at: null, ...touched(stamp) };
  await writer.updateTable(kind).set(alive).where('id', '=', id).execute();
  const tasks = writer.updateTable('task');
  if (kind === 'task') await tasks.set({ note_id: null, note_line: null }).where('id', '=', id).execute();
  if (kind !== 'note') return;
  await tasks.set(alive).where('note_id', '=', id).where('deleted_at', '=', row.deleted_at).execute();
}

/** There is one report for a period and one mark of a sign that is true: none comes back beside one made since. */
async function refuseSecond(writer: Writer, kind: TrashKind, id: Id): Promise<void> {
  if (kind !== 'report' && kind !== 'signal_mark') return;
  const same =
    kind === 'report'
      ? sql`other.kind = back.kind and other.period = back.period`
      : sql`other.code = back.code and other.ended_on is null and back.ended_on is null`;
  const { rows } = await sql`select other.id from ${sql.table(kind)} as back
    join ${sql.table(kind)} as other on other.client_id = back.client_id and other.id <> back.id
      and other.deleted_at is null and ${same} where back.id = ${id}`.execute(writer);
  if (rows.length > 0) throw new AppError('conflict', `there is such a ${kind} again`);
}

/** Names of the commands that undo and redo would step over. */
export async function nextSteps(
  reader: Reader,
): Promise<{ readonly undo: string | null; readonly redo: string | null }> {
  const undo = await nextTarget(reader, 'undo');
  const redo = await nextTarget(reader, 'redo');
  return { undo: undo?.name ?? null, redo: redo?.name ?? null };
}
