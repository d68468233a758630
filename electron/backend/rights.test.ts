import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backend, openBackend } from './backend.ts';
import { log, logInto } from './log.ts';
import { type TestParts, testParts } from './testing.ts';

const marker = 'Zqxwvk7jB';

let parts: TestParts;
beforeEach(() => {
  parts = testParts();
});
afterEach(() => {
  log.transports.file.level = false;
  parts.remove();
});

/** What others may read, write or enter, of everything in the folder and of itself. */
const open = () =>
  ['.', ...readdirSync(parts.userData, { recursive: true, encoding: 'utf8' })].filter(
    (name) => (statSync(path.join(parts.userData, name)).mode & 0o077) !== 0,
  );

/** A day's work, with calls that are refused and one that fails. */
async function work(backend: Backend): Promise<void> {
  const call = (name: string, input: object) => backend.call(name, input);
  await call('board.createClient', { commandId: v4(), name: marker, stage: 'stable' });
  await call('board.createClient', { commandId: v4(), name: `${marker}\u0000`, stage: marker });
  await call('clients.edit', { commandId: v4(), clientId: v4(), name: marker });
  await call(marker, { [marker]: marker });
  await call('safety.keepWords', { id: v4(), place: marker, label: marker, words: marker, problem: null });
  await call('search.find', { text: marker, limit: 5 });
  await call('safety.backUpNow', {});
}

test('after a day’s work everything is its owner’s alone, also what was open to others before', async () => {
  process.umask(0o022);
  mkdirSync(path.join(parts.userData, 'backups'), { recursive: true });
  mkdirSync(path.join(parts.userData, 'logs'));
  for (const name of [
    'rapport-set-aside-2026-01-01T08-00-00.db',
    'backups/rapport-2026-01-01T08-00-00.db',
    'logs/main.old.log',
  ])
    writeFileSync(path.join(parts.userData, name), '');
  expect(open()).toHaveLength(6);
  logInto(parts.userData);
  const backend = await openBackend(parts);
  await work(backend);
  expect(open()).toEqual([]);
  await backend.close();
  expect(open()).toEqual([]);
  chmodSync(path.join(parts.userData, 'rapport.db'), 0o644);
  expect(open(), 'a file that is open to others is seen').toEqual(['rapport.db']);
  const again = await openBackend(parts);
  expect(open()).toEqual([]);
  await again.close();
});

test('the log of it holds nothing that was typed', async () => {
  logInto(parts.userData);
  const backend = await openBackend(parts);
  await work(backend);
  await backend.close();
  log.warn('the end');
  const written = () => readFileSync(path.join(parts.userData, 'logs', 'main.log'), 'utf8');
  expect(written()).toContain('the end');
  expect(written()).not.toContain(marker);
  log.warn(marker);
  expect(written(), 'a log that holds it is seen').toContain(marker);
});
