import { type Insertable, sql, type Updateable } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { placeBetween } from '../shared/place.ts';
import { newRow, touched } from './rows.ts';
import type { Cell, Schema, SharedTable, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// Most records of a client are plain rows: made, changed cell by cell, marked as deleted. They share these ways.

type NewRow<Table extends SharedTable> = Omit<Insertable<Schema[Table]>, 'id'>;
type RowChange<Table extends SharedTable> = Updateable<Schema[Table]>;

/** Cells that are undefined keep what they have. */
function cellsOf(values: object): readonly (readonly [string, Cell])[] {
  return Object.entries(values).filter(([, value]: readonly [string, Cell | undefined]) => value !== undefined);
}

async function insertCells(writer: Writer, table: SharedTable, values: object): Promise<void> {
  const cells = cellsOf(values);
  await sql`insert into ${sql.table(table)} (${sql.join(cells.map(([column]) => sql.ref(column)))})
    values (${sql.join(cells.map(([, value]) => value))})`.execute(writer);
}

/** Tells whether the row was there. */
async function updateCells(writer: Writer, table: SharedTable, id: Id, values: object): Promise<boolean> {
  const set = cellsOf(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${id}`.execute(
    writer,
  );
  return numAffectedRows === 1n;
}

/** Refuses what names a row that is gone. */
export async function expectLiving(writer: Writer, table: SharedTable, id: Id): Promise<void> {
  const { rows } = await sql`select id from ${sql.table(table)} where id = ${id} and deleted_at is null`.execute(
    writer,
  );
  if (rows.length === 0) throw new AppError('not_found', `no such ${table}`);
}

/** A new row; answers its id. */
export async function addRow<Table extends SharedTable>(
  writer: Writer,
  stamp: Stamp,
  table: Table,
  values: NewRow<Table>,
): Promise<Id> {
  const row = newRow(stamp);
  await insertCells(writer, table, { ...row, ...values });
  return row.id;
}

/** Changes a living row; `not_found` when there is none. */
export async function changeRow<Table extends SharedTable>(
  writer: Writer,
  stamp: Stamp,
  table: Table,
  id: Id,
  values: RowChange<Table>,
): Promise<void> {
  await expectLiving(writer, table, id);
  await updateCells(writer, table, id, { ...values, ...touched(stamp) });
}

/** Marks a living row as deleted; `not_found` when there is none. */
export async function removeRow(writer: Writer, stamp: Stamp, table: SharedTable, id: Id): Promise<void> {
  await expectLiving(writer, table, id);
  await updateCells(writer, table, id, { deleted_at: stamp.now, ...touched(stamp) });
}

/**
 * The one row of its kind under an id made from what it is about (`uuid` v5), so that two computers that make the same
 * thing make the same row: changed when it is there, made when it is not, alive afterwards.
 */
export async function putRow<Table extends SharedTable>(
  writer: Writer,
  stamp: Stamp,
  table: Table,
  id: Id,
  values: NewRow<Table>,
): Promise<void> {
  const isThere = await updateCells(writer, table, id, { ...values, deleted_at: null, ...touched(stamp) });
  if (!isThere) await insertCells(writer, table, { ...newRow(stamp), id, ...values });
}

/** Many of them at once, all with the same columns; what is not there yet is made by one statement. */
export async function putRows<Table extends SharedTable>(
  writer: Writer,
  stamp: Stamp,
  table: Table,
  given: readonly { readonly id: Id; readonly values: NewRow<Table> }[],
): Promise<void> {
  if (given.length === 0) return;
  const { rows } = await sql<{ readonly id: Id }>`
    select id from ${sql.table(table)} where id in (${sql.join(given.map(({ id }) => id))})`.execute(writer);
  const there = new Set(rows.map(({ id }) => id));
  for (const { id, values } of given) if (there.has(id)) await putRow(writer, stamp, table, id, values);
  const made = given
    .filter(({ id }) => !there.has(id))
    .map(({ id, values }) => cellsOf({ ...newRow(stamp), id, ...values }));
  const [first] = made;
  if (first === undefined) return;
  const lines = made.map((cells) => sql`(${sql.join(cells.map(([, value]) => value))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(first.map(([column]) => sql.ref(column)))})
    values ${sql.join(lines)}`.execute(writer);
}

/** The place below all rows that share `column = value`. */
export async function lastPlaceOf(writer: Writer, table: SharedTable, column: string, value: Id): Promise<string> {
  const { rows } = await sql<{ readonly place: string | null }>`
    select max(place) as place from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(writer);
  return placeBetween(rows[0]?.place || null, null);
}

export interface RowMove {
  readonly id: Id;
  /** The row to stand below; null is the top. */
  readonly after: Id | null;
  /** The columns whose values the rows of one list share. */
  readonly list: readonly string[];
}

/** Puts a living row somewhere else among the living rows of its list; `not_found` when it or `after` is not there. */
export async function moveRow(
  writer: Writer,
  stamp: Stamp,
  table: SharedTable,
  { id, after, list }: RowMove,
): Promise<void> {
  await expectLiving(writer, table, id);
  const isBeside = list.map((column) => sql`other.${sql.ref(column)} is moved.${sql.ref(column)}`);
  const { rows } = await sql<{ readonly id: Id; readonly place: string }>`
    select other.id, other.place from ${sql.table(table)} as moved
      join ${sql.table(table)} as other on ${sql.join(isBeside, sql` and `)}
    where moved.id = ${id} and other.id <> ${id} and other.deleted_at is null
    order by other.place, other.id`.execute(writer);
  const index = after === null ? -1 : rows.findIndex((row) => row.id === after);
  if (after !== null && index === -1) throw new AppError('not_found', `no such ${table} to stand below`);
  const place = placeBetween(rows[index]?.place || null, rows[index + 1]?.place || null);
  await updateCells(writer, table, id, { place, ...touched(stamp) });
}
