import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { openFile } from '../../db/open.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile;
let other: string;
beforeEach(async () => {
  parts = testParts();
  other = join(parts.userData, '..', 'other');
  mkdirSync(other);
  dataFile = await openDataFile(parts, 'own');
  await add('Ольха');
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

async function add(name: string): Promise<void> {
  await dataFile.context?.storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name, stage: 'stable' }).execute();
  });
}

async function move(folder: string): Promise<void> {
  expect(await dataFile.moveTo(folder)).toBe('moved');
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile).toMatchObject({ folder, refusal: null });
}

const clients = () => dataFile.context?.storage.file.prepare('select name from client order by name').pluck().all();

test('a log left in the new folder by an earlier file is not played into the copy', async () => {
  copyFileSync(`${dataFile.path}-wal`, join(other, 'rapport.db-wal'));
  await add('Полынь');
  await move(other);
  expect(clients()).toEqual(['Ольха', 'Полынь']);
  expect(readdirSync(other)).toContain('rapport-set-aside-2026-11-23T08-42-00.db-wal');
});

test('the way back takes what was written since, and every file left behind is kept', async () => {
  const first = dataFile.folder;
  await move(other);
  await add('Полынь');
  await move(first);
  expect(clients()).toEqual(['Ольха', 'Полынь']);
  for (const folder of [first, other]) expect(readdirSync(folder)).toContain('rapport-moved-2026-11-23T08-42-00.db');
});

test('a folder that holds other data is refused, and both go on as they were', async () => {
  const theirs = openFile(join(other, 'rapport.db'));
  theirs.close();
  await expect(dataFile.moveTo(other)).rejects.toMatchObject({ code: 'folder_has_data' });
  await add('Полынь');
  expect(clients()).toEqual(['Ольха', 'Полынь']);
  expect(readdirSync(other)).toEqual(['rapport.db']);
});

test('where nothing was written yet, data in the chosen folder is opened', async () => {
  await dataFile.close();
  dataFile = await openDataFile({ ...parts, folder: other }, 'own');
  expect(await dataFile.moveTo(parts.userData)).toBe('other');
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  expect(clients()).toEqual(['Ольха']);
});

test('a move that is not noted leaves no copy that a later one would open', async () => {
  const device = join(parts.userData, 'device.json');
  rmSync(device);
  mkdirSync(device);
  await expect(dataFile.moveTo(other)).rejects.toThrow(AppError);
  expect(readdirSync(other)).toEqual([]);
  rmSync(device, { recursive: true });
  await add('Полынь');
  await move(other);
  expect(clients()).toEqual(['Ольха', 'Полынь']);
});

test('the same folder by another path is the same data, which is not looked at while it is open', async () => {
  const link = join(parts.userData, '..', 'link');
  symlinkSync(parts.userData, link);
  expect(await dataFile.moveTo(link)).toBe('here');
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  expect(clients()).toEqual(['Ольха']);
  expect(readdirSync(link).filter((name) => /moved|set-aside/.test(name))).toEqual([]);
});

test('a file that was deleted while it was open is written anew where its folder is chosen again', async () => {
  rmSync(dataFile.path);
  expect(await dataFile.moveTo(dataFile.folder)).toBe('here');
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  expect(clients()).toEqual(['Ольха']);
});
