import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './app.ts';
import { patience } from './patience.ts';
import { killTree, processTree } from './process-tree.ts';
import { runFile } from './program.ts';
import { openDoors } from './sockets.ts';

const looks = 40;
const pause = 100;

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process did not start');
  return pid;
}

test('the program listens nowhere', async ({ idle }) => {
  const pid = pidOf(
    spawn(process.execPath, [runFile, idle.mainFile, '--headless', '--data', idle.dataFolder], {
      env: idle.environment,
    }),
  );
  try {
    // The page has asked for its first data, so everything that starts has started; from here on it is looked at often.
    const isOpen = () => existsSync(path.join(idle.dataFolder, 'rapport.db'));
    await expect.poll(isOpen, { timeout: patience.testTimeout }).toBe(true);
    for (let look = 0; look < looks; look++) {
      expect(openDoors(pid)).toEqual([]);
      await wait(pause);
    }
    expect(processTree(pid).length).toBeGreaterThan(2);
  } finally {
    killTree(pid);
  }
});

test('a program that listens is found out', async ({ app }) => {
  // The tests' own way in is such a door.
  expect(openDoors(app.pid).map(({ protocol }) => protocol)).toContain('tcp');
});

test('a process that a program starts is found out, too', async () => {
  const listener = `require('node:http').createServer().listen(0)`;
  const child = spawn(process.execPath, [
    '-e',
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listener)}])`,
  ]);
  const pid = pidOf(child);
  try {
    await expect.poll(() => openDoors(pid).length, { timeout: 10_000 }).toBe(1);
  } finally {
    killTree(pid);
  }
});
