import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backup, listBackups, makeBackup } from './backup.ts';
import { newSealKey } from './backup-seal.ts';
import { digestOf } from './digest.ts';
import { sealBackup } from './seal-backup.ts';
import { beginSecond, fillSecond, lookAtSecond, ownFolderName, type SecondFolder } from './second-folder.ts';
import { openTestStorage, type TestStorage } from './testing.ts';
import { isSound } from './verified-copy.ts';

let storage: TestStorage;
let folder: string;
let second: SecondFolder;
let place: string;
beforeEach(async () => {
  storage = openTestStorage();
  folder = join(storage.path, '..', 'backups');
  second = { folder: mkdtempSync(join(tmpdir(), 'rapport-second-')), own: ownFolderName('0a1b2c3d-0000-4000-8000-0') };
  place = join(second.folder, second.own);
  beginSecond(second);
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name: 'Ольха', stage: 'stable' }).execute();
  });
});
afterEach(async () => {
  await storage.remove();
  rmSync(second.folder, { recursive: true, force: true });
});

const now = '2026-11-23T09:12:00.000Z';
const make = (madeAt = now): Backup => makeBackup(storage.file, folder, madeAt);
const namesIn = (where: string) => listBackups(where).map(({ name }) => name);

test('every backup is there too, with what is known of it, and holds the same rows', () => {
  const backup = make();
  expect(lookAtSecond(second, listBackups(folder), now)).toMatchObject({ isThere: true, missing: 1 });
  expect(fillSecond(folder, second, now)).toEqual({ isThere: true, backups: [backup], missing: 0 });
  expect(isSound(join(place, backup.name), digestOf(storage.file).sha256)).toBe(true);
  expect(statSync(join(place, backup.name)).mode & 0o777).toBe(0o600);
});

test('retention is the same there', () => {
  for (let day = 1; day <= 28; day += 1) {
    const madeAt = `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
    make(madeAt);
    fillSecond(folder, second, madeAt);
  }
  expect(namesIn(place)).toEqual(namesIn(folder));
  expect(namesIn(place).length).toBeLessThan(14);
});

test('a folder that is not there is told, not begun anew, and made up for later', () => {
  make('2026-11-22T09:00:00.000Z');
  fillSecond(folder, second, now);
  renameSync(second.folder, `${second.folder}.unplugged`);
  make();
  expect(fillSecond(folder, second, now)).toMatchObject({ isThere: false });
  // As after an unplugged stick: its place is there and empty.
  mkdirSync(second.folder);
  expect(fillSecond(folder, second, now)).toMatchObject({ isThere: false });
  expect(existsSync(place)).toBe(false);
  rmSync(second.folder, { recursive: true });
  renameSync(`${second.folder}.unplugged`, second.folder);
  expect(fillSecond(folder, second, now)).toMatchObject({ isThere: true, missing: 0 });
  expect(namesIn(place)).toEqual(namesIn(folder));
});

test('a copy that came out otherwise is no copy', () => {
  const { name } = make();
  const path = join(folder, name);
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(path, bytes);
  expect(() => fillSecond(folder, second, now)).toThrow(expect.objectContaining({ code: 'backup_failed' }));
  expect(namesIn(place)).toEqual([]);
  expect(existsSync(join(place, `${name}.unfinished`))).toBe(false);
});

test('other computers have folders of their own there, which are seen and left alone', () => {
  const { name } = make();
  const other = join(second.folder, 'rapport-backups-ffffffff');
  makeBackup(storage.file, other, '2020-01-15T10:00:00.000Z');
  const { backups } = fillSecond(folder, second, now);
  expect(backups.map((backup) => backup.name)).toEqual([
    name,
    'rapport-backups-ffffffff/rapport-2020-01-15T10-00-00.db',
  ]);
  expect(namesIn(other)).toHaveLength(1);
});

test('one that was sealed since takes the place of the open copy', () => {
  const backup = make();
  fillSecond(folder, second, now);
  const key = newSealKey('ольха цветёт раньше листьев');
  const { name } = sealBackup(folder, backup, key);
  expect(namesIn(folder)).toEqual([name]);
  expect(existsSync(join(folder, backup.name))).toBe(false);
  fillSecond(folder, second, now);
  expect(namesIn(place)).toEqual([name]);
  expect(existsSync(join(place, backup.name))).toBe(false);
});
