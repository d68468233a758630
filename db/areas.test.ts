import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from './schema.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(async () => {
  storage = openTestStorage();
  await write((writer) =>
    writer.insertInto('client').values({ id: 'alder', name: 'Alder', stage: 'stable', place: 'a0' }).execute(),
  );
});
afterEach(() => storage.remove());

async function write(work: (writer: Writer) => Promise<unknown>, session?: string) {
  const command = { id: session ?? v7(), name: 'clients.edit' as const, session: session !== undefined };
  await storage.write(command, async (writer) => {
    await work(writer);
  });
  return storage.events.at(-1)?.areas ?? [];
}

const noteWith = (cells: object, session?: string) =>
  write((writer) => writer.updateTable('note').set(cells).where('id', '=', 'note').execute(), session);
const cardWith = (cells: object) =>
  write((writer) => writer.updateTable('client').set(cells).where('id', '=', 'alder').execute());

test('the words of a note say nothing about health, whose touch it was and when does', async () => {
  const session = v7();
  const draft = { id: 'note', client_id: 'alder', kind: 'call', happened_at: '2020-11-23T09:00:00.000Z', body: 'O' };
  expect(await write((writer) => writer.insertInto('note').values(draft).execute(), session)).not.toContain('health');
  const typed = await noteWith({ body: 'Of what' }, session);
  expect(typed).not.toContain('health');
  expect(typed).toEqual(expect.arrayContaining(['board', 'clients', 'notes']));
  expect(await noteWith({ finished_at: '2026-11-23T10:00:00.000Z' }, session)).toContain('health');
  expect(await noteWith({ body: 'Of what was said' })).not.toContain('health');
  expect(await noteWith({ kind: 'email' })).toContain('health');
  expect(await noteWith({ happened_at: '2026-11-22T09:00:00.000Z' })).toContain('health');
  expect(await noteWith({ deleted_at: '2026-11-23T11:00:00.000Z' })).toContain('health');
  await storage.undo(v7());
  expect(storage.events.at(-1)?.areas).toContain('health');
});

test('a draft of what is still to come is a next step, as soon as it is there', async () => {
  const session = v7();
  const ahead = { id: 'note', client_id: 'alder', kind: 'meeting', happened_at: '2199-11-23T09:00:00.000Z', body: 'A' };
  expect(await write((writer) => writer.insertInto('note').values(ahead).execute(), session)).toContain('health');
  expect(await noteWith({ body: 'Ask' })).not.toContain('health');
});

test('a card that only changed its place is as healthy as before, another stage asks for other things', async () => {
  const moved = await cardWith({ place: 'a1', updated_at: '2026-11-23T09:00:00.000Z' });
  expect(moved).not.toContain('health');
  expect(moved).toContain('board');
  expect(await cardWith({ stage: 'stagnation', place: 'a2' })).toContain('health');
  expect(await cardWith({ contact_norm_days: 20 })).toContain('health');
});
