import { type RawBuilder, sql } from 'kysely';
import type { CallName } from '../shared/contract/contract.ts';
import { isCallName } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';
import { erasedState } from './erase.ts';
import { refuseOwnerGone } from './owner-gone.ts';
import { salvagedState } from './salvage/log-state.ts';
import { type Cell, isSharedTable, type Reader, sharedTables, type SharedTable, type Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/**
 * What these record has happened beyond the file, or before there was a board to come back to: Undo goes past them, and
 * past what made the records they stand on (`settleGround`).
 */
const final: ReadonlySet<CallName> = new Set<CallName>([
  'handoff.export',
  'handoff.exportBrief',
  'settings.finishFirstRun',
]);

export function isUndoable(name: CallName): boolean {
  return !final.has(name);
}

/** One step back or forth in the history of commands. */
export interface Step {
  readonly kind: 'undo' | 'redo';
  readonly stamp: Stamp;
  /** The command to step over; without it the last one that can be. */
  readonly targetId?: Id;
  readonly begin: (targetSeq: number) => Promise<number>;
  readonly within: (writer: Writer, seq: number, work: () => Promise<void>) => Promise<void>;
}

interface StepOutcome {
  readonly seq: number;
  readonly name: CallName;
  readonly targetId: Id;
}

/**
 * Writes the old (undo) or the new (redo) values of a command back, as a logged command of its own. Refused with
 * `undo_conflict` when a cell has changed since, with `undo_needed` when something that lives hangs on a row the command
 * made, and with `undo_gone` when a row would lead to one that was deleted since. What the command made is not deleted but
 * marked as deleted.
 */
export async function applyStep(writer: Writer, step: Step): Promise<StepOutcome> {
  const target = await targetOf(writer, step);
  const seq = await step.begin(target.seq);
  const born = await tablesOfBorn(writer, target.seq);
  const cells = await cellsOfOthers(writer, target.seq);
  const byRow = Map.groupBy(cells, (cell) => `${cell.table_name} ${cell.row_id}`);
  await step.within(writer, seq, async () => {
    for (const table of born) await stepBorn(writer, step, table, target.seq);
    for (const rowCells of byRow.values()) await stepRow(writer, step, rowCells);
  });
  const keys = await foreignKeys(writer);
  // One step after the other leads to what stood there before: only one that passes others over may lead astray.
  if (step.kind === 'undo' && step.targetId !== undefined) {
    await refuseIfLost(writer, keys, { seq: target.seq, cells });
    await refuseOwnerGone(writer, target.seq);
  }
  if (step.kind === 'undo') await refuseIfLeaned(writer, keys, target.seq, born);
  await writer
    .updateTable('local_command')
    .set({ state: step.kind === 'undo' ? 'undone' : 'done' })
    .where('seq', '=', target.seq)
    .execute();
  return { seq, name: target.name, targetId: target.id };
}

async function targetOf(writer: Writer, { kind, targetId }: Step) {
  const target = await nextTarget(writer, kind, targetId);
  if (target?.state === erasedState) throw new AppError('undo_erased', 'what it made or changed is erased for ever');
  if (!target || !isCallName(target.name)) throw new AppError(await whyNot(writer, kind, targetId), 'no such command');
  return { ...target, name: target.name };
}

/** Why there is nothing to step over. */
async function whyNot(reader: Reader, kind: Step['kind'], targetId?: Id): Promise<ErrorCode> {
  if (kind === 'redo') return (await isReplaced(reader)) ? 'redo_replaced' : 'nothing_to_redo';
  if (targetId === undefined) return 'nothing_to_undo';
  const entries = await reader
    .selectFrom('local_command')
    .select('state')
    .where('kind', '=', 'do')
    .where('id', '=', targetId)
    .execute();
  if (entries.length === 0) return 'undo_elsewhere';
  if (entries.some(({ state }) => state === salvagedState)) return 'undo_salvaged';
  return entries.some(({ state }) => state === 'final') ? 'undo_issued' : 'undo_done';
}

/** What was undone last could be done again, had nothing new been done since. */
async function isReplaced(reader: Reader): Promise<boolean> {
  const undone = await reader
    .selectFrom('local_command as step')
    .innerJoin('local_command as target', 'target.seq', 'step.target_seq')
    .select(['step.seq', 'target.state', 'target.name'])
    .where('step.kind', '=', 'undo')
    .orderBy('step.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  // The name of a command whose records were erased is gone with them.
  if (undone?.state !== 'abandoned' || undone.name === '') return false;
  const later = reader.selectFrom('local_command').select('seq').where('kind', '=', 'do').where('seq', '>', undone.seq);
  return (await later.limit(1).executeTakeFirst()) !== undefined;
}

/** Undo takes the newest entry, of an id with several entries as well, and stops at what was erased; redo the one that was undone last. */
export function nextTarget(reader: Reader, kind: Step['kind'], targetId?: Id) {
  if (kind === 'redo') {
    return reader
      .selectFrom('local_command as step')
      .innerJoin('local_command as target', 'target.seq', 'step.target_seq')
      .select(['target.seq', 'target.name', 'target.id', 'target.state'])
      .where('step.kind', '=', 'undo')
      .where('target.state', '=', 'undone')
      .orderBy('step.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
  }
  const last = reader
    .selectFrom('local_command')
    .select(['seq', 'name', 'id', 'state'])
    .where('kind', '=', 'do')
    .where('state', 'in', ['done', erasedState])
    .orderBy('seq', 'desc')
    .limit(1);
  return (targetId ? last.where('id', '=', targetId) : last).executeTakeFirst();
}

interface LoggedCell {
  readonly table_name: string;
  readonly row_id: string;
  readonly column_name: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** Who and when are not part of what a partner sees, so they neither conflict nor come back. */
const unwatched = new Set(['updated_at', 'updated_by']);

/** What an insert logs of the row itself. */
const birth = sql`column_name = 'id' and before is null`;

/** The tables in which a command made rows. */
async function tablesOfBorn(writer: Writer, seq: number): Promise<readonly SharedTable[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select distinct table_name as name from local_change where command_seq = ${seq} and ${birth}`.execute(writer);
  return rows.flatMap(({ name }) => (isSharedTable(name) ? [name] : []));
}

/** What a command changed in rows that were there before it. */
async function cellsOfOthers(writer: Writer, seq: number): Promise<readonly LoggedCell[]> {
  const { rows } = await sql<LoggedCell>`
    select table_name, row_id, column_name, before, after from local_change as cell
    where command_seq = ${seq} and not exists (select 1 from local_change where command_seq = cell.command_seq
      and table_name = cell.table_name and row_id = cell.row_id and ${birth})`.execute(writer);
  return rows;
}

/**
 * A row that the command made lives or does not: only its `deleted_at` moves. All rows of a table at once, since an
 * import makes them by the thousand.
 */
async function stepBorn(writer: Writer, step: Step, table: SharedTable, seq: number): Promise<void> {
  const born = sql`select row_id from local_change where command_seq = ${seq} and table_name = ${table} and ${birth}`;
  const bornDeleted = sql`select row_id from local_change where command_seq = ${seq} and table_name = ${table}
    and column_name = 'deleted_at' and after is not null and row_id in (${born})`;
  await refuseIfEdited(writer, step, table, { seq, born, bornDeleted });
  const { now, by } = step.stamp;
  await sql`update ${sql.table(table)}
    set deleted_at = iif(id in (${bornDeleted}), deleted_at, ${step.kind === 'undo' ? now : null}),
      updated_at = ${now}, updated_by = ${by}
    where id in (${born})`.execute(writer);
}

interface BornRows {
  readonly seq: number;
  readonly born: RawBuilder<unknown>;
  readonly bornDeleted: RawBuilder<unknown>;
}

/** What is undone must be as the command left it; what is done again must not have come back by itself. */
async function refuseIfEdited(
  writer: Writer,
  { kind }: Step,
  table: SharedTable,
  { seq, born, bornDeleted }: BornRows,
): Promise<void> {
  const watched = Object.keys(sharedTables[table]).filter((column) => !unwatched.has(column));
  const name = sql.table(table);
  const current = sql.join(
    watched.map((column) => sql`when ${column} then row.${sql.ref(column)}`),
    sql` `,
  );
  const filled = sql.join(
    watched.map((column) => sql`(row.${sql.ref(column)} is not null)`),
    sql` + `,
  );
  // Every logged cell is as it was logged, and as many cells are filled: then no other was filled since.
  const changed =
    kind === 'undo'
      ? sql`select cell.row_id from local_change as cell left join ${name} as row on row.id = cell.row_id
          where cell.command_seq = ${seq} and cell.table_name = ${table} and cell.row_id in (${born})
            and cell.column_name in (${sql.join(watched)})
          group by cell.row_id
          having sum(cell.after is not case cell.column_name ${current} end) > 0 or count(cell.after) <> max(${filled})
          limit 1`
      : sql`select id from ${name} where id in (${born}) and id not in (${bornDeleted}) and deleted_at is null limit 1`;
  const { rows } = await changed.execute(writer);
  if (rows.length > 0) throw new AppError('undo_conflict', `${table} changed since`);
}

async function stepRow(writer: Writer, step: Step, logged: readonly LoggedCell[]): Promise<void> {
  const first = logged[0];
  if (!first || !isSharedTable(first.table_name)) return;
  const table = first.table_name;
  const cells = logged.filter((cell) => !unwatched.has(cell.column_name)).map((cell) => valuesOf(step, cell));
  const current = await rowOf(writer, table, first.row_id);
  for (const { column, expected } of cells) {
    if ((current[column] ?? null) !== expected) throw new AppError('undo_conflict', `${table}.${column} changed since`);
  }
  const set = Object.fromEntries([
    ...cells.map(({ column, to }) => [column, to]),
    ['updated_at', step.stamp.now],
    ['updated_by', step.stamp.by],
  ]);
  await sql`update ${sql.table(table)} set ${sql.join(
    Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
  )} where id = ${first.row_id}`.execute(writer);
}

interface CellStep {
  readonly column: string;
  readonly expected: Cell;
  readonly to: Cell;
}

function valuesOf({ kind }: Step, { column_name: column, before, after }: LoggedCell): CellStep {
  return kind === 'undo' ? { column, expected: after, to: before } : { column, expected: before, to: after };
}

interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

async function foreignKeys(writer: Writer): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select child.name as "table", key."from" as "column", key."table" as target
    from sqlite_schema as child, pragma_foreign_key_list(child.name) as key where child.type = 'table'`.execute(writer);
  return rows;
}

/**
 * After a command that Undo goes past: what made the records it leads to and those it changed, and put them where they are,
 * cannot be taken from under it. So Undo goes past that as well, and past what wrote the same cells before, instead of
 * stopping for good.
 */
export async function settleGround(writer: Writer, seq: number): Promise<void> {
  const keys = await foreignKeys(writer);
  const settled = [seq];
  for (const next of settled) {
    const ledTo = keys.map(
      ({ table, column, target }) => sql`
        select ground.command_seq from local_change as made
        join local_change as ground on ground.table_name = ${target} and ground.row_id = made.after
        where made.command_seq = ${next} and made.table_name = ${table} and made.column_name = ${column}
          and (ground.column_name in ('stage', 'deleted_at') or (ground.column_name = 'id' and ground.before is null))`,
    );
    const sameRows = sql`
      select earlier.command_seq from local_change as later
      join local_change as earlier using (table_name, row_id)
      where later.command_seq = ${next} and (earlier.column_name = 'deleted_at'
        or (earlier.column_name = 'id' and earlier.before is null)
        or (earlier.column_name = later.column_name and later.column_name not in ('updated_at', 'updated_by')))`;
    for (const ground of [...ledTo, sameRows]) {
      const { rows } = await sql<{ readonly seq: number }>`
        update local_command set state = 'final' where state = 'done' and seq < ${next} and seq in (${ground})
        returning seq`.execute(writer);
      settled.push(...rows.map((row) => row.seq));
    }
  }
}

/** A living row is not led back to one that was deleted since, such as a client to a partner who left. */
async function refuseIfLost(
  writer: Writer,
  keys: readonly ForeignKey[],
  stepped: { readonly seq: number; readonly cells: readonly LoggedCell[] },
): Promise<void> {
  for (const { table, column, target } of keys) {
    const cells = stepped.cells.filter((cell) => cell.table_name === table && cell.column_name === column);
    if (cells.length === 0) continue;
    const ids = sql.join(cells.map((cell) => cell.row_id));
    const { rows } = await sql<{ readonly kind: string }>`select step.kind from ${sql.table(table)} as row
      join ${sql.table(target)} as other on other.id = row.${sql.ref(column)} and other.deleted_at is not null
      join local_change as gone on gone.table_name = ${target} and gone.row_id = other.id
        and gone.column_name = 'deleted_at' and gone.after is not null and gone.command_seq > ${stepped.seq}
      join local_command as step on step.seq = gone.command_seq
      where row.id in (${ids}) and row.deleted_at is null
      order by step.seq desc limit 1`.execute(writer);
    // What was made and taken back does not lie in the trash.
    const [last] = rows;
    if (last !== undefined)
      throw new AppError(
        last.kind === 'do' ? 'undo_gone' : 'undo_conflict',
        `${table}.${column} would lead to nothing`,
      );
  }
}

/** Asked after all rows of the command went back: what it made together went together. */
async function refuseIfLeaned(
  writer: Writer,
  keys: readonly ForeignKey[],
  seq: number,
  born: readonly string[],
): Promise<void> {
  for (const { table, column, target } of keys.filter((key) => born.includes(key.target))) {
    const { rows } = await sql`select id from ${sql.table(table)}
      where deleted_at is null and ${sql.ref(column)} in (
        select row_id from local_change
        where command_seq = ${seq} and table_name = ${target} and column_name = 'id' and before is null)
      limit 1`.execute(writer);
    if (rows.length > 0) throw new AppError('undo_needed', `${table}.${column} leans on what was made`);
  }
}

async function rowOf(reader: Reader, table: SharedTable, id: Id): Promise<Readonly<Record<string, Cell>>> {
  const row = await reader.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('undo_conflict', `${table} row is gone`);
  return row;
}
