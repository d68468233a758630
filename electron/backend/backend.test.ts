import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFile } from '../../db/open.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Stage } from '../../shared/stage.ts';
import { type Backend, openBackend } from './backend.ts';
import { openDataFile } from './data-file.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let backend: Backend;
beforeEach(async () => {
  parts = testParts();
  backend = await openBackend(parts);
  await backend.call('settings.finishFirstRun', {
    commandId: v4(),
    agencyName: 'Кварта',
    partners: [],
    language: 'ru',
  });
});
afterEach(async () => {
  await backend.close();
  parts.remove();
});

const partnersIn = (folder: string) => {
  const file = openFile(join(folder, 'rapport.db'));
  const names = file.prepare<[], string>('select name from partner').pluck().all();
  file.close();
  return names;
};

interface Written {
  readonly saved: string[];
  readonly refused: unknown[];
}

/** Writes without a pause until `isOver`; collects what was acknowledged and what was refused. */
async function writing({ saved, refused }: Written, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const name = `Вера ${v4()}`;
    const reply = await backend.call('settings.addPartner', { commandId: v4(), name });
    if (reply.ok) saved.push(name);
    else refused.push(reply);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('whatever is acknowledged while the data moves is in the new folder', async () => {
  const chosen = join(parts.userData, '..', 'chosen');
  parts.desktop.answers.push(chosen);
  let isOver = false;
  const saved: string[] = [];
  const refused: unknown[] = [];
  const writers = [1, 2, 3, 4].map(() => writing({ saved, refused }, () => isOver));
  await expect.poll(() => saved.length).toBeGreaterThan(4);
  expect(await backend.call('settings.chooseDataFolder', {})).toMatchObject({ ok: true });
  const savedBefore = saved.length;
  await expect.poll(() => saved.length).toBeGreaterThan(savedBefore + 4);
  isOver = true;
  await Promise.all(writers);
  await backend.close();
  expect(refused).toEqual([]);
  expect(partnersIn(chosen).toSorted()).toEqual(saved.toSorted());
});

test('a move that is refused leaves the open file at work', async () => {
  parts.desktop.answers.push(join(parts.userData, 'Dropbox'));
  expect(await backend.call('settings.chooseDataFolder', {})).toMatchObject({ ok: false, code: 'folder_synced' });
  expect(await backend.call('settings.addPartner', { commandId: v4(), name: 'Вера' })).toMatchObject({ ok: true });
});

test('what was meant for one’s own data is not written into the example', async () => {
  mkdirSync(parts.userData, { recursive: true });
  const opening = backend.call('settings.openSample', {});
  const reply = await backend.call('settings.addPartner', { commandId: v4(), name: 'Вера' });
  expect(await opening).toMatchObject({ ok: true });
  expect(statSync(join(parts.userData, 'sample.db')).size).toBeGreaterThan(0);
  expect(reply.ok || reply.code).toBe('starting');
});

test('the page stays when it has something to save in the file that is opened anew', async () => {
  expect(await backend.call('settings.leaveSample', { pageStays: true })).toMatchObject({ ok: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(parts.desktop.asked).toEqual([]);
  expect(await backend.call('settings.addPartner', { commandId: v4(), name: 'Вера' })).toMatchObject({ ok: true });
  await backend.call('settings.leaveSample', {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(parts.desktop.asked).toEqual(['reload']);
});

test('nothing is acknowledged in the old file once the copy is made', async () => {
  await backend.close();
  const dataFile = await openDataFile(parts, 'own');
  expect(await dataFile.moveTo(join(parts.userData, '..', 'chosen'))).toBe('moved');
  await expect(dataFile.context?.storage.saveSetting('me', '')).rejects.toMatchObject({ code: 'starting' });
  await dataFile.close();
});

test('a move waits for those before it: what it finds is what they left', async () => {
  const made = await backend.call('board.createClient', { commandId: v4(), name: 'Alder', stage: 'stable' });
  const { card } = contract['board.createClient'].output.parse(made.ok ? made.value : made);
  const move = (stage: Stage) =>
    backend.call('board.moveClient', { commandId: v4(), clientId: card.id, stage, after: null });
  // The second would change nothing if it did not wait for the first.
  const replies = await Promise.all([move('stagnation'), move('stable'), move('stable')]);
  expect(replies).toMatchObject([
    { ok: true, value: { fromStage: 'stable', card: { stage: 'stagnation' } } },
    { ok: true, value: { fromStage: 'stagnation', card: { stage: 'stable' } } },
    { ok: true, value: { fromStage: 'stable', stageChangeId: null } },
  ]);
});
