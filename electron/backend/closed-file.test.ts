import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups, makeBackup } from '../../db/backup.ts';
import { unpackFixture } from '../../db/fixtures/make-fixture.ts';
import { newestVersion } from '../../db/migrations/migrations.ts';
import { alteredSince, forgetClosed, lastOf, noteClosed, refuseAltered } from './closed-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
  unpackFixture(newestVersion, path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened<Found>(look: (file: Database.Database) => Found): Found {
  const file = new Database(path);
  try {
    return look(file);
  } finally {
    file.close();
  }
}

function bendLetter(): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf('note body 2');
  bytes[at] = bytes.readUInt8(at) ^ 1;
  writeFileSync(path, bytes);
}

describe('what is noted of a file that was closed', () => {
  beforeEach(() => noteClosed(folder, path, opened(lastOf)));

  test('tells whether other bytes lie there now', () => {
    expect(alteredSince(folder, path)).toBeNull();
    bendLetter();
    expect(alteredSince(folder, path)).toMatchObject({ path, seq: 3, commandId: 'command 3' });
  });

  test('says nothing of another file, of one with a log beside it, and of one that is gone', () => {
    bendLetter();
    expect(alteredSince(folder, join(folder, 'other.db'))).toBeNull();
    writeFileSync(`${path}-wal`, 'what a kill leaves behind');
    expect(alteredSince(folder, path)).toBeNull();
    rmSync(`${path}-wal`);
    rmSync(path);
    expect(alteredSince(folder, path)).toBeNull();
  });

  test('is gone once it is forgotten, and is no reason to refuse when it cannot be read', () => {
    bendLetter();
    writeFileSync(join(folder, 'closed.json'), 'half a no');
    expect(alteredSince(folder, path)).toBeNull();
    noteClosed(folder, path, opened(lastOf));
    forgetClosed(folder);
    forgetClosed(folder);
    expect(alteredSince(folder, path)).toBeNull();
  });

  test('is not made of a file that has still something in its log', () => {
    forgetClosed(folder);
    writeFileSync(`${path}-wal`, 'what a kill leaves behind');
    noteClosed(folder, path, { seq: 3, commandId: 'command 3' });
    rmSync(`${path}-wal`);
    bendLetter();
    expect(alteredSince(folder, path)).toBeNull();
  });
});

describe('rows under the last command that was noted', () => {
  const closed = () => ({ path, sha256: '', ...opened(lastOf) });
  const backups = join(tmpdir(), 'no such folder');
  const look = (noted: ReturnType<typeof closed>, from: string) =>
    opened((file) => refuseAltered(file, noted, listBackups(from)));

  test('are refused when every backup of that command holds others', () => {
    const kept = join(folder, 'backups');
    opened((file) => makeBackup(file, kept, '2026-11-23T08:42:00.000Z'));
    const noted = closed();
    expect(() => look(noted, kept)).not.toThrow();
    bendLetter();
    expect(() => look(noted, kept)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
    // Somebody put another file there, or no backup can tell.
    expect(() => look({ ...noted, seq: 2 }, kept)).not.toThrow();
    expect(() => look(noted, backups)).not.toThrow();
  });
});
