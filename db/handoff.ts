import { sql } from 'kysely';
import { v5 } from 'uuid';
import type { Id } from '../shared/contract/call.ts';
import { type HandoffSummary, successorModes } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import type { Reader, Writer } from './schema.ts';
import { expectOne, touched } from './rows.ts';
import type { Stamp } from './storage.ts';

export type HandoffState = 'running' | 'closed' | 'cancelled';

export async function readHandoff(reader: Reader, handoffId: string) {
  const row = await reader
    .selectFrom('handoff')
    .selectAll()
    .where('id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.client_id === null) throw new AppError('not_found', 'no such handoff');
  return { ...row, client_id: row.client_id };
}

export type HandoffRow = Awaited<ReturnType<typeof readHandoff>>;

/** A handoff that is closed or cancelled stays as it was. */
export async function readRunningHandoff(reader: Reader, handoffId: string): Promise<HandoffRow> {
  const row = await readHandoff(reader, handoffId);
  if (row.state !== 'running') throw new AppError('handoff_not_running', 'the handoff is over');
  return row;
}

/**
 * The id of the client's next handoff: two computers that start it make the same rows, and so does a start after one that
 * was undone.
 */
export async function handoffIdOf(reader: Reader, clientId: Id): Promise<Id> {
  const before = await reader
    .selectFrom('handoff')
    .select('id')
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const known = new Set(before.map(({ id }) => id));
  const ids = Array.from({ length: known.size + 1 }, (_, index) => v5(`handoff ${index + 1}`, clientId));
  // Those of earlier versions have ids of another kind, so the number of handoffs alone would leave gaps.
  const [id] = ids.filter((each) => !known.has(each));
  if (id === undefined) throw new AppError('unexpected', 'more handoffs than ids');
  return id;
}

/** Of the one that began last; null where there was none yet. */
export async function lastHandoffState(reader: Reader, clientId: Id): Promise<string | null> {
  const last = await reader
    .selectFrom('handoff')
    .select('state')
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('start_on', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.state ?? null;
}

export interface HandoffChange {
  readonly lead_partner_id?: string | null;
  readonly letter?: string;
  readonly care_until_on?: string;
  readonly end_on?: string;
  readonly successor?: string;
  readonly cancel_reason?: string;
  readonly would_return?: string;
  readonly would_return_words?: string;
  readonly lesson?: string;
  readonly told_by?: string;
  readonly reason_text?: string;
  readonly state?: HandoffState;
  readonly closed_at?: string;
}

export async function changeHandoff(writer: Writer, stamp: Stamp, id: string, change: HandoffChange): Promise<void> {
  const result = await writer
    .updateTable('handoff')
    .set({ ...change, ...touched(stamp) })
    .where('id', '=', id)
    .executeTakeFirst();
  expectOne(result);
}

/** A way that this version does not know counts as a new contractor: nothing of the plan is hidden then. */
export function successorMode(code: string): (typeof successorModes)[number] {
  return successorModes.find((mode) => mode === code) ?? 'contractor';
}

export function handoffState(state: string): HandoffState {
  return state === 'closed' || state === 'cancelled' ? state : 'running';
}

/** Running ones first, by the day they end; then what is over, the last one first. */
export async function listHandoffs(reader: Reader, today: string): Promise<readonly HandoffSummary[]> {
  const open = sql<number>`state not in ('done', 'not_applicable')`;
  const rows = await reader
    .selectFrom('handoff')
    .innerJoin('client', 'client.id', 'handoff.client_id')
    .leftJoin(
      (items) =>
        items
          .selectFrom('handoff_item')
          .where('deleted_at', 'is', null)
          .groupBy('handoff_id')
          .select([
            'handoff_id',
            sql<number>`sum(state = 'done')`.as('done'),
            sql<number>`sum(state <> 'not_applicable')`.as('total'),
            sql<number>`sum(${open} and due_on < ${today})`.as('overdue'),
          ])
          .as('items'),
      (join) => join.onRef('items.handoff_id', '=', 'handoff.id'),
    )
    .where('handoff.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .select([
      'handoff.id',
      'client.id as client_id',
      'client.name as client_name',
      'handoff.lead_partner_id',
      'handoff.start_on',
      'handoff.end_on',
      'handoff.state',
      'items.done',
      'items.total',
      'items.overdue',
    ])
    .orderBy(sql`handoff.state <> 'running'`)
    .orderBy(sql`iif(handoff.state = 'running', handoff.end_on, null)`)
    .orderBy('handoff.closed_at', 'desc')
    .orderBy('handoff.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    clientName: row.client_name,
    leadPartnerId: row.lead_partner_id,
    startOn: row.start_on,
    endOn: row.end_on,
    state: handoffState(row.state),
    done: row.done ?? 0,
    total: row.total ?? 0,
    overdue: row.overdue ?? 0,
  }));
}

/** Of clients that are not in the trash. */
export function runningHandoffs(reader: Reader) {
  return reader
    .selectFrom('handoff')
    .where('handoff.state', '=', 'running')
    .where('handoff.deleted_at', 'is', null)
    .where('handoff.client_id', 'in', (cards) => cards.selectFrom('local_client_card').select('client_id'));
}
