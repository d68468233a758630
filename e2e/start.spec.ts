import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRunning, processTree } from './process-tree.ts';
import { expect, test } from './app.ts';

test('the page answers through preload and main', async ({ app }) => {
  expect(await app.call('settings.ping', {})).toEqual({ ok: true });
});

test('the profile of the window belongs to this user alone', async ({ app }) => {
  expect(statSync(app.profileFolder).mode & 0o777).toBe(0o700);
});

test('the program ends when its window closes', async ({ app }) => {
  await app.page.close();
  expect(await app.ended()).toBe(0);
});

test('the program ends where the place of its window cannot be written down', async ({ app }) => {
  const file = path.join(app.userData, 'window.json');
  rmSync(file, { force: true });
  mkdirSync(path.join(file, 'in the way'), { recursive: true });
  expect(await app.close()).toBe(0);
});

test('the window closes when the program ends', async ({ app }) => {
  const started = processTree(app.pid);
  expect(started.length).toBeGreaterThan(2);
  expect(await app.close()).toBe(0);
  await expect.poll(() => started.filter(isRunning)).toEqual([]);
});
