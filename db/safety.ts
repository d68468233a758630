import { sql } from 'kysely';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import type { TrashKind } from '../shared/contract/safety.ts';
import { AppError } from '../shared/errors.ts';
import { nextTarget } from './history.ts';
import { nameSuccessor, successorName } from './successor.ts';
import { touched } from './rows.ts';
import { readRunningHandoff } from './handoff.ts';
import { shippedTemplateId } from './handoff-templates.ts';
import type { RowName } from './client-rows.ts';
import type { Reader, SharedTable, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { daysOfUseSince } from './trash-days.ts';

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

/** Records that belong to a record of a client: how they are called, and how they lead to it. */
const goneParts = sql`
      union all
      select 'kpi_reading', part.id, kpi.name || ' · ' || part.value || iif(kpi.unit = '', '', ' ') || kpi.unit, client.name,
        part.deleted_at, part.updated_by from kpi_reading as part
        join kpi on kpi.id = part.kpi_id and kpi.deleted_at is null
        join client on client.id = kpi.client_id and client.deleted_at is null
      union all
      select 'request_option', part.id, part.title, client.name, part.deleted_at, part.updated_by from request_option as part
        join request on request.id = part.request_id and request.deleted_at is null
        join client on client.id = request.client_id and client.deleted_at is null
      union all
      select 'candidate', part.id, part.name, client.name, part.deleted_at, part.updated_by from candidate as part
        join handoff on handoff.id = part.handoff_id and handoff.deleted_at is null and handoff.state = 'running'
        join client on client.id = handoff.client_id and client.deleted_at is null
      union all
      -- What a partner took out of the plan is on nobody's side; what the plan itself left out may come back by itself.
      select 'handoff_item', part.id, coalesce(nullif(part.title, ''), part.own_title_ru, part.own_title_en, part.code),
        client.name, part.deleted_at, part.updated_by from handoff_item as part
        join handoff on handoff.id = part.handoff_id and handoff.deleted_at is null and handoff.state = 'running'
        join client on client.id = handoff.client_id and client.deleted_at is null
        where part.side = ''
      union all
      select 'note_template', id, coalesce(title_ru, title_en, code), '', deleted_at, updated_by from note_template
      union all
      -- The one that ships loses its name only.
      select 'handoff_template', id, name, '', deleted_at, updated_by from handoff_template where id <> ${shippedTemplateId}
      union all
      -- One that ships loses what was changed of it only.
      select 'work_calendar', id, name, '', deleted_at, updated_by from work_calendar where code <> base
      union all
      select 'partner', id, name, '', deleted_at, updated_by from partner`;

interface GoneRow extends TrashRow {
  /** 1: its making was undone. */
  readonly neverWas: number;
}

/** What stands in the trash: not what went with its client or note, nor what never was because its making was undone. */
export async function trashOf(reader: Reader): Promise<readonly TrashRow[]> {
  return (await goneOf(reader)).flatMap(({ neverWas, ...row }) => (neverWas === 0 ? [row] : []));
}

async function goneOf(reader: Reader): Promise<readonly GoneRow[]> {
  const entries = sql<GoneRow>`(
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
      ${sql.join(goneRecords, sql` `)} ${goneParts}
    )
    select kind, id, title, client_name as "clientName", deleted_at as "deletedAt", updated_by as "deletedBy", exists (
      select 1 from local_change as mark
      join local_command as undo on undo.seq = mark.command_seq and undo.kind = 'undo'
      join local_change as birth on birth.command_seq = undo.target_seq and birth.table_name = mark.table_name
        and birth.row_id = mark.row_id and birth.column_name = 'id'
      where mark.table_name = gone.kind and mark.row_id = gone.id and mark.column_name = 'deleted_at'
        and mark.after = gone.deleted_at) as "neverWas"
    from gone
    where deleted_at is not null)`;
  return reader.selectFrom(entries.as('entry')).selectAll().orderBy('deletedAt', 'desc').orderBy('id').execute();
}

const daysInTrash = 30;

/** A partner stays: old notes and handoffs tell by whom they were. */
function isKeptForEver({ kind }: Pick<TrashRow, 'kind'>): boolean {
  return kind === 'partner';
}

/** How many days of use each is kept for yet; null: until it is restored. */
export async function daysLeftOf(
  reader: Reader,
  rows: readonly TrashRow[],
  today: Day,
): Promise<readonly (number | null)[]> {
  const used = await daysOfUseSince(reader, rows, today);
  return rows.map((row, index) => (isKeptForEver(row) ? null : Math.max(0, daysInTrash - (used[index] ?? 0))));
}

/** What has been gone for thirty days on which somebody worked, whatever the calendar says, in the trash or undone. */
export async function expiredTrash(reader: Reader, today: Day): Promise<readonly TrashRow[]> {
  const rows = await goneOf(reader);
  const left = await daysLeftOf(reader, rows, today);
  return rows.filter((_row, index) => left[index] === 0);
}

/** Those of the records that lie in the trash and may be erased. */
export async function expectInTrash(reader: Reader, records: readonly RowName[]): Promise<readonly RowName[]> {
  const known = new Set(
    (await trashOf(reader)).filter((row) => !isKeptForEver(row)).map(({ kind, id }) => `${kind} ${id}`),
  );
  return records.filter(({ table, id }) => known.has(`${table} ${id}`));
}

/**
 * Takes a record out of the trash: a note with the tasks that went with it, a template of handoffs with all that it
 * says, a calendar with its days, to be chosen again. A task comes back as one of its own, because no line of its note
 * holds it any more.
 */
export async function restore(writer: Writer, kind: TrashKind, id: Id, stamp: Stamp): Promise<void> {
  const row = await writer.selectFrom(kind).select('deleted_at').where('id', '=', id).executeTakeFirst();
  if (!row || (await isOfWhatShips(writer, kind, id))) throw new AppError('not_found', `no such ${kind}`);
  if (row.deleted_at === null) return;
  await refuseSecond(writer, kind, id);
  const handoffId = kind === 'handoff_item' || kind === 'candidate' ? await handoffOf(writer, kind, id) : '';
  const successorBefore = kind === 'candidate' ? await successorName(writer, handoffId) : '';
  const alive = { deleted_at: null, ...touched(stamp) };
  await writer.updateTable(kind).set(alive).where('id', '=', id).execute();
  if (kind === 'handoff_item') await giveSideBack(writer, id, row.deleted_at);
  if (kind === 'candidate') await nameSuccessor(writer, stamp, handoffId, successorBefore);
  if (kind === 'task')
    await writer.updateTable('task').set({ note_id: null, note_line: null }).where('id', '=', id).execute();
  for (const { table, of, key = 'id' } of goneWith[kind] ?? [])
    await sql`update ${sql.table(table)} set deleted_at = null, updated_at = ${stamp.now}, updated_by = ${stamp.by}
      where ${sql.ref(of)} = (select ${sql.ref(key)} from ${sql.table(kind)} where id = ${id})
        and deleted_at = ${row.deleted_at}`.execute(writer);
}

/** Such a row lies in no trash: only what was changed of what ships is gone. */
async function isOfWhatShips(writer: Writer, kind: TrashKind, id: Id): Promise<boolean> {
  if (kind !== 'work_calendar') return id === shippedTemplateId;
  const calendar = await writer.selectFrom(kind).select(['code', 'base']).where('id', '=', id).executeTakeFirst();
  return calendar?.code === calendar?.base;
}

interface GoneWith {
  readonly table: SharedTable;
  /** The column that names the record, by its id or by this key of it. */
  readonly of: string;
  readonly key?: string;
}

/** What is deleted in one command with a record comes back with it. */
const goneWith: Partial<Record<TrashKind, readonly GoneWith[]>> = {
  note: [{ table: 'task', of: 'note_id' }],
  handoff_template: [
    { table: 'handoff_template_item', of: 'template' },
    { table: 'handoff_template_after', of: 'template' },
  ],
  work_calendar: [{ table: 'work_calendar_day', of: 'calendar', key: 'code' }],
};

/** A plan that is over takes nothing back. */
async function handoffOf(writer: Writer, kind: 'handoff_item' | 'candidate', id: Id): Promise<Id> {
  const row = await writer.selectFrom(kind).select('handoff_id').where('id', '=', id).executeTakeFirst();
  const handoffId = row?.handoff_id ?? '';
  await readRunningHandoff(writer, handoffId);
  return handoffId;
}

/** Whose item it was is known from the log of its deletion. */
async function giveSideBack(writer: Writer, id: Id, deletedAt: Instant): Promise<void> {
  const { rows } = await sql<{ readonly side: string }>`
    select side.before as side from local_change as gone
    join local_change as side using (command_seq, table_name, row_id)
    where gone.table_name = 'handoff_item' and gone.row_id = ${id} and gone.column_name = 'deleted_at'
      and gone.after = ${deletedAt} and side.column_name = 'side'`.execute(writer);
  const side = rows[0]?.side ?? 'agency';
  await writer.updateTable('handoff_item').set({ side }).where('id', '=', id).execute();
}

/** What there is only one of, and what a living one beside it would be: none comes back beside one made since. */
const onlyOnes: Partial<Record<TrashKind, { readonly of: string; readonly same: string }>> = {
  report: { of: 'client_id', same: 'other.kind = back.kind and other.period = back.period' },
  signal_mark: {
    of: 'client_id',
    same: 'other.code = back.code and other.ended_on is null and back.ended_on is null',
  },
  kpi_reading: { of: 'kpi_id', same: 'other.measured_on = back.measured_on' },
  request_option: { of: 'request_id', same: 'other.is_chosen = 1 and back.is_chosen = 1' },
  candidate: { of: 'handoff_id', same: `other.state = 'chosen' and back.state = 'chosen'` },
};

async function refuseSecond(writer: Writer, kind: TrashKind, id: Id): Promise<void> {
  const only = onlyOnes[kind];
  if (only === undefined) return;
  const { rows } = await sql`select other.id from ${sql.table(kind)} as back
    join ${sql.table(kind)} as other on other.${sql.ref(only.of)} = back.${sql.ref(only.of)} and other.id <> back.id
      and other.deleted_at is null and ${sql.raw(only.same)} where back.id = ${id}`.execute(writer);
  if (rows.length > 0) throw new AppError('conflict', `there is such a ${kind} again`);
}

/** Names of the commands that undo and redo would step over. */
export async function nextSteps(
  reader: Reader,
): Promise<{ readonly undo: string | null; readonly redo: string | null }> {
  const undo = await nextTarget(reader, 'undo');
  const redo = await nextTarget(reader, 'redo');
  // At what was erased Undo stops, and says so when it is asked.
  return { undo: undo?.name || null, redo: redo?.name ?? null };
}
