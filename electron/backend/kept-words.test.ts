import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataFile, openDataFile } from './data-file.ts';
import { safetyHandlers } from './safety.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile;
beforeEach(async () => {
  parts = testParts();
  dataFile = await openDataFile(parts, 'own');
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

const context = () => {
  if (!dataFile.context) throw new Error('refused');
  return dataFile.context;
};
const safety = () => safetyHandlers(context(), dataFile);
const words = (number: number) => ({
  id: `0000000${number}-0000-4000-8000-000000000000`,
  place: 'Ольха',
  label: 'Письмо',
  words: `Слова ${number}`,
  problem: null,
});

test('words of a field that is gone are there after a new start, until they are let go', async () => {
  const revision = await context().storage.revision();
  await safety()['safety.keepWords'](words(2));
  parts.setNow('2026-11-25T10:00:00.000Z');
  await safety()['safety.keepWords']({ ...words(1), problem: 'Слишком длинно' });
  await safety()['safety.keepWords']({ ...words(1), problem: 'Слишком длинно' });
  expect(await context().storage.revision()).toBe(revision);
  await dataFile.close();
  dataFile = await openDataFile(parts, 'own');
  const kept = [words(2), { ...words(1), problem: 'Слишком длинно' }];
  expect(await safety()['safety.keptWords']({})).toEqual({ kept });
  await safety()['safety.forgetWords']({ ids: [words(2).id] });
  expect(await safety()['safety.keptWords']({})).toEqual({ kept: kept.slice(1) });
});

test('what cannot be read is left alone', async () => {
  context().storage.file.exec(`insert into local_kept_text (subject, body) values ('field x', '{')`);
  await safety()['safety.keepWords'](words(1));
  expect(await safety()['safety.keptWords']({})).toEqual({ kept: [words(1)] });
});
