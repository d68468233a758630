import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listBackups } from '../../db/backup.ts';
import { databaseFiles } from '../../db/database-files.ts';
import { holdLock } from '../../db/lock.ts';
import { openFile } from '../../db/open.ts';
import { ownFolderName } from '../../db/second-folder.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import { changeDevice, readDevice } from './device.ts';
import { refusedFileHandlers } from './safety.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile;
beforeEach(async () => {
  parts = testParts();
  dataFile = await openDataFile(parts, 'own');
  await dataFile.context?.storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name: 'Ольха', stage: 'stable' }).execute();
  });
  await dataFile.close();
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

async function restore(name: string): Promise<void> {
  const handlers = refusedFileHandlers(parts, dataFile, async () => {
    dataFile = await openDataFile(parts, 'own');
  });
  await handlers['safety.restoreBackup']?.({ name });
}

const names = () => dataFile.context?.storage.file.prepare('select name from client').pluck().all();

async function spoil(): Promise<string> {
  writeFileSync(dataFile.path, 'no database');
  writeFileSync(`${dataFile.path}-wal`, 'a log of the old file');
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal?.code).toBe('file_not_database');
  return dataFile.backups()[0]?.name ?? '';
}

test('a backup takes the place of a broken file, which is set aside', async () => {
  await restore(await spoil());
  expect(dataFile.refusal).toBeNull();
  expect(names()).toEqual(['Ольха']);
  const aside = readdirSync(dataFile.folder).filter((name) => name.startsWith('rapport-set-aside'));
  expect(aside).toHaveLength(2);
  expect(readFileSync(join(dataFile.folder, aside[0] ?? ''), 'utf8')).toBe('no database');
});

test('a backup that was changed is refused, and nothing is moved', async () => {
  const name = await spoil();
  const path = join(dataFile.backupFolder, name);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('Ольха');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
  await expect(restore(name)).rejects.toMatchObject({ code: 'backup_damaged' });
  expect(readFileSync(dataFile.path, 'utf8')).toBe('no database');
  expect(existsSync(`${dataFile.path}.restoring`)).toBe(false);
});

test.each(['../../etc/passwd', 'rapport.db', ''])('"%s" is no backup', async (name) => {
  await spoil();
  await expect(restore(name)).rejects.toMatchObject({ code: 'not_found' });
});

test('nothing is restored over a file that is in use or newer', async () => {
  dataFile = await openDataFile(parts, 'own');
  const name = dataFile.backups()[0]?.name ?? '';
  const second = await openDataFile(parts, 'own');
  expect(second.refusal?.code).toBe('file_in_use');
  const live = statSync(dataFile.path).ino;
  const handlers = refusedFileHandlers(parts, second, () => Promise.resolve());
  await expect(handlers['safety.restoreBackup']?.({ name })).rejects.toMatchObject({ code: 'conflict' });
  expect(statSync(dataFile.path).ino).toBe(live);
  await dataFile.close();
  const file = openFile(dataFile.path);
  file.pragma('user_version = 1000');
  file.close();
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal?.code).toBe('file_newer');
  await expect(restore(name)).rejects.toMatchObject({ code: 'conflict' });
});

test('a file of another program is set aside for a backup', async () => {
  for (const left of databaseFiles(dataFile.path)) rmSync(left, { force: true });
  const foreign = new Database(dataFile.path);
  foreign.exec('create table recipe (name text)');
  foreign.close();
  const bytes = readFileSync(dataFile.path);
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal?.code).toBe('file_foreign');
  await restore(dataFile.backups()[0]?.name ?? '');
  expect(names()).toEqual(['Ольха']);
  const aside = readdirSync(dataFile.folder).find((name) => /^rapport-set-aside.*\.db$/.test(name)) ?? '';
  expect(readFileSync(join(dataFile.folder, aside))).toEqual(bytes);
});

test('where the folder with its backups is gone, those in the second folder lead back', async () => {
  const second = join(parts.userData, '..', 'second');
  const { deviceId } = readDevice(parts.userData);
  const own = join(second, ownFolderName(deviceId));
  const others = join(second, 'rapport-backups-00000000');
  for (const folder of [own, others]) cpSync(dataFile.backupFolder, folder, { recursive: true });
  const [name = ''] = listBackups(own).map((backup) => backup.name);
  changeDevice(parts.userData, { secondFolder: second });
  for (const left of [...databaseFiles(dataFile.path), dataFile.backupFolder])
    rmSync(left, { recursive: true, force: true });
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal?.code).toBe('file_missing');
  const state = refusedFileHandlers(parts, dataFile, () => Promise.resolve())['safety.state'];
  await vi.waitFor(
    async () => expect((await state?.({}))?.backups).toMatchObject([{ name, isInSecond: true }]),
    30_000,
  );
  await restore(name);
  expect(names()).toEqual(['Ольха']);
  expect(listBackups(own)).toHaveLength(1);
});

test('nothing is restored while another program holds the data folder', async () => {
  const name = await spoil();
  const letGo = holdLock(join(dataFile.folder, 'rapport.lock'));
  await expect(restore(name)).rejects.toMatchObject({ code: 'file_in_use' });
  letGo();
  expect(readFileSync(dataFile.path, 'utf8')).toBe('no database');
});

test('a file set aside before in the same second stays, and the new one is for its owner alone', async () => {
  await restore(await spoil());
  expect(statSync(dataFile.path).mode & 0o777).toBe(0o600);
  await dataFile.close();
  await restore(await spoil());
  expect(readdirSync(dataFile.folder).filter((name) => /set-aside.*\.db$/.test(name))).toHaveLength(2);
});

test('a disk that refuses is told in words', async () => {
  const name = await spoil();
  const { folder } = dataFile;
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'a file where the folder was');
  await expect(restore(name)).rejects.toMatchObject({ code: 'folder_not_writable' });
  rmSync(folder);
  renameSync(`${folder}.away`, folder);
});
