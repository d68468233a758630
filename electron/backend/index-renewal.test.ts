import { writeFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renewProjections } from '../../db/projections.ts';
import { indexProgress } from '../../db/index-queue.ts';
import { distrustIndex, isIndexWhole } from '../../db/search.ts';
import { searchAll } from '../../db/search-query.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import type { Changed } from '../../shared/contract/contract.ts';
import { renewIndex } from './index-renewal.ts';

let storage: TestStorage;
let events: Changed[];
const clientId = v7();

async function addNotes(count: number, body: string) {
  await storage.write({ id: v7(), name: 'notes.write' }, async (writer, stamp) => {
    for (let number = 0; number < count; number += 1) {
      const note = { id: v7(), client_id: clientId, kind: 'call', happened_at: stamp.now, body };
      await writer
        .insertInto('note')
        .values({ ...note, finished_at: stamp.now })
        .execute();
    }
  });
}

const count = async (text: string) => (await searchAll(storage, { text, limit: 1, today: '2026-11-23' })).total.notes;

beforeEach(async () => {
  storage = openTestStorage();
  events = [];
  await renewProjections(storage);
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer) => {
    await writer.insertInto('client').values({ id: clientId, name: 'Alder', stage: 'stable' }).execute();
  });
});
afterEach(() => storage.remove());

test('a whole index is left alone', async () => {
  const renewal = renewIndex(storage, (event) => events.push(event));
  expect(renewal.indexed()).toBeNull();
  await renewal.stop();
});

test('a small index is built at once', async () => {
  await addNotes(3, 'договор');
  distrustIndex(storage.file);
  await renewProjections(storage);
  expect(isIndexWhole(storage.file)).toBe(true);
  expect(await count('договоры')).toBe(3);
});

test('a large one is built beside the work, which is saved and found meanwhile', async () => {
  await addNotes(2500, 'договор');
  distrustIndex(storage.file);
  await renewProjections(storage);
  expect(isIndexWhole(storage.file)).toBe(false);
  expect(await count('договоры')).toBe(0);
  const renewal = renewIndex(storage, (event) => events.push(event));
  expect(renewal.indexed()).toBe(0);
  await addNotes(2, 'смета');
  expect(await count('сметы')).toBe(2);
  await expect.poll(renewal.indexed, { timeout: 50_000 }).toBeNull();
  expect(isIndexWhole(storage.file)).toBe(true);
  expect(indexProgress(storage.file)).toEqual({ done: 2503, all: 2503 });
  expect(await count('договоры')).toBe(501);
  expect(events.some(({ areas }) => areas.includes('search'))).toBe(true);
  await renewal.stop();
});

test('one that was stopped goes on where it was', async () => {
  await addNotes(2500, 'договор');
  distrustIndex(storage.file);
  await renewProjections(storage);
  const first = renewIndex(storage, (event) => events.push(event));
  await expect.poll(() => indexProgress(storage.file).done, { timeout: 50_000 }).toBeGreaterThan(0);
  await first.stop();
  const { done } = indexProgress(storage.file);
  await renewProjections(storage);
  expect(indexProgress(storage.file).done).toBe(done);
  const second = renewIndex(storage, (event) => events.push(event));
  await expect.poll(second.indexed, { timeout: 50_000 }).toBeNull();
  expect(indexProgress(storage.file).done).toBe(2501);
  await second.stop();
});

test('a thread that fails says no longer how far it is, and another one goes on', async () => {
  await addNotes(2500, 'договор');
  distrustIndex(storage.file);
  await renewProjections(storage);
  const marker = `${storage.path}.failed`;
  const worker = `${storage.path}.worker.mjs`;
  const real = JSON.stringify(new URL('index-worker.ts', import.meta.url).href);
  writeFileSync(
    worker,
    `import { existsSync, writeFileSync } from 'node:fs';
    if (existsSync(${JSON.stringify(marker)})) await import(${real});
    else {
      writeFileSync(${JSON.stringify(marker)}, '');
      throw new Error('full');
    }`,
  );
  const renewal = renewIndex(storage, (event) => events.push(event), worker);
  expect(renewal.indexed()).toBe(0);
  await expect.poll(renewal.indexed, { timeout: 50_000 }).toBeNull();
  expect(isIndexWhole(storage.file)).toBe(false);
  renewal.begin();
  await expect.poll(() => isIndexWhole(storage.file), { timeout: 50_000 }).toBe(true);
  await expect.poll(renewal.indexed).toBeNull();
  await renewal.stop();
});

test('a note as long as a book is saved at once and indexed when it is quiet', async () => {
  await addNotes(1, `Итог\n${'Слово за словом. '.repeat(15_000)}\nВитрина`);
  expect(await count('витрина')).toBe(0);
  expect(isIndexWhole(storage.file)).toBe(false);
  const renewal = renewIndex(storage, (event) => events.push(event));
  await expect.poll(renewal.indexed, { timeout: 50_000 }).toBeNull();
  expect(await count('витрина')).toBe(1);
  await addNotes(1, 'Коротко');
  renewal.begin();
  expect(renewal.indexed()).toBeNull();
  await renewal.stop();
});
