import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import { signals } from '../shared/content/signals.ts';
import { touchKinds } from '../shared/contract/notes.ts';
import { idList } from './id-list.ts';
import type { ChangedRow } from './storage.ts';
import type { Schema, SharedTable, Writer } from './schema.ts';

/** Raised when the projection's SQL changes: the cards of an older version are rebuilt at start. */
export const clientCardVersion = '2';

const redFlags = signals.filter((signal) => signal.polarity === 'red').map((signal) => signal.code);

/**
 * All that a card is made from: nothing else of the file, no clock and no setting, so that a card of the past is exact. Of
 * a client without a beginning it keeps the moment it was added at; which day that was, who reads the card finds out.
 */
export const cardSources = {
  client: ['name', 'stage', 'place', 'partner_id', 'contact_norm_days', 'is_sample', 'created_at', 'deleted_at'],
  engagement: ['client_id', 'start_on', 'deleted_at'],
  note: ['client_id', 'kind', 'happened_at', 'finished_at', 'deleted_at'],
  task: ['client_id', 'title', 'side', 'due_on', 'done_at', 'place', 'deleted_at'],
  signal_mark: ['client_id', 'code', 'ended_on', 'deleted_at'],
  handoff: ['client_id', 'state', 'start_on', 'deleted_at'],
  handoff_item: ['handoff_id', 'state', 'deleted_at'],
} as const satisfies Partial<Record<SharedTable, readonly string[]>>;

export type CardSource = keyof typeof cardSources;

/** How a row of each table leads to the client whose card it shows on. */
export const clientOf: Readonly<Record<CardSource, RawBuilder<unknown>>> = {
  client: sql`select id from client where id in `,
  engagement: sql`select client_id from engagement where id in `,
  note: sql`select client_id from note where id in `,
  task: sql`select client_id from task where id in `,
  signal_mark: sql`select client_id from signal_mark where id in `,
  handoff: sql`select client_id from handoff where id in `,
  handoff_item: sql`select handoff.client_id from handoff_item join handoff on handoff.id = handoff_item.handoff_id
    where handoff_item.id in `,
};

export async function refreshClientCards(writer: Writer, rows: readonly ChangedRow[]): Promise<void> {
  const byTable = [...Map.groupBy(rows, (row) => row.table)];
  const concerned = byTable.flatMap(([table, changed]) => (isCardSource(table) ? clientsOf(table, changed) : []));
  if (concerned.length === 0) return;
  const clients = sql.join(concerned, sql` union `);
  if (rows.length > mostCompared) await replaceCards(writer, clients);
  else await matchCards(writer, clients);
}

/** After more rows than these whole cards are written, in one statement. */
const mostCompared = 200;

/** Writes what changed on the cards of these clients, which after most saves is one cell or none. */
async function matchCards(writer: Writer, clients: RawBuilder<unknown>): Promise<void> {
  const [fresh, known] = [await cardsNow(writer, clients), await cardsBefore(writer, clients)];
  for (const [id, card] of fresh) {
    const before = known.get(id);
    if (before === undefined) await writer.insertInto('local_client_card').values(card).execute();
    else await changeCard(writer, before, card);
  }
  for (const id of known.keys())
    if (!fresh.has(id)) await writer.deleteFrom('local_client_card').where('client_id', '=', id).execute();
}

type CardRow = Selectable<Schema['local_client_card']>;

const byClient = (rows: readonly CardRow[]): ReadonlyMap<Id, CardRow> =>
  new Map(rows.map((row) => [row.client_id, row]));

async function cardsNow(writer: Writer, clients: RawBuilder<unknown>): Promise<ReadonlyMap<Id, CardRow>> {
  return byClient((await cardsOf(clients).execute(writer)).rows);
}

async function cardsBefore(writer: Writer, clients: RawBuilder<unknown>): Promise<ReadonlyMap<Id, CardRow>> {
  const before = sql<CardRow>`select * from local_client_card where client_id in (${clients})`;
  return byClient((await before.execute(writer)).rows);
}

