import { sql } from 'kysely';
import type { CallName } from '../shared/contract/contract.ts';
import { isCallName } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { type Cell, isSharedTable, type Reader, sharedTables, type SharedTable, type Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/**
 * What these record has happened beyond the file, or before there was a board to come back to: Undo goes past them, and
 * past what made the records they stand on (`settleGround`).
 */
const final: ReadonlySet<CallName> = new Set<CallName>(['handoff.export', 'settings.finishFirstRun']);

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
 * `undo_conflict` when a cell has changed since, or when something that lives hangs on a row the command made. Such a row
 * is not deleted but marked as deleted.
 */
export async function applyStep(writer: Writer, step: Step): Promise<StepOutcome> {
  const target = await targetOf(writer, step);
  const seq = await step.begin(target.seq);
  const cells = await writer.selectFrom('local_change').selectAll().where('command_seq', '=', target.seq).execute();
  const byRow = Map.groupBy(cells, (cell) => `${cell.table_name} ${cell.row_id}`);
  await step.within(writer, seq, async () => {
    for (const rowCells of byRow.values()) await stepRow(writer, step, rowCells);
  });
  if (step.kind === 'undo') await refuseIfLeaned(writer, target.seq, cells);
  await writer
    .updateTable('local_command')
    .set({ state: step.kind === 'undo' ? 'undone' : 'done' })
    .where('seq', '=', target.seq)
    .execute();
  return { seq, name: target.name, targetId: target.id };
}

async function targetOf(writer: Writer, { kind, targetId }: Step) {
  const target = await nextTarget(writer, kind, targetId);
  if (!target || !isCallName(target.name))
    throw new AppError(kind === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo', 'no such command');
  return { ...target, name: target.name };
}

/** Undo takes the newest entry, of an id with several entries as well; redo the one that was undone last. */
export function nextTarget(reader: Reader, kind: Step['kind'], targetId?: Id) {
  if (kind === 'redo') {
    return reader
      .selectFrom('local_command as step')
      .innerJoin('local_command as target', 'target.seq', 'step.target_seq')
      .select(['target.seq', 'target.name', 'target.id'])
      .where('step.kind', '=', 'undo')
      .where('target.state', '=', 'undone')
      .orderBy('step.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
  }
  const last = reader
    .selectFrom('local_command')
    .select(['seq', 'name', 'id'])
    .where('kind', '=', 'do')
    .where('state', '=', 'done')
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

async function stepRow(writer: Writer, step: Step, logged: readonly LoggedCell[]): Promise<void> {
  const first = logged[0];
  if (!first || !isSharedTable(first.table_name)) return;
  const table = first.table_name;
  const cells = logged.filter((cell) => !unwatched.has(cell.column_name));
  const made = cells.some(isBirth);
  const current = await rowOf(writer, table, first.row_id);
  const target = made ? lifeOf(step, cells) : cells.map((cell) => valuesOf(step, cell));
  for (const { column, expected } of target) {
    if (!expected(current[column] ?? null)) throw new AppError('undo_conflict', `${table}.${column} changed since`);
  }
  if (made && step.kind === 'undo') refuseIfEdited(current, cells, table);
  const set = Object.fromEntries([
    ...target.map(({ column, to }) => [column, to]),
    ['updated_at', step.stamp.now],
    ['updated_by', step.stamp.by],
  ]);
  await sql`update ${sql.table(table)} set ${sql.join(
    Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
  )} where id = ${first.row_id}`.execute(writer);
}

function isBirth({ column_name: column, before }: LoggedCell): boolean {
  return column === 'id' && before === null;
}

interface CellStep {
  readonly column: string;
  readonly expected: (current: Cell) => boolean;
  readonly to: Cell;
}

function valuesOf(step: Step, { column_name: column, before, after }: LoggedCell): CellStep {
  return step.kind === 'undo'
    ? { column, expected: (current) => current === after, to: before }
    : { column, expected: (current) => current === before, to: after };
}

/** A row that the command made lives or does not: only its `deleted_at` moves. */
function lifeOf(step: Step, cells: readonly LoggedCell[]): readonly CellStep[] {
  const bornDeleted = cells.some((cell) => cell.column_name === 'deleted_at' && cell.after !== null);
  if (bornDeleted) return [];
  return step.kind === 'undo'
    ? [{ column: 'deleted_at', expected: (current) => current === null, to: step.stamp.now }]
    : [{ column: 'deleted_at', expected: (current) => current !== null, to: null }];
}

function refuseIfEdited(
  current: Readonly<Record<string, Cell>>,
  cells: readonly LoggedCell[],
  table: SharedTable,
): void {
  for (const column of Object.keys(sharedTables[table])) {
    if (unwatched.has(column)) continue;
    const logged = cells.find((cell) => cell.column_name === column)?.after ?? null;
    if ((current[column] ?? null) !== logged) throw new AppError('undo_conflict', `${table}.${column} changed since`);
  }
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
 * After a command that Undo goes past: what made the records it hangs on, and put them where they are, cannot be taken
 * from under it. So Undo goes past that as well, and past what wrote the same cells before, instead of stopping for good.
 */
export async function settleGround(writer: Writer, seq: number): Promise<void> {
  const keys = await foreignKeys(writer);
  const settled = [seq];
  for (const next of settled) {
    const before = keys.map(
      ({ table, column, target }) => sql`
        select ground.command_seq from local_change as made
        join ${sql.table(table)} as child on child.id = made.row_id
        join local_change as ground on ground.row_id = child.${sql.ref(column)}
        where made.command_seq = ${next} and made.table_name = ${table}
          and made.column_name = 'id' and made.before is null and ground.table_name = ${target}
          and (ground.column_name in ('stage', 'deleted_at') or (ground.column_name = 'id' and ground.before is null))`,
    );
    const sameCells = sql`
      select earlier.command_seq from local_change as later
      join local_change as earlier using (table_name, row_id, column_name)
      where later.command_seq = ${next} and later.column_name not in ('updated_at', 'updated_by')`;
    for (const ground of [...before, sameCells]) {
      const { rows } = await sql<{ readonly seq: number }>`
        update local_command set state = 'final' where state = 'done' and seq < ${next} and seq in (${ground})
        returning seq`.execute(writer);
      settled.push(...rows.map((row) => row.seq));
    }
  }
}

/** Asked after all rows of the command went back: what it made together went together. */
async function refuseIfLeaned(writer: Writer, seq: number, cells: readonly LoggedCell[]): Promise<void> {
  const made = new Set(cells.filter(isBirth).map((cell) => cell.table_name));
  const keys = await foreignKeys(writer);
  for (const { table, column, target } of keys.filter((key) => made.has(key.target))) {
    const { rows } = await sql`select id from ${sql.table(table)}
      where deleted_at is null and ${sql.ref(column)} in (
        select row_id from local_change
        where command_seq = ${seq} and table_name = ${target} and column_name = 'id' and before is null)
      limit 1`.execute(writer);
    if (rows.length > 0) throw new AppError('undo_conflict', `${table}.${column} leans on what was made`);
  }
}

async function rowOf(reader: Reader, table: SharedTable, id: Id): Promise<Readonly<Record<string, Cell>>> {
  const row = await reader.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('undo_conflict', `${table} row is gone`);
  return row;
}
