import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { expect, test } from './app.ts';
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
