import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Knock, listenForKnocks, releaseLock, takeLock } from './single-instance.ts';

const module = JSON.stringify(path.join(import.meta.dirname, 'single-instance.ts'));

/** Text of a program that takes the lock, says whether it got it, and does what follows. */
function program(folder: string, then: string): readonly string[] {
  const knock = `{ argv: ['second', '--sample'], workingDirectory: '/there' }`;
  const text = `import { takeLock } from ${module}; console.log(takeLock(${JSON.stringify(folder)}, ${knock})); ${then}`;
  return ['--input-type=module-typescript', '-e', text];
}

function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'rapport-instance-'));
}

const knock: Knock = { argv: ['first'], workingDirectory: '/here' };

describe('the single instance', { timeout: 20_000 }, () => {
  it('is kept out by a running one, which hears the knock', async () => {
    const folder = freshFolder();
    expect(takeLock(folder, knock)).toBe(true);
    const heard = new Promise<Knock>((resolve) => listenForKnocks(folder, resolve));
    expect(spawnSync(process.execPath, program(folder, ''), { encoding: 'utf8' }).stdout).toBe('false\n');
    expect(await heard).toEqual({ argv: ['second', '--sample'], workingDirectory: '/there' });
    releaseLock(folder);
    expect(existsSync(path.join(folder, 'single-instance.lock'))).toBe(false);
  });

  it('takes over from a killed one', async () => {
    const folder = freshFolder();
    const first = spawn(process.execPath, program(folder, 'setInterval(() => {}, 1000);'));
    await once(first.stdout, 'data');
    expect(takeLock(folder, knock)).toBe(false);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(takeLock(folder, knock)).toBe(true);
  });

  it('takes over when the number of a dead process was given to another one', () => {
    const folder = freshFolder();
    expect(takeLock(folder, knock)).toBe(true);
    const lock = path.join(folder, 'single-instance.lock');
    const [pid] = readFileSync(lock, 'utf8').split(' ');
    writeFileSync(lock, `${pid} 1`);
    expect(takeLock(folder, knock)).toBe(true);
  });

  it.each(['', 'nonsense', '-1 5', '0 0'])('is not kept out by a lock that says %j', (text) => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'single-instance.lock'), text);
    expect(takeLock(folder, knock)).toBe(true);
  });
});
