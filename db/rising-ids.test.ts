import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRow } from './row-changes.ts';
import { risingIds } from './rising-ids.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(() => storage.remove());

const days = ['2026-11-23', '2027-12-28', '2026-11-21', '2026-11-24'];

function idsOn(each: readonly string[]): readonly string[] {
  let day = '';
  const newId = risingIds(storage.file, () => `${day}T08:00:00.000Z`);
  return each.flatMap((now) => {
    day = now;
    return [newId(), newId(), newId()];
  });
}

test('ids rise however the clock jumps', () => {
  const ids = idsOn(days);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('they rise above those that the file holds', async () => {
  const [ahead = ''] = idsOn(['2027-12-28']);
  await storage.write({ id: v7(), name: 'settings.addPartner' }, async (writer, stamp) => {
    await addRow(writer, { ...stamp, newId: () => ahead }, 'partner', { name: 'Vera' });
  });
  for (const id of idsOn(days)) expect(id > ahead).toBe(true);
});
