import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './app.ts';
import { killTree, processTree } from './process-tree.ts';
import { runFile } from './program.ts';
import { openDoors } from './sockets.ts';

const settled = 2000;

function hasPage(pid: number): boolean {
  return processTree(pid).some((each) => {
    try {
      return readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  });
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process did not start');
  return pid;
}

test('the program listens nowhere', async ({ idle }) => {
  const pid = pidOf(spawn(process.execPath, [runFile, idle.mainFile, '--headless'], { env: idle.environment }));
  try {
    await expect.poll(() => hasPage(pid), { timeout: 30_000 }).toBe(true);
    await wait(settled);
    expect(openDoors(pid)).toEqual([]);
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
