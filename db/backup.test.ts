import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups, makeBackup, makeBackupFrom, noteOfBackup } from './backup.ts';
import { digestOf } from './digest.ts';
import { openFile } from './open.ts';
import { openTestStorage, type TestStorage } from './testing.ts';
import { copyVerified, isSound } from './verified-copy.ts';

let storage: TestStorage;
let folder: string;
beforeEach(() => {
  storage = openTestStorage();
  folder = join(storage.path, '..', 'backups');
});
afterEach(() => storage.remove());

async function addClients(count: number): Promise<void> {
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    for (let number = 0; number < count; number += 1)
      await writer
        .insertInto('client')
        .values({ id: stamp.newId(), name: `Client ${number}`, stage: 'stable' })
        .execute();
  });
}

test('a backup holds every row, opens by itself and says what is in it', async () => {
  await addClients(3);
  const backup = makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
  expect(backup).toMatchObject({
    name: 'rapport-2026-11-23T09-12-00.db',
    clients: 3,
    notes: 0,
    number: 1,
    revision: 1,
    isSmaller: false,
  });
  expect(listBackups(folder)).toEqual([backup]);
  expect(readdirSync(folder)).toEqual(['rapport-2026-11-23T09-12-00.db', 'rapport-2026-11-23T09-12-00.json']);
  const copy = openFile(join(folder, backup.name));
  expect(digestOf(copy)).toEqual(digestOf(storage.file));
  copy.close();
});

