import { type Cell, sharedTables } from '../schema.ts';
import type { Trees } from './trees.ts';
import type { Row, Target } from './target.ts';

// Every cell that was ever written stands a second time in the change log. A row whose page is gone is put together from
// it, and one that says something older or illegible is brought up to it.

export interface Mended {
  /** Put together from the change log alone. */
  readonly rebuilt: number;
  /** Brought up to it. */
  readonly mended: number;
}

interface LastCell {
  readonly row_id: string;
  readonly column_name: string;
  readonly after: Cell;
}

/** `doubt` hears of rows that may say something else than they did. */
export function mendFromLog(target: Target, doubt: (table: string, id: string) => void): Mended {
  let rebuilt = 0;
  let mended = 0;
  for (const table of Object.keys(sharedTables)) {
    if (!target.layouts.has(table)) continue;
    for (const { id, cells } of lastCells(target, table)) {
      const there = target.rowOf(table, id);
      if (there === null) {
        if (cells.get('id') !== id) continue;
        // What does not come to be a row stays among the lost.
        if (target.add(table, withoutNulls(cells)) !== 'added') continue;
        rebuilt += 1;
        if (isLogCut(target, table, id)) doubt(table, id);
        continue;
      }
      const other = new Map([...cells].filter(([column, value]) => there.get(column) !== value));
      if (other.size === 0) continue;
      const isOlder = String(other.get('updated_at') ?? '') > String(there.get('updated_at'));
      if ((isOlder || isBent(target, table, id)) && target.change(table, id, other)) {
        mended += 1;
        if (isLogCut(target, table, id)) doubt(table, id);
      } else doubt(table, id);
    }
    for (const id of unlogged(target, table)) doubt(table, id);
  }
  return { rebuilt, mended };
}

interface LoggedRow {
  readonly id: string;
  readonly cells: Row;
}

function* lastCells({ file, layouts }: Target, table: string): Generator<LoggedRow> {
  const columns = new Set(layouts.get(table)?.map(({ name }) => name));
  // Of a group, SQLite gives the other columns from the row that has the maximum.
  const query = file.prepare<[string], LastCell>(
    `select row_id, column_name, after, max(command_seq) from local_change where table_name = ?
     group by row_id, column_name order by row_id`,
  );
  let id = '';
  let cells = new Map<string, Cell>();
  // Read before anything is written: a row that is put in would meet the open query.
  for (const cell of query.all(table)) {
    if (cell.row_id !== id && cells.size > 0) {
      yield { id, cells };
      cells = new Map();
    }
    id = cell.row_id;
    if (columns.has(cell.column_name)) cells.set(cell.column_name, cell.after);
  }
  if (cells.size > 0) yield { id, cells };
}

function withoutNulls(cells: Row): Row {
  return new Map([...cells].filter(([, value]) => value !== null));
}

function isBent({ file }: Target, table: string, id: string): boolean {
  return file.prepare('select 1 from bent_row where table_name = ? and id = ?').get(table, id) !== undefined;
}

/** The log once held more of this row than can be read. */
function isLogCut({ file }: Target, table: string, id: string): boolean {
  return (
    file
      .prepare(
        `select 1 from log_key where table_name = ? and row_id = ? and not exists (
           select 1 from local_change as cell where cell.command_seq = log_key.command_seq
             and cell.table_name = log_key.table_name and cell.row_id = log_key.row_id
             and cell.column_name = log_key.column_name) limit 1`,
      )
      .get(table, id) !== undefined
  );
}

/** Illegible or cut off, and the log does not know better. */
function unlogged({ file }: Target, table: string): readonly string[] {
  return file
    .prepare<[string, string], string>(
      `select id from bent_row where table_name = ? and id not in (
         select row_id from local_change where table_name = ? and row_id is not null)`,
    )
    .pluck()
    .all(table, table);
}

/** Rows under an id that neither the index of ids nor the log has ever heard of: an id that was bent. */
export function dropStrangers({ file, layouts }: Target, trees: Trees): void {
  for (const table of Object.keys(sharedTables)) {
    const index = `sqlite_autoindex_${table}_1`;
    if (!layouts.has(table) || !trees.names.has(index) || trees.torn.has(index)) continue;
    file
      .prepare(
        `delete from "${table}" where id not in (select id from known_row where table_name = ?)
           and id not in (select id from id_table where table_name = ?)`,
      )
      .run(table, table);
  }
}
