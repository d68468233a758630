import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataDigestOf } from '../../../db/digest.ts';
import { openFile } from '../../../db/open.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';
import { type Backend, openBackend } from '../backend.ts';
import { type TestParts, testParts } from '../testing.ts';

/** A computer with the program on it. */
interface Computer {
  readonly parts: TestParts;
  readonly backend: Backend;
}

let old: Computer;
let fresh: Computer;
beforeEach(async () => {
  old = await open();
  fresh = await open();
  await ask(old, 'settings.finishFirstRun', {
    commandId: v4(),
    agencyName: 'Кварта',
    partners: ['Вера', 'Глеб'],
    language: 'ru',
  });
  const { card } = await ask(old, 'board.createClient', { commandId: v4(), name: 'Ольха', stage: 'stable' });
  await ask(old, 'clients.edit', { commandId: v4(), clientId: card.id, name: 'Ольха и сын' });
});
afterEach(async () => {
  for (const { parts, backend } of [old, fresh]) {
    await backend.close();
    parts.remove();
  }
});

async function open(): Promise<Computer> {
  const parts = testParts();
  return { parts, backend: await openBackend(parts) };
}

async function ask<Name extends CallName>(
  { backend }: Computer,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await backend.call(name, input);
  if (!reply.ok) throw new Error(reply.code);
  const value: CallOutput<Name> = JSON.parse(JSON.stringify(reply.value));
  return value;
}

const pathOf = ({ parts }: Computer) => path.join(parts.userData, 'rapport.db');
const names = async (computer: Computer) => (await ask(computer, 'board.load', {})).cards.map(({ name }) => name);

async function exportFrom(computer: Computer, form: 'archive' | 'folder'): Promise<string> {
  const place = path.join(computer.parts.userData, '..');
  computer.parts.desktop.answers.push(form === 'archive' ? path.join(place, 'all.zip') : place);
  const { saved } = await ask(computer, 'transfer.exportWhole', { jobId: v4(), form });
  return path.join(place, saved?.name ?? '');
}

async function read(computer: Computer, place: string, form: 'archive' | 'folder') {
  computer.parts.desktop.answers.push(place);
  const { source } = await ask(computer, 'transfer.chooseWhole', { form });
  const sourceId = source?.sourceId ?? '';
  return { sourceId, ...(await ask(computer, 'transfer.readWhole', { sourceId })) };
}

test.each(['archive', 'folder'] as const)(
  'everything moves to another computer as %s, history and all',
  async (form) => {
    const { sourceId, contents } = await read(fresh, await exportFrom(old, form), form);
    expect(contents).toMatchObject({ agency: 'Кварта', clients: 1, notes: 0 });
    expect(await names(fresh)).toEqual([]);
    await ask(fresh, 'transfer.importWhole', { sourceId });
    expect(await names(fresh)).toEqual(['Ольха и сын']);
    await ask(fresh, 'safety.undo', { commandId: v4() });
    expect(await names(fresh)).toEqual(['Ольха']);
    await ask(fresh, 'safety.redo', { commandId: v4() });
    expect(readdirSync(fresh.parts.userData).filter((name) => /incoming|restor/.test(name))).toEqual([]);
  },
);

test('the file on the new computer has the digest of the old one', async () => {
  const { sourceId } = await read(fresh, await exportFrom(old, 'archive'), 'archive');
  await ask(fresh, 'transfer.importWhole', { sourceId });
  const digests = [];
  for (const computer of [old, fresh]) {
    await computer.backend.close();
    const file = openFile(pathOf(computer));
    digests.push(dataDigestOf(file));
    file.close();
  }
  expect(digests[1]).toBe(digests[0]);
});

test('where there are clients nothing is read over them, and what was left is gone', async () => {
  const place = await exportFrom(old, 'archive');
  old.parts.desktop.answers.push(place);
  expect(await old.backend.call('transfer.chooseWhole', { form: 'archive' })).toMatchObject({ code: 'file_not_empty' });
  const { sourceId } = await read(fresh, place, 'archive');
  const made = `${pathOf(fresh)}.incoming`;
  expect(existsSync(made)).toBe(true);
  await ask(fresh, 'transfer.leaveWhole', { sourceId });
  expect(existsSync(made)).toBe(false);
  expect(await fresh.backend.call('transfer.importWhole', { sourceId })).toMatchObject({ code: 'source_gone' });
  // A client that came meanwhile is not lost either.
  const again = await read(fresh, place, 'archive');
  await ask(fresh, 'board.createClient', { commandId: v4(), name: 'Вяз', stage: 'stable' });
  expect(await fresh.backend.call('transfer.importWhole', { sourceId: again.sourceId })).toMatchObject({
    code: 'file_not_empty',
  });
  expect(await names(fresh)).toEqual(['Вяз']);
});
