import Database from 'better-sqlite3';
import type { Cell } from '../schema.ts';
import { type Filling, openFilling } from '../filling.ts';
import { type Layout, layoutsOf } from './layout.ts';

export type Row = ReadonlyMap<string, Cell>;

/** The new file, made by the migrations, and beside its tables what is known of rows that are not found yet. */
export interface Target {
  readonly file: Database.Database;
  readonly filling: Filling;
  /** Tables whose rows are saved, by their names. */
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly add: (table: string, row: Row) => Added;
  /** Of all its tables. */
  readonly names: ReadonlySet<string>;
  /** False when the table does not take it. */
  readonly change: (table: string, id: string, row: Row) => boolean;
  readonly rowOf: (table: string, id: string) => Row | null;
}

/** `there`: one with this key stands there already; `refused`: the table does not take it. */
export type Added = 'added' | 'there' | 'refused';

/** Settings of this computer, and words that wait for a place; what is made from the rows is made anew. */
const localTables = ['local_setting', 'local_kept_text'] as const;

export function openTarget(path: string, version: number): Target {
  const filling = openFilling(path, version);
  const { file } = filling;
  file.exec(`create temp table known_row (table_name text, id text, primary key (table_name, id)) without rowid;
    create temp table log_key (command_seq integer, table_name text, row_id text, column_name text,
      primary key (command_seq, table_name, row_id, column_name)) without rowid;
    create temp table bent_row (table_name text, id text, primary key (table_name, id)) without rowid`);
  const here = file
    .prepare<[], string>(`select name from pragma_table_list where schema = 'main' and type = 'table'`)
    .pluck()
    .all();
  const layouts = layoutsOf(
    file,
    [...filling.tables, ...localTables].filter((table) => here.includes(table)),
  );
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? file.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const names = (row: Row) => [...row.keys()].map((name) => `"${name}"`);
  return {
    file,
    filling,
    layouts,
    names: new Set(here),
    add: (table, row) => {
      const columns = names(row);
      const sql = `insert or ignore into "${table}" (${columns.join()}) values (${columns.map(() => '?').join()})`;
      const changes = orRefused(() => prepared(sql).run([...row.values()].map(stored)).changes);
      return changes === null ? 'refused' : changes > 0 ? 'added' : 'there';
    },
    change: (table, id, row) => {
      if (row.size === 0) return true;
      const set = names(row).map((name) => `${name} = ?`);
      const sql = `update "${table}" set ${set.join()} where id = ?`;
      return orRefused(() => prepared(sql).run([...[...row.values()].map(stored), id])) !== null;
    },
    rowOf: (table, id) => {
      const found: unknown = prepared(`select * from "${table}" where id = ?`).get(id);
      return typeof found === 'object' && found !== null ? new Map(Object.entries(found)) : null;
    },
  };
}

/** Null for what the table does not take: one row that is bent ends nothing. Anything else is no matter of the row. */
function orRefused<Done>(write: () => Done): Done | null {
  try {
    return write();
  } catch (error) {
    const isOfRow =
      error instanceof RangeError ||
      (error instanceof Database.SqliteError && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(error.code));
    if (isOfRow) return null;
    throw error;
  }
}

/** A number as JavaScript has it would become a fraction where a column takes anything. */
function stored(value: Cell): string | bigint | number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
