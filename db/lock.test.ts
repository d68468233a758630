import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdLock, keepLock } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inUse = expect.objectContaining({ code: 'file_in_use' });

test('is held until it is let go', () => {
  const lock = join(folder, 'rapport.lock');
  const letGo = holdLock(lock);
  expect(() => holdLock(lock)).toThrow(inUse);
  letGo();
  holdLock(lock)();
});

test('is for its owner alone, also where an older one was not', () => {
  const lock = join(folder, 'rapport.lock');
  holdLock(lock)();
  expect(statSync(lock).mode & 0o777).toBe(0o600);
  chmodSync(lock, 0o644);
  holdLock(lock)();
  expect(statSync(lock).mode & 0o777).toBe(0o600);
});

test('is taken also when somebody made its file a moment after it was looked for', () => {
  const lock = join(folder, 'rapport.lock');
  // Not there for whoever looks, there for whoever makes it.
  symlinkSync(join(folder, 'elsewhere.lock'), lock);
  const letGo = holdLock(lock);
  expect(() => holdLock(lock)).toThrow(inUse);
  letGo();
});

test('stays held against others when the same program asks for it again', async () => {
  const lock = join(folder, 'rapport.lock');
  const letGo = holdLock(lock);
  expect(() => holdLock(lock)).toThrow(inUse);
  const asker = join(folder, 'asker.mjs');
  writeFileSync(
    asker,
    `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
     try { holdLock(${JSON.stringify(lock)}); process.exit(0); } catch { process.exit(7); }`,
  );
  const [code] = await once(fork(asker, { execArgv: [] }), 'exit');
  expect(code).toBe(7);
  letGo();
});

test('keeps another process out, and is free when that process is killed', async () => {
  const lock = join(folder, 'rapport.lock');
  const holder = join(folder, 'holder.mjs');
  writeFileSync(
    holder,
    `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
     holdLock(${JSON.stringify(lock)});
     process.send('held');
     setInterval(() => {}, 1000);`,
  );
  const other = fork(holder, { execArgv: [] });
  await once(other, 'message');
  expect(() => holdLock(lock)).toThrow(inUse);
  other.kill('SIGKILL');
  await once(other, 'exit');
  holdLock(lock)();
});

test('one whose file was deleted is taken anew by its holder, and nobody else gets it', () => {
  const path = join(folder, 'rapport.lock');
  const lock = keepLock(path);
  rmSync(path);
  lock.keep();
  expect(() => holdLock(path)).toThrow(inUse);
  lock.letGo();
  holdLock(path)();
});

test('when another program was quicker after the file was deleted, the first one may not write any more', () => {
  const path = join(folder, 'rapport.lock');
  const lock = keepLock(path);
  rmSync(path);
  const letGo = holdLock(path);
  expect(lock.keep).toThrow(inUse);
  letGo();
  lock.keep();
  expect(() => holdLock(path)).toThrow(inUse);
  lock.letGo();
});

test('a holder that has not shown itself for long is said to stand still', () => {
  const path = join(folder, 'rapport.lock');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lock = keepLock(path);
  const long = new Date(Date.now() - 60_000);
  utimesSync(path, long, long);
  expect(() => holdLock(path)).toThrow(expect.objectContaining({ code: 'file_in_use_silent' }));
  vi.advanceTimersByTime(4000);
  expect(() => holdLock(path)).toThrow(inUse);
  lock.letGo();
  vi.useRealTimers();
});
