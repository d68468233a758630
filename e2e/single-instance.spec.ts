import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';
import { type Program, runFile } from './program.ts';

async function startAgain(app: Program): Promise<number | null> {
  const second = spawn(process.execPath, [runFile, app.mainFile, '--headless'], { env: app.environment });
  const [code]: readonly unknown[] = await once(second, 'exit');
  return typeof code === 'number' ? code : null;
}

test('a second start ends at once and leaves the first one running', async ({ app }) => {
  expect(await startAgain(app)).toBe(0);
  // The first program has heard the knock: it takes the note away.
  await expect.poll(() => readdirSync(path.join(app.userData, 'single-instance.knock'))).toEqual([]);
  expect(await app.call('settings.ping', {})).toEqual({ ok: true });
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
