import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { unpackFixture } from './fixtures/make-fixture.ts';
import { migrate, versionOf } from './migrate.ts';
import { migrateWithoutTransaction, openBefore, openReleased, stateOf, tracesOf } from './migration-faults-in-test.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const versions = migrations.map(({ version }) => version);

describe('a released file', () => {
  test.each(versions)('of version %s opens today, with every row of every table', (version) => {
    const { tables, rows, lost } = openReleased(version, path);
    expect(lost).toEqual([]);
    expect(tables).toBeGreaterThanOrEqual(30);
    expect(rows).toBeGreaterThanOrEqual(tables);
  });
});

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
      const found = tracesOf(step, migrate, path);
      expect({ name: step.name, ...found }).toMatchObject({ name: step.name, traces: 0, silent: 0 });
      faults += found.faults;
      expect(readdirSync(folder)).toEqual(['rapport.db']);
      rmSync(path);
    }
    expect(faults).toBeGreaterThan(150);
  });

  test('anywhere around the statements leaves the file as it was too', () => {
    const step = migrations.at(-1);
    if (!step) throw new Error('no migration');
    const file = openBefore(step, path);
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
    const { faults, traces } = tracesOf(step, migrateWithoutTransaction, path);
    // Before its first statement there is nothing to leave.
    expect(traces).toBe(faults - 1);
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
