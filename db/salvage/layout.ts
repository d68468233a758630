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
    if (column.isRowid && value === null) row.set(column.name, rowid);
    else if (fits(column, value)) row.set(column.name, value);
    else return null;
  }
  return isCut || row.size > 1 ? row : null;
}

function fits({ type, isNullable, isRowid }: Column, value: Cell): boolean {
  if (isRowid) return false;
  if (value === null) return isNullable;
  return type === 'ANY' || typeof value === (type === 'TEXT' ? 'string' : 'number');
}
