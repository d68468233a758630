import Database from 'better-sqlite3';
import { Kysely, type RawBuilder, sql } from 'kysely';
import type { Card } from '../shared/contract/board.ts';
import { loadCards } from './board.ts';
import { type CardSource, cardSources, clientOf, isCardSource, replaceCards } from './client-card.ts';
import { dialectOf } from './dialect.ts';
import { localTables, type Schema, type Writer } from './schema.ts';
import { storageError } from './storage-error.ts';

// The board of a past day. A second connection, which can only read the file, keeps what cards are made from in temporary
// tables under the names of the real ones, as it stood right after some command. Going to another command writes the
// values "before" (back) or "after" (forth) of the change log into them and makes the cards of the clients concerned
// anew with the very SQL of the living board. So a step costs what changed in between, not the size of the file.

export interface PastBoard {
  /** Only for commands that others came after: the last one may still grow. */
  readonly cardsAfter: (seq: number) => Promise<Card[]>;
  readonly close: () => Promise<void>;
}

interface Replica {
  readonly db: Kysely<Schema>;
  /** The command right after which the temporary tables stand. */
  at: number;
  /** The last command when the copy was made. */
  readonly head: number;
}

/** The copy is let go of when nobody looked at the past for so long. */
export const restAfter = 60_000;

const tables = Object.entries(cardSources).flatMap(([name, columns]) =>
  isCardSource(name) ? [{ name, columns: ['id', ...columns] }] : [],
);

export function openPastBoard(path: string): PastBoard {
  let replica: Replica | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function letGo(): Promise<void> {
    const { db } = replica ?? {};
    replica = null;
    await db?.destroy();
  }

  function forget(): Promise<void> {
    clearTimeout(rest);
    return letGo();
  }

  async function cardsAfter(seq: number): Promise<Card[]> {
    clearTimeout(rest);
    rest = setTimeout(() => void inTurn(forget), restAfter);
    rest.unref();
    try {
      // What lies nearer to the present than to where the copy stands is reached from the present.
      if (replica && seq - replica.at > replica.head - seq) await letGo();
      replica ??= await openReplica(path);
      return await goTo(replica, seq);
    } catch (error) {
      await forget();
      throw storageError(error);
    }
  }

  return { cardsAfter: (seq) => inTurn(() => cardsAfter(seq)), close: () => inTurn(forget) };
}

async function openReplica(path: string): Promise<Replica> {
  const file = new Database(path, { readonly: true });
  // What was written once and deleted since does not come to lie in a file beside the data.
  file.pragma('temp_store = memory');
  const db = new Kysely<Schema>({ dialect: dialectOf(file) });
  try {
    const head = await db.transaction().execute(copyPresent);
    return { db, at: head, head };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Tells after which command the copy stands. */
async function copyPresent(writer: Writer): Promise<number> {
  const cardColumns = Object.keys(localTables.local_client_card);
  await copyTable(writer, 'local_client_card', cardColumns);
  for (const { name, columns } of tables) {
    await copyTable(writer, name, columns);
    const owner = columns.find((column) => column === 'client_id' || column === 'handoff_id');
    if (owner === undefined) continue;
    await sql`create index ${sql.id('temp', `past_${name}`)} on ${sql.table(name)} (${sql.ref(owner)})`.execute(writer);
  }
  await sql`create temp table delta (table_name, column_name, row_id, value,
    primary key (table_name, column_name, row_id)) without rowid`.execute(writer);
  await sql`create temp table concerned (client_id primary key)`.execute(writer);
  const { rows } = await sql<{ readonly seq: number }>`
    select coalesce(max(seq), 0) as seq from local_command`.execute(writer);
  return rows[0]?.seq ?? 0;
}

async function copyTable(writer: Writer, name: string, columns: readonly string[]): Promise<void> {
  const [key = 'id', ...others] = columns;
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`create temp table ${sql.table(name)} (${sql.ref(key)} primary key,
    ${sql.join(others.map((column) => sql.ref(column)))})`.execute(writer);
  await sql`insert into ${sql.id('temp', name)} (${list}) select ${list} from ${sql.id('main', name)}`.execute(writer);
}

async function goTo(replica: Replica, seq: number): Promise<Card[]> {
  const { db, at } = replica;
  const cards = await db.transaction().execute(async (writer) => {
    if (seq !== at) await step(writer, at, seq);
    return loadCards(writer);
  });
  replica.at = seq;
  return cards;
}

async function step(writer: Writer, from: number, to: number): Promise<void> {
  const isBack = to < from;
  await readDelta(writer, from, to);
  await noteConcerned(writer);
  for (const { name, columns } of tables) {
    const born = sql`select row_id from delta where table_name = ${name} and column_name = 'id'`;
    if (isBack) await sql`delete from ${sql.table(name)} where id in (${born})`.execute(writer);
    else await sql`insert or ignore into ${sql.table(name)} (id) ${born}`.execute(writer);
    for (const column of columns.slice(1)) {
      const changed = sql`from delta where table_name = ${name} and column_name = ${column}`;
      await sql`update ${sql.table(name)}
        set ${sql.ref(column)} = (select value ${changed} and row_id = ${sql.table(name)}.id)
        where id in (select row_id ${changed})`.execute(writer);
    }
  }
  // A row that changed hands concerns the client it was with and the one it is with.
  await noteConcerned(writer);
  await replaceCards(writer, sql`select client_id from concerned`);
  await sql`delete from delta`.execute(writer);
  await sql`delete from concerned`.execute(writer);
}

/**
 * Of each cell that changed in between: the value before the first change on the way back, after the last on the way
 * forth. Forth begins with the command the copy stands after: when it was the last one, it may have grown since.
 */
async function readDelta(writer: Writer, from: number, to: number): Promise<void> {
  const between = (columns: (name: CardSource) => readonly string[], value: 'before' | 'after') => sql`
    select table_name, column_name, row_id, ${sql.ref(value)} as value,
      ${value === 'before' ? sql`min(command_seq)` : sql`max(command_seq)`}
    from local_change
    where ${value === 'before' ? sql`command_seq > ${to} and command_seq <= ${from}` : sql`command_seq between ${from} and ${to}`}
      -- The plus keeps to the order of the log: the index of rows would read all of it.
      and (+table_name, column_name) in (values ${sql.join(
        tables.flatMap(({ name }) => columns(name).map((column) => sql`(${name}, ${column})`)),
      )})`;
  const group = sql`group by table_name, column_name, row_id`;
  const add = (rows: RawBuilder<unknown>) =>
    sql`insert into delta select table_name, column_name, row_id, value from (${rows})`.execute(writer);
  if (to > from) return void (await add(sql`${between((name) => ['id', ...cardSources[name]], 'after')} ${group}`));
  await add(sql`${between(() => ['id'], 'before')} ${group}`);
  // Rows that were made in between go as a whole.
  const isOlder = sql`not exists (select 1 from delta where delta.table_name = local_change.table_name
    and delta.column_name = 'id' and delta.row_id = local_change.row_id)`;
  await add(sql`${between((name) => cardSources[name], 'before')} and ${isOlder} ${group}`);
}

async function noteConcerned(writer: Writer): Promise<void> {
  for (const { name } of tables) {
    const rows = sql`(select row_id from delta where table_name = ${name})`;
    await sql`insert or ignore into concerned (client_id)
      select * from (${clientOf[name]}${rows}) where true`.execute(writer);
  }
}
