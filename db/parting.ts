import { sql } from 'kysely';
import type { Day, Id } from '../shared/contract/call.ts';
import type { ArchiveEntry } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import { isHeldByHandoff } from '../shared/held-stage.ts';
import { promised } from '../shared/handoff/promise.ts';
import { placeBetween } from '../shared/place.ts';
import type { Stage } from '../shared/stage.ts';
import { hasRunningHandoff, recordStageChange } from './board.ts';
import { cardFrom, cardRows } from './card.ts';
import { localDay } from './local-day.ts';
import { removeRow } from './row-changes.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** The client as long as it can be parted with: alive, not ended, no handoff under way. */
export async function readPartingClient(reader: Reader, clientId: Id) {
  const client = await readLivingClient(reader, clientId);
  if (client.stage === 'ended') throw new AppError('client_ended', 'the client has ended already');
  if (isHeldByHandoff(client.stage, 'ended', await hasRunningHandoff(reader, clientId)))
    throw new AppError('handoff_running', 'a handoff of this client runs');
  return client;
}

export async function readLivingClient(reader: Reader, clientId: Id) {
  const client = await reader
    .selectFrom('client')
    .select(['id', 'name', 'stage', 'partner_id'])
    .where('id', '=', clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!client) throw new AppError('not_found', 'no such client');
  return client;
}

/** The engagement that ends with the client: the last one begun that has not ended by then. */
export async function openEngagementOf(reader: Reader, clientId: Id, day: Day): Promise<Id | null> {
  const row = await reader
    .selectFrom('engagement')
    .select('id')
    .where('client_id', '=', clientId)
    .where(({ eb, or }) => or([eb('end_on', 'is', null), eb('end_on', '>', day)]))
    .where('deleted_at', 'is', null)
    .orderBy('start_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface Parting {
  readonly clientId: Id;
  readonly endOn: Day;
  /** In words, for the history. */
  readonly reason: string;
}

/** The client goes to the shelf and every stretch of work with it gets its end. */
export async function endClient(writer: Writer, stamp: Stamp, parting: Parting): Promise<void> {
  await writer
    .updateTable('engagement')
    .set({ end_on: parting.endOn, end_reason: parting.reason, ...touched(stamp) })
    .where('client_id', '=', parting.clientId)
    .where(({ eb, or }) => or([eb('end_on', 'is', null), eb('end_on', '>', parting.endOn)]))
    .where('deleted_at', 'is', null)
    .execute();
  await moveToTop(writer, stamp, { clientId: parting.clientId, to: 'ended', reason: parting.reason });
}

/** They came back: a new stretch of work begins; the first signed work still counts for tenure. */
export async function startAgain(writer: Writer, stamp: Stamp, clientId: Id, startOn: Day): Promise<void> {
  await writer
    .insertInto('engagement')
    .values({ ...newRow(stamp), client_id: clientId, kind: 'project', start_on: startOn })
    .execute();
  await moveToTop(writer, stamp, { clientId, to: 'acquaintance', reason: '' });
}

interface MoveToTop {
  readonly clientId: Id;
  readonly to: Stage;
  readonly reason: string;
}

async function moveToTop(writer: Writer, stamp: Stamp, { clientId, to, reason }: MoveToTop): Promise<void> {
  const { stage } = await readLivingClient(writer, clientId);
  const first = await writer
    .selectFrom('client')
    .select(({ fn }) => fn.min('place').as('place'))
    .where('stage', '=', to)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  const result = await writer
    .updateTable('client')
    .set({ stage: to, place: placeBetween(null, first?.place || null), ...touched(stamp) })
    .where('id', '=', clientId)
    .executeTakeFirst();
  expectOne(result);
  await recordStageChange(writer, stamp, { clientId, from: stage, to, reason });
}

export interface PartingReasons {
  readonly clientId: Id;
  readonly handoffId: Id | null;
  readonly codes: readonly string[];
}

export async function addPartingReasons(writer: Writer, stamp: Stamp, reasons: PartingReasons): Promise<void> {
  for (const code of new Set(reasons.codes)) {
    await writer
      .insertInto('parting_reason')
      .values({ ...newRow(stamp), client_id: reasons.clientId, handoff_id: reasons.handoffId, code })
      .execute();
  }
}

/** Writes only what differs. */
export async function setPartingReasons(
  writer: Writer,
  stamp: Stamp,
  { codes, ...of }: PartingReasons & { readonly handoffId: Id },
): Promise<void> {
  const rows = await writer
    .selectFrom('parting_reason')
    .select(['id', 'code'])
    .where('handoff_id', '=', of.handoffId)
    .where('deleted_at', 'is', null)
    .execute();
  for (const { id, code } of rows) if (!codes.includes(code)) await removeRow(writer, stamp, 'parting_reason', id);
  const known = rows.map(({ code }) => code);
  await addPartingReasons(writer, stamp, { ...of, codes: codes.filter((code) => !known.includes(code)) });
}

export async function readPartingReasons(reader: Reader, handoffId: Id): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('parting_reason')
    .select('code')
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.code);
}

/** Ended clients, the last parted first. */
export async function readArchive(reader: Reader): Promise<ArchiveEntry[]> {
  const cards = await cardRows(reader).where('card.stage', '=', 'ended').execute();
  const partings = await reader
    .selectFrom('stage_change')
    .select(['client_id', 'reason', sql<string>`max(happened_at)`.as('ended_at')])
    .where('to_stage', '=', 'ended')
    .where('deleted_at', 'is', null)
    .groupBy('client_id')
    .execute();
  const ends = await reader
    .selectFrom('engagement')
    .select(['client_id', sql<string | null>`max(end_on)`.as('end_on')])
    .where('deleted_at', 'is', null)
    .groupBy('client_id')
    .execute();
  const handoffs = await reader
    .selectFrom('handoff')
    .select([
      'client_id',
      'id',
      'closed_at',
      'would_return',
      sql<Day>`max(start_on)`.as('start_on'),
      sql<number>`(select count(*) from handoff_item where handoff_id = handoff.id and deleted_at is null
        and is_mandatory = 1 and state not in ('done', 'not_applicable'))`.as('open'),
    ])
    .where('state', '=', 'closed')
    .where('deleted_at', 'is', null)
    .groupBy('client_id')
    .execute();
  const partingOf = new Map(partings.map((row) => [row.client_id, row]));
  const endOf = new Map(ends.map((row) => [row.client_id, row.end_on]));
  const handoffOf = new Map(handoffs.map((row) => [row.client_id, row]));
  return cards
    .map((card) => {
      const parting = partingOf.get(card.client_id);
      const handoff = handoffOf.get(card.client_id);
      return {
        card: cardFrom(card),
        endedOn: endOf.get(card.client_id) ?? (parting === undefined ? null : localDay(parting.ended_at)),
        reason: parting?.reason ?? '',
        handoffId: handoff?.id ?? null,
        isPromiseKept: handoff === undefined ? null : wasKept(handoff),
        wouldReturn: handoff?.would_return ?? '',
      };
    })
    .toSorted((one, other) => compare(other.endedOn ?? '', one.endedOn ?? '') || compare(one.card.id, other.card.id));
}

interface ClosedHandoff {
  readonly start_on: Day;
  readonly closed_at: string | null;
  readonly open: number;
}

function wasKept({ start_on: startOn, closed_at, open }: ClosedHandoff): boolean {
  return closed_at !== null && promised({ startOn, closedOn: localDay(closed_at), open }).isKept;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
