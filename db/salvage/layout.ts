import type Database from 'better-sqlite3';
import type { Cell } from '../schema.ts';
import type { TreeRecord } from './cells.ts';

export interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'ANY';
  readonly isNullable: boolean;
  /** It is the number of the row, and stands in no record. */
  readonly isRowid: boolean;
}

/** The columns of a table in the order in which a record holds them. */
export type Layout = readonly Column[];

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** Tables whose rows are worth saving; what is made from them is made anew. */
export function layoutsOf(file: Database.Database, tables: readonly string[]): ReadonlyMap<string, Layout> {
  const columns = file.prepare<[string], ColumnFacts>(`select name, type, "notnull", pk from pragma_table_info(?)`);
  return new Map(tables.map((table) => [table, layoutOf(columns.all(table))]));
}

function layoutOf(columns: readonly ColumnFacts[]): Layout {
  const hasOneKey = columns.filter(({ pk }) => pk > 0).length === 1;
  return columns.map(({ name, type, notnull, pk }) => ({
    name,
    type: type === 'INTEGER' || type === 'ANY' ? type : 'TEXT',
    isNullable: notnull === 0,
    isRowid: hasOneKey && pk === 1 && type === 'INTEGER',
  }));
}

/** What a record holds of each column; columns that came later are missing. Null when it is of another table. */
export function rowIn(layout: Layout, { rowid, values, isCut }: TreeRecord): ReadonlyMap<string, Cell> | null {
  if (values.length > layout.length || values.length === 0) return null;
  const row = new Map<string, Cell>();
  for (const [index, column] of layout.entries()) {
    const value = values[index];
    if (value === undefined) break;
    const told = column.isRowid ? rowid : value;
    if ((column.isRowid && value !== null) || !fits(column, told)) return null;
    row.set(column.name, told);
  }
  return isCut || row.size > 1 ? row : null;
}

/** Whether the table takes it: a bent cell may hold a word where a number stands, or a number beyond all. */
export function fits({ type, isNullable }: Column, value: Cell): boolean {
  if (value === null) return isNullable;
  if (typeof value === 'number') return type !== 'TEXT' && (type === 'ANY' || Number.isSafeInteger(value));
  return type !== 'INTEGER';
}