async function changeCard(writer: Writer, before: CardRow, card: CardRow): Promise<void> {
  const cellsBefore = new Map(Object.entries(before));
  const cells = Object.entries(card).filter(([column, value]) => value !== cellsBefore.get(column));
  if (cells.length === 0) return;
  const change = writer.updateTable('local_client_card').set(Object.fromEntries(cells));
  await change.where('client_id', '=', card.client_id).execute();
}

function clientsOf(table: CardSource, rows: readonly ChangedRow[]): readonly RawBuilder<unknown>[] {
  const now = sql`${clientOf[table]}${idList(rows.map((row) => row.id))}`;
  // A new row was on no other card.
  const older = rows.flatMap((row) => (row.inserted ? [] : row.id));
  return older.length > 0 ? [now, formerClientsOf(table, idList(older))] : [now];
}

export function isCardSource(table: string): table is CardSource {
  return Object.hasOwn(cardSources, table);
}

/** A row that was given to another client shows no more on the card of the one that had it. */
function formerClientsOf(table: SharedTable, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const former = (column: string) => sql`select before from local_change
    where table_name = ${table} and row_id in ${ids} and column_name = ${column} and before is not null`;
  return table === 'handoff_item'
    ? sql`select client_id from handoff where id in (${former('handoff_id')})`
    : former('client_id');
}

/** Every card anew, on doubt or after the projection changed. */
export async function rebuildClientCards(writer: Writer): Promise<void> {
  // All of it is cleared without a look at its cells and its index, which may not fit together any more.
  await sql`delete from local_client_card`.execute(writer);
  await insertCards(writer, sql`select id from client`);
}

/** The cards of these clients anew, from the tables that the connection sees under their names. */
export async function replaceCards(writer: Writer, clients: RawBuilder<unknown>): Promise<void> {
  await sql`delete from local_client_card where client_id in (${clients})`.execute(writer);
  await insertCards(writer, clients);
}

async function insertCards(writer: Writer, clients: RawBuilder<unknown>): Promise<void> {
  await sql`insert into local_client_card (client_id, name, stage, place, partner_id, since_on, last_touch_at,
      contact_norm_days, next_task_id, next_title, next_due_on, open_flags, handoff_id, handoff_done, handoff_total, is_sample)
    ${cardsOf(clients)}`.execute(writer);
}

const isOurStep = sql`deleted_at is null and done_at is null and side = 'agency'`;

function cardsOf(clients: RawBuilder<unknown>): RawBuilder<CardRow> {
  return sql`
    select client.id as client_id, client.name, client.stage, client.place, client.partner_id,
      coalesce(
        (select min(start_on) from engagement where client_id = client.id and deleted_at is null),
        client.created_at) as since_on,
      (select happened_at from note where client_id = client.id and deleted_at is null and finished_at is not null
        and kind in (${sql.join(touchKinds)}) order by happened_at desc limit 1) as last_touch_at,
      client.contact_norm_days, step.id as next_task_id, step.title as next_title, step.due_on as next_due_on,
      (select count(*) from signal_mark where client_id = client.id and deleted_at is null and ended_on is null
        and code in ${idList(redFlags)}) as open_flags,
      running.id as handoff_id,
      coalesce((select count(*) from handoff_item where handoff_id = running.id and deleted_at is null and state = 'done'), 0)
        as handoff_done,
      coalesce((select count(*) from handoff_item where handoff_id = running.id and deleted_at is null
        and state <> 'not_applicable'), 0) as handoff_total,
      client.is_sample
    from client
    left join task as step on step.id = coalesce(
      (select id from task where client_id = client.id and due_on is not null and ${isOurStep}
        order by due_on, place, id limit 1),
      (select id from task where client_id = client.id and due_on is null and ${isOurStep}
        order by place, id limit 1))
    left join handoff as running on running.id = (select id from handoff where client_id = client.id
      and deleted_at is null and state = 'running' order by start_on desc limit 1)
    where client.deleted_at is null and client.id in (${clients})`;
}
