import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { unpackFixture } from './fixtures/make-fixture.ts';
import { migrate, versionOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { openFile } from './open.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const versions = migrations.map(({ version }) => version);

/** Made anew from the rows when the file is opened by the program, and what belongs to the search index itself. */
const derived = /^(local_search|local_client_card)/;

function tablesOf(file: Database.Database): readonly string[] {
  return file
    .prepare<[], string>(`select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow')`)
    .pluck()
    .all()
    .filter((name) => name !== 'sqlite_schema');
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(file: Database.Database, table: string): readonly Row[] {
  return file.prepare<[], Row>(`select * from "${table}"`).all();
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

describe('a released file', () => {
  test.each(versions)('of version %s opens today, with every row of every table', (version) => {
    unpackFixture(version, path);
    const old = new Database(path, { readonly: true });
    expect(versionOf(old)).toBe(version);
    const before = new Map(tablesOf(old).map((table) => [table, rowsOf(old, table)]));
    expect(before.size).toBeGreaterThanOrEqual(30);
    for (const [table, rows] of before) expect([table, rows.length > 0]).toEqual([table, true]);
    old.close();
    const file = openFile(path);
    expect(versionOf(file)).toBe(newestVersion);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    for (const [table, rows] of before) {
      if (derived.test(table)) continue;
      const after = rowsOf(file, table);
      expect([table, after.length]).toEqual([table, rows.length]);
      expect(after.map((row, index) => pick(row, Object.keys(rows[index] ?? {})))).toEqual(rows);
    }
    file.close();
  });
});

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

/** Every byte that a reader of the file is given, whether it lies in the file or in its log. */
function stateOf(file: Database.Database): string {
  return createHash('sha256').update(file.serialize()).digest('hex');
}

/** The file as the version before left it, with rows in every table. */
function openBefore({ version }: Migration): Database.Database {
  if (version > 1) unpackFixture(version - 1, path);
  const file = new Database(path);
  file.pragma('journal_mode = wal');
  return file;
}

type Migrator = (file: Database.Database, steps: readonly Migration[]) => void;

/** After how many of its statements the migration, broken off there, left something behind. */
function tracesOf(step: Migration, migrator: Migrator): { readonly faults: number; readonly traces: number } {
  const file = openBefore(step);
  const before = stateOf(file);
  const statements = statementsOf(step);
  let traces = 0;
  for (let count = 0; count <= statements.length; count += 1) {
    const faulty = `${statements.slice(0, count).join(separator)}\nselect broken from nowhere;`;
    expect(() => migrator(file, [{ ...step, sql: faulty }])).toThrow();
    if (stateOf(file) !== before) traces += 1;
  }
  file.close();
  return { faults: statements.length + 1, traces };
}

/** Fails when the connection has been asked for so many things. */
function failingAfter(file: Database.Database, calls: number): Database.Database {
  let left = calls;
  return new Proxy(file, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const isWork = (name === 'exec' && args[0] !== 'rollback') || (name === 'pragma' && args.length === 1);
        if (isWork) left -= 1;
        if (isWork && left < 0) throw new Error('a fault');
        return Reflect.apply(value, target, args);
      };
    },
  });
}

describe('a fault', () => {
  test('after any statement of any migration leaves the file as it was, and nothing beside it', () => {
    let faults = 0;
    for (const step of migrations) {
      const found = tracesOf(step, migrate);
      expect([step.name, found.traces]).toEqual([step.name, 0]);
      faults += found.faults;
      expect(readdirSync(folder)).toEqual(['rapport.db']);
      rmSync(path);
    }
    expect(faults).toBeGreaterThan(150);
  });

  test('anywhere around the statements leaves the file as it was too', () => {
    const step = migrations.at(-1);
    if (!step) throw new Error('no migration');
    const file = openBefore(step);
    const before = stateOf(file);
    // Begin, the step, the triggers, the version, commit.
    for (let calls = 0; calls < 5; calls += 1) {
      expect(() => migrate(failingAfter(file, calls), [step])).toThrow('a fault');
      expect(stateOf(file)).toBe(before);
    }
    migrate(failingAfter(file, 5), [step]);
    expect(versionOf(file)).toBe(newestVersion);
    expect(stateOf(file)).not.toBe(before);
    file.close();
  });

  test('control: a migrator without a transaction leaves its traces', () => {
    const step = migrations[1];
    if (!step) throw new Error('no migration');
    const found = tracesOf(step, (file, steps) => {
      for (const { sql } of steps) file.exec(sql);
    });
    expect(found.traces).toBeGreaterThan(0);
  });
});

test('templates of notes come to a file that is in use: what it held stays, and changes of them are logged', () => {
  unpackFixture(3, path);
  const file = new Database(path);
  const tables = ['client', 'note', 'local_change', 'local_command'];
  const before = digestOf(file, tables);
  migrate(file, migrations.slice(0, 4));
  expect(digestOf(file, tables)).toEqual(before);
  file.exec(`update local_context set command_seq = 1`);
  file.exec(`insert into note_template (id, title_en) values ('t', 'Brief')`);
  const logged = file.prepare(`select after from local_change where row_id = 't' and column_name = 'title_en'`);
  expect(logged.pluck().get()).toBe('Brief');
  expect(() => file.exec(`delete from note_template`)).toThrow('rows are not deleted');
  file.close();
});
