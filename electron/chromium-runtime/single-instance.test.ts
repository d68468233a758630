import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Knock, listenForKnocks, releaseLock, takeLock } from './single-instance.ts';

const module = JSON.stringify(path.join(import.meta.dirname, 'single-instance.ts'));

/** Text of a program that takes the lock, says whether it got it, and does what follows. */
function program(folder: string, then: string): readonly string[] {
  const knock = `{ argv: ['second', '--sample'], workingDirectory: '/there' }`;
  const at = JSON.stringify(folder);
  const code = `import { knockAt, takeLock } from ${module};
    const isTaken = takeLock(${at}); console.log(isTaken); if (!isTaken) knockAt(${at}, ${knock}); ${then}`;
  return ['--input-type=module-typescript', '-e', code];
}

const folders: string[] = [];

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-instance-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the single instance', { timeout: 20_000 }, () => {
  it('is kept out by a running one, which hears the knock', async () => {
    const folder = freshFolder();
    expect(takeLock(folder)).toBe(true);
    const heard = new Promise<Knock>((resolve) => listenForKnocks(folder, resolve));
    const second = spawn(process.execPath, program(folder, ''));
    const said = text(second.stdout);
    expect(await heard).toEqual({ argv: ['second', '--sample'], workingDirectory: '/there' });
    expect(await said).toBe('false\n');
    expect(readdirSync(path.join(folder, 'single-instance.knock'))).toEqual([]);
    releaseLock(folder);
    expect(existsSync(path.join(folder, 'single-instance.lock'))).toBe(false);
  });

  it('takes over from a killed one', async () => {
    const folder = freshFolder();
    const first = spawn(process.execPath, program(folder, 'setInterval(() => {}, 1000);'));
    await once(first.stdout, 'data');
    expect(takeLock(folder)).toBe(false);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(takeLock(folder)).toBe(true);
  });

  it('takes over when the number of a dead process was given to another one', () => {
    const folder = freshFolder();
    expect(takeLock(folder)).toBe(true);
    const lock = path.join(folder, 'single-instance.lock');
    const [pid] = readFileSync(lock, 'utf8').split(' ');
    writeFileSync(lock, `${pid} 1`);
    expect(takeLock(folder)).toBe(true);
  });

  it.each(['', 'nonsense', '-1 5', '0 0'])('is not kept out by a lock that says %j', (words) => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'single-instance.lock'), words);
    expect(takeLock(folder)).toBe(true);
  });
});
