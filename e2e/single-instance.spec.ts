import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { expect, test } from './app.ts';
import { killTree } from './process-tree.ts';
import { type Program, runFile } from './program.ts';

interface Ended {
  readonly code: unknown;
  readonly words: string;
}

async function startAgain(app: Program, ...args: readonly string[]): Promise<Ended> {
  const second = spawn(process.execPath, [runFile, app.mainFile, '--headless', ...args], { env: app.environment });
  const [words, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')]);
  return { code, words };
}

test('a second start ends at once and leaves the first one running', async ({ app }) => {
  expect(await startAgain(app)).toEqual({ code: 0, words: expect.stringContaining('already running: look for') });
  // The first program has heard the knock: it takes the note away.
  expect(readdirSync(path.join(app.userData, 'single-instance.knock'))).toEqual([]);
  expect(await app.call('settings.ping', {})).toEqual({ ok: true });
});

test('a second start says what it did not do', async ({ app }) => {
  const picture = path.join(app.folder, 'first.png');
  expect(await startAgain(app, '--picture', picture)).toEqual({
    code: 1,
    words: expect.stringContaining('no picture was saved'),
  });
  expect(existsSync(picture)).toBe(false);
  expect(await startAgain(app, '--sample', '--data', '/elsewhere')).toEqual({
    code: 0,
    words: expect.stringContaining('--data and --sample had no effect'),
  });
});

test('a second start says when the first one is frozen', async ({ app }) => {
  app.standStill();
  try {
    expect(await startAgain(app)).toEqual({
      code: 1,
      words: expect.stringContaining('Rapport does not react\nThe program is already open'),
    });
  } finally {
    app.goOn();
  }
});

test('who starts it again while the last backup is made has it once that is done', async ({ app }) => {
  const { card } = await app.call('board.createClient', { commandId: randomUUID(), name: 'Alder', stage: 'stable' });
  await app.call('notes.write', {
    commandId: randomUUID(),
    noteId: null,
    clientId: card.id,
    body: 'A backup of this takes a while. '.repeat(100_000),
    kind: 'call',
    happenedAt: new Date().toISOString(),
    initiatedBy: null,
    attendees: [],
    finished: true,
  });
  const first = app.pid;
  const backups = path.join(app.dataFolder, 'backups');
  mkdirSync(backups, { recursive: true });
  const isMade = Promise.withResolvers<void>();
  const watcher = watch(backups, () => {
    watcher.close();
    app.standStill();
    isMade.resolve();
  });
  const closed = app.close();
  await isMade.promise;
  const second = startAgain(app);
  const knocks = path.join(app.userData, 'single-instance.knock');
  await expect.poll(() => readdirSync(knocks)).not.toEqual([]);
  app.goOn();
  expect(await second).toEqual({ code: 0, words: expect.stringContaining('already running') });
  expect(await closed).toBe(0);
  const holder = () => Number(lockText(app).split(' ')[0]);
  await expect.poll(holder, { timeout: 60_000 }).toBeGreaterThan(0);
  try {
    expect(holder()).not.toBe(first);
    expect(readFileSync(`/proc/${holder()}/cmdline`, 'utf8').split('\0')).toEqual(
      expect.arrayContaining([app.mainFile, '--data', app.dataFolder]),
    );
  } finally {
    killTree(holder());
  }
});

function lockText(app: Program): string {
  const file = path.join(app.userData, 'single-instance.lock');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('a program that was killed does not keep the next one out', async ({ app }) => {
  await app.kill();
  expect(existsSync(path.join(app.userData, 'single-instance.lock'))).toBe(true);
  await app.start();
  expect(await app.call('settings.ping', {})).toEqual({ ok: true });
});

test('a program that ended leaves no lock', async ({ app }) => {
  await app.close();
  expect(existsSync(path.join(app.userData, 'single-instance.lock'))).toBe(false);
});
