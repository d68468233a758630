import { firstLimits } from '../shared/agency-limits.ts';
import { AppError } from '../shared/errors.ts';
import type { Card } from '../shared/contract/board.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import { isHeldByHandoff } from '../shared/held-stage.ts';
import { placeBetween } from '../shared/place.ts';
import type { BoardStage } from '../shared/stage.ts';
import { cardFrom, cardRows } from './card.ts';
import { expectPartner } from './records.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** Every client's card, column by column, in the order the partners gave them; answered from one covering index. */
export async function loadCards(reader: Reader): Promise<Card[]> {
  const rows = await cardRows(reader).orderBy('card.stage').orderBy('card.place').orderBy('card.client_id').execute();
  return rows.map(cardFrom);
}

export interface NewClient {
  readonly name: string;
  readonly stage: BoardStage;
  readonly partnerId: Id | null;
  readonly sinceOn: Day;
}

/** The client on top of its column, its first engagement, and the beginning of its path. */
export async function createClient(writer: Writer, stamp: Stamp, client: NewClient): Promise<Id> {
  if (client.partnerId !== null) await expectPartner(writer, client.partnerId);
  const row = newRow(stamp);
  const clientId = row.id;
  const first = await firstPlace(writer, client.stage, clientId);
  await writer
    .insertInto('client')
    .values({
      ...row,
      name: client.name,
      stage: client.stage,
      place: placeBetween(null, first),
      partner_id: client.partnerId,
    })
    .execute();
  await writer
    .insertInto('engagement')
    .values({ ...newRow(stamp), client_id: clientId, kind: 'project', start_on: client.sinceOn })
    .execute();
  await recordStageChange(writer, stamp, { clientId, from: null, to: client.stage, reason: '' });
  return clientId;
}

export interface Move {
  readonly clientId: Id;
  readonly stage: BoardStage;
  /** The card above, null for the top of the column. */
  readonly after: Id | null;
  readonly reason: string;
}

export interface PlannedMove {
  readonly from: string;
  readonly place: string;
  readonly changesStage: boolean;
  /** The card stands there already. */
  readonly changesNothing: boolean;
}

/** Where the card comes to stand, or the reason why it cannot: the one place that knows the rules of moving. */
export async function planMove(reader: Reader, move: Move): Promise<PlannedMove> {
  const client = await reader
    .selectFrom('client')
    .select(['stage', 'place'])
    .where('id', '=', move.clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!client) throw new AppError('not_found', 'no such client');
  if (client.stage === 'ended') throw new AppError('client_ended', 'an ended client comes back first');
  const changesStage = client.stage !== move.stage;
  if (isHeldByHandoff(client.stage, move.stage, await hasRunningHandoff(reader, move.clientId)))
    throw new AppError('handoff_running', 'stage is fixed while a handoff runs');
  const above = await placeAbove(reader, move);
  // The card above left the column meanwhile: within the column nothing moves, a newcomer goes to the top.
  const isLost = move.after !== null && above === null;
  if (isLost && !changesStage) return { from: client.stage, place: client.place, changesStage, changesNothing: true };
  const below = await firstPlaceBelow(reader, move, above);
  const standsThere = !changesStage && standsBetween(client.place, above, below);
  return {
    from: client.stage,
    place: standsThere ? client.place : placeBetween(above, below),
    changesStage,
    changesNothing: standsThere,
  };
}

function standsBetween(place: string, above: string | null, below: string | null): boolean {
  return (above === null || place > above) && (below === null || place < below);
}

export async function hasRunningHandoff(reader: Reader, clientId: Id): Promise<boolean> {
  const running = await reader
    .selectFrom('handoff')
    .select('id')
    .where('client_id', '=', clientId)
    .where('state', '=', 'running')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return running !== undefined;
}

/** A card that was deleted keeps its place, so the gap below it is still known. */
async function placeAbove(reader: Reader, move: Move): Promise<string | null> {
  if (move.after === null || move.after === move.clientId) return null;
  const card = await reader
    .selectFrom('client')
    .select('place')
    .where('id', '=', move.after)
    .where('stage', '=', move.stage)
    .executeTakeFirst();
  return card?.place ?? null;
}

/** Cards that two computers gave the same place are passed over: between equal keys nothing fits. */
async function firstPlaceBelow(reader: Reader, move: Move, above: string | null): Promise<string | null> {
  if (above === null) return firstPlace(reader, move.stage, move.clientId);
  const card = await reader
    .selectFrom('client')
    .select('place')
    .where('stage', '=', move.stage)
    .where('place', '>', above)
    .where('id', '!=', move.clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .limit(1)
    .executeTakeFirst();
  return card?.place ?? null;
}

async function firstPlace(reader: Reader, stage: BoardStage, except: Id): Promise<string | null> {
  const card = await reader
    .selectFrom('client')
    .select('place')
    .where('stage', '=', stage)
    .where('id', '!=', except)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .limit(1)
    .executeTakeFirst();
  return card?.place ?? null;
}

/** A drop on the card's own place is no command: it would stand in the history and undo nothing. */
export async function moveChangesNothing(reader: Reader, commandId: Id, move: Move): Promise<boolean> {
  const known = await reader.selectFrom('local_command').select('id').where('id', '=', commandId).executeTakeFirst();
  return known === undefined && (await planMove(reader, move)).changesNothing;
}

export async function moveClient(writer: Writer, stamp: Stamp, move: Move): Promise<void> {
  const planned = await planMove(writer, move);
  if (planned.changesNothing) return;
  const set = { stage: move.stage, place: planned.place, ...touched(stamp) };
  expectOne(await writer.updateTable('client').set(set).where('id', '=', move.clientId).executeTakeFirst());
  if (!planned.changesStage) return;
  const { clientId, stage: to, reason } = move;
  await recordStageChange(writer, stamp, { clientId, from: planned.from, to, reason });
}

export interface StageStep {
  readonly clientId: Id;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
}

/** One more line of the client's path, kept for ever. */
export async function recordStageChange(writer: Writer, stamp: Stamp, step: StageStep): Promise<void> {
  await writer
    .insertInto('stage_change')
    .values({
      ...newRow(stamp),
      client_id: step.clientId,
      from_stage: step.from,
      to_stage: step.to,
      happened_at: stamp.now,
      reason: step.reason,
    })
    .execute();
}

export async function explainMove(writer: Writer, stamp: Stamp, stageChangeId: Id, reason: string): Promise<void> {
  expectOne(
    await writer
      .updateTable('stage_change')
      .set({ reason, ...touched(stamp) })
      .where('id', '=', stageChangeId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
}

/** The stage that a command's entry in the path started from. */
export async function stageBefore(reader: Reader, stageChangeId: Id): Promise<string | null> {
  const change = await reader
    .selectFrom('stage_change')
    .select('from_stage')
    .where('id', '=', stageChangeId)
    .executeTakeFirst();
  return change?.from_stage ?? null;
}

export interface StageLoad {
  readonly count: number;
  readonly allowed: number;
}

/** How many clients are in honeymoon at once, beside how many the agency allows itself. */
export async function honeymoonLoad(reader: Reader): Promise<StageLoad> {
  const { count } = await reader
    .selectFrom('local_client_card')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('stage', '=', 'honeymoon')
    .executeTakeFirstOrThrow();
  const agency = await reader
    .selectFrom('agency')
    .select('clients_in_honeymoon')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return { count, allowed: agency?.clients_in_honeymoon ?? firstLimits.clientsInHoneymoon };
}
