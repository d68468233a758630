import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';
import { longNoteBytes } from './long-note.ts';
import { type Indexed, indexedTables } from './search-entries.ts';

/** Rows of one table that the index is to take in. */
export interface Portion {
  readonly table: Indexed;
  readonly ids: readonly Id[];
}

export interface IndexQueue {
  /** So many rows that are not indexed yet, the newest first; a long note stands alone. Empty when none is left. */
  readonly next: (limit: number) => readonly Portion[];
  /** How much of the index stands when all that was handed out is in it, in percent. */
  readonly progress: () => number;
}

/** Finding what is missing looks at every row of the file: it is done once for so many of them. */
const usuallyFound = 50_000;

/** What the index lacks. A row that came or went after it was found is looked at again by whoever takes it in. */
export function openIndexQueue(file: Database.Database, foundAtOnce = usuallyFound): IndexQueue {
  let found: readonly Unindexed[] = [];
  let taken = 0;
  let before = { done: 0, all: 0 };

  function look(): void {
    found = unindexedIn(file, foundAtOnce);
    taken = 0;
    before = indexProgress(file);
  }

  return {
    next: (limit) => {
      if (taken === found.length) look();
      const rows = oneStep(found.slice(taken, taken + limit));
      taken += rows.length;
      return portionsOf(rows);
    },
    progress: () => Math.min(100, Math.floor((100 * (before.done + taken)) / Math.max(1, before.all))),
  };
}

/** Whether taking in what is left would be the work of a moment. */
export function isSmallToIndex(file: Database.Database, mostRows: number): boolean {
  const long = file.prepare<[number], number>(
    `select 1 ${living.note} and octet_length(row.body) > ?
     and not exists (select 1 from local_search_entry where row_id = row.id) limit 1`,
  );
  return indexProgress(file).all <= mostRows && long.get(longNoteBytes) === undefined;
}

/** How many rows the index must hold, and how many it holds. */
export function indexProgress(file: Database.Database): { readonly done: number; readonly all: number } {
  const count = (sql: string) => file.prepare<[], number>(`select count(*) ${sql}`).pluck().get() ?? 0;
  const all = indexedTables.reduce((sum, table) => sum + count(living[table]), 0);
  return { done: count('from local_search_entry'), all };
}

interface Unindexed {
  readonly table: Indexed;
  readonly id: Id;
  readonly isLong: boolean;
}

/** As far as the first long note, or that note alone. */
function oneStep(rows: readonly Unindexed[]): readonly Unindexed[] {
  const firstLong = rows.findIndex(({ isLong }) => isLong);
  return firstLong === -1 ? rows : rows.slice(0, Math.max(1, firstLong));
}

function portionsOf(rows: readonly Unindexed[]): readonly Portion[] {
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return [...byTable].map(([table, own]) => ({ table, ids: own.map(({ id }) => id) }));
}

type OfClient = Exclude<Indexed, 'client'>;

/** Rows that the index must hold. */
const living: Readonly<Record<Indexed, string>> = {
  client: 'from client as row where row.deleted_at is null',
  handoff: ofLivingClient('handoff'),
  contact: ofLivingClient('contact'),
  task: ofLivingClient('task'),
  note: ofLivingClient('note'),
};

function ofLivingClient(table: OfClient): string {
  return `from ${table} as row join client on client.id = row.client_id
    where row.deleted_at is null and client.deleted_at is null`;
}

/** Notes last: they are most of all, and what is asked for by name is found soon. */
const inTurn = ['client', 'handoff', 'contact', 'task', 'note'] as const satisfies readonly Indexed[];

function unindexedIn(file: Database.Database, limit: number): readonly Unindexed[] {
  const rows: Unindexed[] = [];
  for (const table of inTurn) for (const row of unindexed(file, table, limit - rows.length)) rows.push(row);
  return rows;
}

function unindexed(file: Database.Database, table: Indexed, limit: number): readonly Unindexed[] {
  const [newest, bytes] = table === 'note' ? ['row.happened_at', 'octet_length(row.body)'] : ['row.created_at', '0'];
  return file
    .prepare<[number], { readonly id: Id; readonly bytes: number }>(
      `select row.id, ${bytes} as bytes ${living[table]}
       and not exists (select 1 from local_search_entry where row_id = row.id)
       order by ${newest} desc limit ?`,
    )
    .all(limit)
    .map(({ id, bytes: size }) => ({ table, id, isLong: size > longNoteBytes }));
}
