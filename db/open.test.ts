import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { inspectFile } from './header.ts';
import { applicationId } from './migrate.ts';
import { newestVersion } from './migrations/migrations.ts';
import { openFile, pragmas } from './open.ts';
import { openTestStorage } from './testing.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = () => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('opening', () => {
  test.each(['the first', 'the second'])('sets every pragma at %s open', (which) => {
    if (which === 'the second') openFile(path).close();
    const file = openFile(path);
    const held = pragmas.map(([name]) => [name, file.pragma(name, { simple: true })]);
    expect(held).toEqual(pragmas.map(([name, , readBack]) => [name, readBack]));
    expect(Object.fromEntries(held)).toMatchObject({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      secure_delete: 1,
    });
    expect(file.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(file.pragma('user_version', { simple: true })).toBe(newestVersion);
    file.close();
  });

  test('would not have them by itself', () => {
    openFile(path).close();
    const plain = new Database(path);
    const differing = pragmas.filter(([name, , readBack]) => plain.pragma(name, { simple: true }) !== readBack);
    expect(differing.map(([name]) => name)).toContain('synchronous');
    plain.close();
  });

  test('marks the file as ours before there is a write-ahead log', () => {
    const file = openFile(path);
    // The log is not yet written back: the mark must be in the file itself.
    expect(readFileSync(path).readUInt32BE(68)).toBe(applicationId);
    file.close();
  });
});

test('a new file and its log are for its owner alone', () => {
  const file = openFile(path);
  expect([path, `${path}-wal`].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o600]);
  file.close();
});

/** Files that must be refused, each made at `path`. */
const refused: Readonly<Record<string, readonly [code: string, make: () => void]>> = {
  'a newer file': [
    'file_newer',
    () => {
      const file = openFile(path);
      file.pragma(`user_version = ${newestVersion + 1}`);
      file.close();
    },
  ],
  'the database of another program': [
    'file_foreign',
    () => {
      const file = new Database(path);
      file.exec('create table recipe (name text)');
      file.close();
    },
  ],
  'another program with its own mark': [
    'file_foreign',
    () => {
      const file = new Database(path);
      file.pragma('application_id = 77');
      file.exec('create table recipe (name text)');
      file.close();
    },
  ],
  'a text file': ['file_not_database', () => writeFileSync(path, 'Dear diary,\n'.repeat(200))],
  'a short text file': ['file_not_database', () => writeFileSync(path, 'x')],
  'a file cut in half': [
    'file_damaged',
    () => {
      openFile(path).close();
      truncateSync(path, Math.floor(readFileSync(path).length / 2));
    },
  ],
  'a file with a broken page': ['file_damaged', () => overwrite((bytes) => bytes.fill(0xa5, 4096 * 3, 4096 * 6))],
  'a file with a broken first page': ['file_damaged', () => overwrite((bytes) => bytes.fill(0xa5, 104, 2000))],
  'a file without its tables': [
    'file_damaged',
    () => {
      const file = new Database(path);
      file.pragma(`application_id = ${applicationId}`);
      file.pragma(`user_version = ${newestVersion}`);
      file.exec('create table client (id text)');
      file.close();
    },
  ],
};

function overwrite(change: (bytes: Buffer) => void): void {
  openFile(path).close();
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

describe('refusal', () => {
  test.each(Object.entries(refused))('of %s leaves it as it was, with nothing beside it', (_name, [code, make]) => {
    make();
    const before = sha256();
    expect(() => openFile(path)).toThrow(expect.objectContaining({ code }));
    expect(sha256()).toBe(before);
    expect(readdirSync(folder)).toEqual(['rapport.db']);
  });

  test('of a newer file whose version lies only in its log', () => {
    const file = openFile(path);
    file.pragma('wal_checkpoint(truncate)');
    file.pragma(`user_version = ${newestVersion + 5}`);
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    file.close();
    expect(readFileSync(copy).readUInt32BE(60)).toBe(newestVersion);
    expect(() => inspectFile(copy)).toThrow(expect.objectContaining({ code: 'file_newer' }));
  });

  test('of a damaged file with a pending log leaves both as they were', () => {
    const file = openFile(path);
    file.pragma('wal_checkpoint(truncate)');
    file.prepare(`insert into local_setting (name, value) values ('theme', 'dark')`).run();
    const copy = join(folder, 'copy.db');
    const whole = readFileSync(path);
    const log = readFileSync(`${path}-wal`);
    file.close();
    writeFileSync(`${copy}-wal`, log);
    writeFileSync(copy, whole);
    const pending = openFile(copy);
    expect(pending.prepare('select value from local_setting').pluck().all()).toEqual(['dark']);
    pending.close();
    writeFileSync(`${copy}-wal`, log);
    const spoilt = whole.fill(0xa5, 4096 * 3, 4096 * 6);
    writeFileSync(copy, spoilt);
    const before = readdirSync(folder);
    expect(() => openFile(copy)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
    expect(readFileSync(copy).equals(spoilt)).toBe(true);
    expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('is needed: opened plainly, a foreign file is changed and has files beside it', () => {
    refused['the database of another program']?.[1]();
    const before = sha256();
    const file = new Database(path);
    file.pragma('journal_mode = wal');
    file.exec('create table client (id text)');
    expect(readdirSync(folder)).toContain('rapport.db-wal');
    file.close();
    expect(sha256()).not.toBe(before);
  });
});

describe('migration', () => {
  const addition = {
    version: newestVersion + 1,
    name: 'addition',
    sql: 'alter table client add column nickname text;',
  };

  async function olderFile(): Promise<string> {
    const storage = openTestStorage(path);
    await storage.write({ id: 'one', name: 'board.createClient' }, async (writer) => {
      await writer.insertInto('client').values({ id: 'a', name: 'Alder' }).execute();
    });
    await storage.close();
    const file = openFile(path);
    const { sha256: digest } = digestOf(file);
    file.close();
    return digest;
  }

  test('begins with a backup, and without one does not begin', async () => {
    await olderFile();
    const steps = [addition];
    expect(() =>
      openFile(path, {
        steps,
        backUp: () => {
          throw new Error('no room');
        },
      }),
    ).toThrow('no room');
    expect(inspectFile(path)).toBe('ours');
    const versions: unknown[] = [];
    const file = openFile(path, {
      steps,
      backUp: (older) => versions.push(older.pragma('user_version', { simple: true })),
    });
    expect(versions).toEqual([newestVersion]);
    expect(file.pragma('user_version', { simple: true })).toBe(newestVersion + 1);
    file.close();
  });

  test('that fails anywhere leaves everything as it was', async () => {
    const digest = await olderFile();
    const statements = [
      'alter table client add column nickname text;',
      'create table extra (id text primary key not null) strict;',
      'create index extra_by_id on extra (id);',
      'update local_context set erasing = 0;',
      `insert into extra (id) values ('x');`,
      'drop index extra_by_id;',
    ];
    for (let failing = 0; failing <= statements.length; failing += 1) {
      const sql = [...statements.slice(0, failing), 'select broken from nowhere;'].join('\n');
      expect(() => openFile(path, { steps: [{ version: newestVersion + 1, name: 'faulty', sql }] })).toThrow(
        'no such table',
      );
      const file = openFile(path);
      expect(digestOf(file).sha256).toBe(digest);
      expect(file.pragma('user_version', { simple: true })).toBe(newestVersion);
      file.close();
    }
  });
});
