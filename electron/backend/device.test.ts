import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataFile, openDataFile } from './data-file.ts';
import { changeDevice, readDevice } from './device.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile | null = null;
beforeEach(() => {
  parts = testParts();
});
afterEach(async () => {
  await dataFile?.close();
  dataFile = null;
  parts.remove();
});
const file = () => join(parts.userData, 'device.json');

test.each(['{"deviceId":', '', '{}'])('"%s" for what this computer knows is set aside and asked for', async (text) => {
  changeDevice(parts.userData, { dataFolder: join(parts.userData, '..', 'chosen') });
  writeFileSync(file(), text);
  for (const _try of ['first', 'again']) {
    dataFile = await openDataFile(parts, 'own');
    expect(dataFile.refusal).toMatchObject({ code: 'device_unreadable' });
    expect(readFileSync(`${file()}.broken`, 'utf8')).toBe(text);
    expect(existsSync(join(parts.userData, 'rapport.db'))).toBe(false);
  }
  const chosen = join(parts.userData, '..', 'chosen');
  await dataFile?.moveTo(chosen);
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile).toMatchObject({ refusal: null, folder: chosen });
});

test('makes the program’s own folder its owner’s alone, also one that was open to others', () => {
  mkdirSync(parts.userData);
  chmodSync(parts.userData, 0o755);
  changeDevice(parts.userData, { dataFolder: parts.userData });
  expect(statSync(parts.userData).mode & 0o777).toBe(0o700);
});

test('is new only where there is none', () => {
  const { deviceId } = readDevice(parts.userData);
  expect(readDevice(parts.userData).deviceId).toBe(deviceId);
  rmSync(file());
  mkdirSync(file());
  expect(() => readDevice(parts.userData)).toThrow(expect.objectContaining({ code: 'device_unreadable' }));
});

test('a computer that keeps nothing is a refusal with words', async () => {
  writeFileSync(parts.userData, 'a file where the folder would be');
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal?.code).toBe('device_unreadable');
});

test('what is closed twice is closed once, and the lock is free whatever failed', async () => {
  dataFile = await openDataFile(parts, 'own');
  dataFile.context?.storage.file.close();
  await dataFile.close();
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  expect(dataFile.refusal).toBeNull();
});
