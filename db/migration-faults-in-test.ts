import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { unpackFixture } from './fixtures/make-fixture.ts';
import type { Migration } from './migrations/migration.ts';
import { versionOf } from './migrate.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { openFile } from './open.ts';

// Every migration, broken off after each of its statements, on a filled file of the version before.

export type Migrator = (file: Database.Database, steps: readonly Migration[]) => void;

/** The control: what its steps did before a fault stays done. */
export const migrateWithoutTransaction: Migrator = (file, steps) => {
  for (const { sql } of steps) file.exec(sql);
};

/** Every byte that a reader of the file is given, whether it lies in the file or in its log. */
export function stateOf(file: Database.Database): string {
  return createHash('sha256').update(file.serialize()).digest('hex');
}

/** The file as the version before left it, with rows in every table. */
export function openBefore({ version }: Migration, path: string): Database.Database {
  if (version > 1) unpackFixture(version - 1, path);
  const file = new Database(path);
  file.pragma('journal_mode = wal');
  return file;
}

const separator = '\n-- statement\n';

/** The statements of a migration; triggers hold semicolons of their own, so SQLite decides where one ends. */
function statementsOf({ sql, version }: Migration): readonly string[] {
  const scratch = new Database(':memory:');
  // No triggers: their making takes long, and no migration needs them.
  for (const { sql: earlier } of migrations.slice(0, version - 1)) scratch.exec(earlier);
  const statements: string[] = [];
  let pending = '';
  for (const piece of sql.split(/(?<=;)\s*\n/)) {
    pending += `${piece}\n`;
    try {
      scratch.exec(pending);
    } catch (error) {
      if (error instanceof Error && error.message === 'incomplete input') continue;
      throw error;
    }
    if (pending.trim() !== '') statements.push(pending);
    pending = '';
  }
  scratch.close();
  return statements;
}

export interface Traces {
  readonly faults: number;
  /** After so many of them something was left in the file. */
  readonly traces: number;
  /** After so many the migrator said nothing. */
  readonly silent: number;
}

/** Makes a file at `path`, which nothing else may lie at. */
export function tracesOf(step: Migration, migrator: Migrator, path: string): Traces {
  let file = openBefore(step, path);
  const before = stateOf(file);
  const statements = statementsOf(step);
  let [traces, silent] = [0, 0];
  for (let count = 0; count <= statements.length; count += 1) {
    const faulty = `${statements.slice(0, count).join(separator)}\nselect broken from nowhere;`;
    try {
      migrator(file, [{ ...step, sql: faulty }]);
      silent += 1;
    } catch {
      // As it should be.
    }
    if (stateOf(file) === before) continue;
    traces += 1;
    // The next fault finds the file as this one did.
    file.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    file = openBefore(step, path);
  }
  file.close();
  return { faults: statements.length + 1, traces, silent };
}

/** Made anew from the rows when the file is opened by the program, and what belongs to the search index itself. */
const derived = /^(local_search|local_client_card)/;

export interface Released {
  readonly tables: number;
  /** Of tables that are not made anew. */
  readonly rows: number;
  /** Tables that were empty before, so that nothing could be seen, and those that hold something else now. */
  readonly lost: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

function rowsByTable(file: Database.Database, names: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  return new Map(names.map((name) => [name, file.prepare<[], Row>(`select * from "${name}"`).all()]));
}

function tablesOf(file: Database.Database): readonly string[] {
  return file
    .prepare<[], string>(`select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow')`)
    .pluck()
    .all()
    .filter((name) => name !== 'sqlite_schema');
}

/** Opens a file of a released version by what the program opens files with today, and looks at every row of every table. */
export function openReleased(version: number, path: string): Released {
  unpackFixture(version, path);
  const old = new Database(path, { readonly: true });
  const isOld = versionOf(old) === version;
  const before = rowsByTable(old, tablesOf(old));
  old.close();
  const file = openFile(path);
  const kept = [...before.keys()].filter((name) => !derived.test(name));
  const after = rowsByTable(file, kept);
  const isWhole = isOld && versionOf(file) === newestVersion && isDeepStrictEqual(file.pragma('foreign_key_check'), []);
  file.close();
  const empty = [...before].flatMap(([name, rows]) => (rows.length === 0 ? [name] : []));
  const changed = kept.filter((name) => !isSame(before.get(name) ?? [], after.get(name) ?? []));
  return {
    tables: before.size,
    rows: kept.reduce((sum, name) => sum + (before.get(name)?.length ?? 0), 0),
    lost: [...empty, ...changed, ...(isWhole ? [] : ['the file itself'])],
  };
}

/** Columns may have come. */
function isSame(before: readonly Row[], after: readonly Row[]): boolean {
  const pick = (row: Row, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, row[name]]));
  const seen = after.map((row, index) => pick(row, Object.keys(before[index] ?? {})));
  return isDeepStrictEqual(seen, [...before]);
}
