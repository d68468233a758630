import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
  expect(await dataFile.moveTo(folder)).toBe(true);
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
