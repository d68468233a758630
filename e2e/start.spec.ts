import { mkdirSync, statSync, writeFileSync } from 'node:fs';
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

test('the program starts and ends where neither its log nor the place of its window can be written down', async ({
  idle: app,
}) => {
  mkdirSync(path.join(app.userData, 'window.json', 'in the way'), { recursive: true });
  writeFileSync(path.join(app.userData, 'logs'), 'in the way');
  await app.start();
  expect(await app.call('settings.ping', {})).toEqual({ ok: true });
  expect(await app.close()).toBe(0);
});

test('the window closes when the program ends', async ({ app }) => {
  const started = processTree(app.pid);
  expect(started.length).toBeGreaterThan(2);
  expect(await app.close()).toBe(0);
  await expect.poll(() => started.filter(isRunning)).toEqual([]);
});
