import path from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataFile, openDataFile } from '../electron/backend/data-file.ts';
import { handlersOf } from '../electron/backend/handlers.ts';
import { type TestParts, testParts } from '../electron/backend/testing.ts';
import type { CallOutput, CallRequest } from '../shared/contract/contract.ts';
import type { Handlers } from '../electron/backend/context.ts';
import { fillMarked, type MarkedClient } from './erase/fill-marked.ts';
import { hitsIn, marked } from './erase/marker.ts';

let parts: TestParts;
let dataFile: DataFile;
let client: MarkedClient;
beforeEach(async () => {
  parts = testParts();
  dataFile = await openDataFile(parts, 'own');
  client = await fillMarked(opened().storage);
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

const opened = () => {
  if (!dataFile.context) throw new Error('refused');
  return dataFile.context;
};
function call<Name extends keyof Handlers>(name: Name, request: CallRequest<Name>): Promise<CallOutput<Name>> {
  const handler = handlersOf(parts, dataFile, () => Promise.resolve())[name];
  if (!handler) throw new Error('no handler');
  return handler(request);
}
const isBackup = (file: string) => file.includes(`${path.sep}backups${path.sep}`);
const hits = () => hitsIn(parts.userData, (file) => !isBackup(file));
const backupHits = () => hitsIn(parts.userData, isBackup);
const erase = () =>
  call('erasing.eraseClient', {
    commandId: v4(),
    clientId: client.clientId,
    typedName: marked('client.name'),
    why: 'Попросили по закону',
  });

test('nothing of an erased client is left, and the copies that hold it are named and rewritten', async () => {
  expect(hits().length).toBeGreaterThan(0);
  await call('clients.delete', { commandId: v4(), clientId: client.clientId });
  expect(hits().length, 'the trash still holds it').toBeGreaterThan(0);
  const { erasureId } = await erase();
  expect(hits()).toEqual([]);
  const { copies } = await call('erasing.copies', { erasureId });
  expect(copies.map(({ kind, isReadable }) => [kind, isReadable])).toEqual([['backup', true]]);
  expect(backupHits().length).toBeGreaterThan(0);
  expect(await call('erasing.rewriteCopies', { erasureId })).toEqual({ rewritten: 1, left: [] });
  expect(backupHits()).toEqual([]);
  expect(dataFile.backups()).toHaveLength(1);
  await dataFile.close();
  expect(hitsIn(parts.userData)).toEqual([]);
});
