import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIndexQueue } from './index-queue.ts';
import { indexPortions } from './search.ts';
import { emptyIndex, forgetRows } from './search-index.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
const clientId = v7();

beforeEach(async () => {
  storage = openTestStorage();
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer) => {
    await writer.insertInto('client').values({ id: clientId, name: 'Alder', stage: 'stable' }).execute();
  });
});
afterEach(() => storage.remove());

async function addNote(day: number): Promise<string> {
  const id = v7();
  const happenedAt = `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
    await writer
      .insertInto('note')
      .values({ id, client_id: clientId, kind: 'meeting', happened_at: happenedAt, finished_at: happenedAt, body: 'A' })
      .execute();
  });
  return id;
}

const forgetIndex = () => storage.maintain(() => Promise.resolve(emptyIndex(storage.file)));

async function takeIn(portions: ReturnType<ReturnType<typeof openIndexQueue>['next']>): Promise<readonly string[]> {
  await storage.maintain(async (writer) => void (await indexPortions({ writer, file: storage.file }, portions)));
  return portions.flatMap(({ ids }) => ids);
}

test('every row comes once, clients first and then the newest notes, however few are looked up at once', async () => {
  const notes = [];
  for (const day of [3, 1, 5, 2, 4, 7, 6]) notes.push({ day, id: await addNote(day) });
  const newestFirst = notes.toSorted((one, other) => other.day - one.day).map(({ id }) => id);
  for (const atOnce of [1, 2, 3, 100]) {
    await forgetIndex();
    const queue = openIndexQueue(storage.file, atOnce);
    const seen: string[] = [];
    for (let ids = await takeIn(queue.next(2)); ids.length > 0; ids = await takeIn(queue.next(2))) seen.push(...ids);
    expect(seen).toEqual([clientId, ...newestFirst]);
    expect(queue.progress()).toBe(100);
  }
});

test('what comes while it is built is found by the next look, and progress never tells of more than there is', async () => {
  for (const day of [1, 2, 3]) await addNote(day);
  await forgetIndex();
  const queue = openIndexQueue(storage.file, 2);
  await takeIn(queue.next(1));
  expect(queue.progress()).toBe(25);
  const late = await addNote(20);
  await storage.maintain(() => Promise.resolve(forgetRows(storage.file, [late])));
  const rest: string[] = [];
  for (let ids = await takeIn(queue.next(2)); ids.length > 0; ids = await takeIn(queue.next(2))) {
    rest.push(...ids);
    expect(queue.progress()).toBeLessThanOrEqual(100);
  }
  expect(rest).toContain(late);
  expect(new Set(rest).size).toBe(4);
});