test('a file of an earlier version, without a table of today, is backed up too', () => {
  storage.file.exec('drop table candidate_answer');
  expect(makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z').clients).toBe(0);
});

test('a backup is for its owner alone', async () => {
  await addClients(1);
  const { name } = makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('every flipped bit in the content is seen', async () => {
  await addClients(2);
  const { name, sha256 } = makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
  const path = join(folder, name);
  expect(isSound(path, sha256)).toBe(true);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('Client 1');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
  expect(isSound(path, sha256)).toBe(false);
});

test('several in one second stay apart, and the one just made is always among the kept', async () => {
  await addClients(1);
  for (let count = 1; count <= 5; count += 1) {
    const { name } = makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
    expect(listBackups(folder).map((backup) => backup.name)).toContain(name);
    expect(listBackups(folder)).toHaveLength(Math.min(count, 3));
  }
});

test('a much smaller one is kept beside the last, never instead of it', async () => {
  await addClients(200);
  const full = makeBackup(storage.file, folder, '2026-10-01T09:00:00.000Z');
  const emptied = openTestStorage(join(storage.path, '..', 'emptied.db'));
  for (let day = 1; day <= 29; day += 1) {
    const madeAt = `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
    expect(makeBackup(emptied.file, folder, madeAt).isSmaller).toBe(true);
  }
  expect(listBackups(folder).map(({ name }) => name)).toContain(full.name);
  await emptied.close();
});

test('a damaged one is not what the size of the next one is compared with', async () => {
  const emptied = openTestStorage(join(storage.path, '..', 'emptied.db'));
  makeBackup(emptied.file, folder, '2026-11-01T09:00:00.000Z');
  await addClients(200);
  noteOfBackup(folder, makeBackup(storage.file, folder, '2026-11-02T09:00:00.000Z'), { isDamaged: true });
  expect(makeBackup(emptied.file, folder, '2026-11-03T09:00:00.000Z').isSmaller).toBe(false);
  await emptied.close();
});

test('a backup that cannot be written is refused and deletes nothing', async () => {
  await addClients(1);
  const first = makeBackup(storage.file, folder, '2026-11-01T09:00:00.000Z');
  mkdirSync(join(folder, 'rapport-2026-11-23T09-12-00.db'));
  expect(() => makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z')).toThrow(
    expect.objectContaining({ code: 'backup_failed' }),
  );
  expect(listBackups(folder)).toEqual([first]);
});

test('a copy that does not hold every row is no backup, and nothing is let go for it', async () => {
  await addClients(1);
  const first = makeBackup(storage.file, folder, '2026-10-01T09:00:00.000Z');
  const copyInto = (path: string) => {
    storage.file.prepare('vacuum into ?').run(path);
    const copy = new Database(path);
    copy.exec(`update client set name = 'Somebody else'`);
    copy.close();
  };
  expect(() => makeBackupFrom({ rows: storage.file, copyInto }, folder, '2026-11-23T09:12:00.000Z')).toThrow(
    expect.objectContaining({ code: 'backup_failed' }),
  );
  expect(listBackups(folder)).toEqual([first]);
});

test('a folder that takes none is told by its code, never by its path', async () => {
  await addClients(1);
  writeFileSync(folder, 'in the way');
  expect(() => makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z')).toThrow(
    expect.objectContaining({ code: 'backup_failed', message: 'EEXIST' }),
  );
});

test('the clock may be wrong: the one made last is the newest', async () => {
  await addClients(1);
  makeBackup(storage.file, folder, '2027-12-30T09:12:00.000Z');
  const { name, number } = makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
  expect(number).toBe(2);
  expect(listBackups(folder)[0]?.name).toBe(name);
});

test('ended before it has its name, a backup leaves nothing that would be taken for one', async () => {
  await addClients(1);
  mkdirSync(folder);
  // As after a power cut: the manifest is written, the file has not got its name.
  writeFileSync(join(folder, 'rapport-2026-11-23T09-12-00.json'), '{}');
  writeFileSync(join(folder, 'rapport-2026-11-23T09-12-00.db.unfinished'), 'half');
  writeFileSync(join(folder, 'rapport-2026-11-23T09-12-00.db.unfinished-journal'), 'half');
  expect(listBackups(folder)).toEqual([]);
  const { name } = makeBackup(storage.file, folder, '2026-11-24T09:12:00.000Z');
  expect(readdirSync(folder)).toEqual([name, name.replace('.db', '.json')]);
});

test('a backup has the name of its file, whatever its manifest says', async () => {
  await addClients(1);
  const { name } = makeBackup(storage.file, folder, '2026-10-01T09:12:00.000Z');
  for (const ending of ['.db', '.json'])
    copyFileSync(join(folder, name.replace('.db', ending)), join(folder, `copy${ending}`));
  const manifest = join(folder, 'copy.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), name: '../mine.db' }));
  writeFileSync(join(folder, '..', 'mine.db'), 'mine');
  expect(listBackups(folder).map((backup) => backup.name)).toEqual(['copy.db', name]);
  for (let day = 10; day < 34; day += 3)
    makeBackup(storage.file, folder, new Date(Date.UTC(2026, 10, day)).toISOString());
  expect(existsSync(join(folder, '..', 'mine.db'))).toBe(true);
  expect(existsSync(join(folder, 'copy.db'))).toBe(false);
});

test('files of others in the folder are left alone', async () => {
  await addClients(1);
  makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z');
  writeFileSync(join(folder, 'holiday.db'), 'mine');
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(join(folder, 'broken.db'), '');
  appendFileSync(join(folder, 'rapport-2026-11-22T09-12-00.db.unfinished'), 'half');
  makeBackup(storage.file, folder, '2026-11-23T09:13:00.000Z');
  expect(listBackups(folder)).toHaveLength(2);
  expect(existsSync(join(folder, 'holiday.db'))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});

test('a copy works while a log is not yet written back', async () => {
  await addClients(5);
  const target = join(storage.path, '..', 'copy.db');
  const { rows } = copyVerified(storage.file, target);
  expect(rows).toBeGreaterThan(5);
  expect(isSound(target, digestOf(storage.file).sha256)).toBe(true);
});

test('a backup that comes to nothing leaves nothing of itself', async () => {
  await addClients(1);
  const [inTheWay, target] = ['rapport-2026-11-23T09-12-00.json', join(folder, 'copy.db')];
  mkdirSync(join(folder, inTheWay), { recursive: true });
  const failed = expect.objectContaining({ code: 'backup_failed' });
  expect(() => makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z')).toThrow(failed);
  expect(readdirSync(folder)).toEqual([inTheWay]);
  // Nothing is vacuumed within a transaction.
  storage.file.exec('begin');
  expect(() => makeBackup(storage.file, folder, '2026-11-24T09:12:00.000Z')).toThrow(failed);
  expect(() => copyVerified(storage.file, target)).toThrow();
  storage.file.exec('rollback');
  expect(readdirSync(folder)).toEqual([inTheWay]);
});

test('the log of an attempt is not played into the next one of the same second', async () => {
  await addClients(1);
  mkdirSync(folder);
  writeFileSync(join(folder, 'rapport-2026-11-24T09-12-00.db.unfinished-journal'), 'half');
  const { name } = makeBackup(storage.file, folder, '2026-11-24T09:12:00.000Z');
  expect(readdirSync(folder)).toEqual([name, name.replace('.db', '.json')]);
});

test('what an attempt left is gone before the next one needs the room', async () => {
  await addClients(1);
  mkdirSync(join(folder, 'rapport-2026-11-24T09-12-00.json'), { recursive: true });
  writeFileSync(join(folder, 'rapport-2026-11-23T09-12-00.db.unfinished'), 'half');
  expect(() => makeBackup(storage.file, folder, '2026-11-24T09:12:00.000Z')).toThrow();
  expect(readdirSync(folder)).toEqual(['rapport-2026-11-24T09-12-00.json']);
});
