import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from './backup.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

const canInject = spawnSync('strace', ['-qqq', '-o', '/dev/null', 'true']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
const command = '0199aaaa-0000-4000-8000-000000000001';

/** Adds a client, once more under the same id when it was refused, and says what it was told; the disk fails meanwhile. */
function addUnder(when: string, path: string): readonly string[] {
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { openTestStorage } from ${module('testing.ts')};
     const storage = openTestStorage(${JSON.stringify(path)});
     const add = () => storage.write({ id: ${JSON.stringify(command)}, name: 'board.createClient' }, async (writer, stamp) => {
       const born = { created_at: stamp.now, updated_at: stamp.now };
       await writer.insertInto('client').values({ id: stamp.newId(), name: 'Alder', stage: 'stable', place: 'a0', ...born }).execute();
     }).then(({ repeated }) => (repeated ? 'repeated' : 'saved'), ({ code }) => String(code));
     // Three syncs: of a new log, of its name in the folder, and of what is committed into it.
     await storage.saveSetting('theme', 'dark');
     const said = [await add()];
     said.push(await add());
     said.push(String(storage.file.open), String((await storage.cardsAfter(await storage.revision())).length));
     console.log(said.join(' '));
     process.exit(0);`,
  );
  const inject = [
    '--seccomp-bpf',
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    `inject=fsync,fdatasync:error=EIO:when=${when}`,
  ];
  const args = ['-qqq', '-f', ...inject, '-o', '/dev/null', process.execPath, program];
  const { stdout, stderr } = spawnSync('strace', args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim().split(' ');
}

describe.skipIf(!canInject)('a commit whose sync fails', () => {
  let path: string;
  beforeEach(async () => {
    path = join(folder, 'rapport.db');
    await openTestStorage(path).close();
  });

  async function clientsIn(): Promise<number> {
    const storage = openTestStorage(path);
    const count = Number(storage.file.prepare('select count(*) from client').pluck().get());
    await storage.close();
    return count;
  }

  test('is refused, and done once when it is asked for again', async () => {
    expect(addUnder('4', path)).toEqual(['disk_error', 'saved', 'true', '1']);
    expect(await clientsIn()).toBe(1);
  });

  test('is said to be saved when the file, opened anew, holds it and takes a sync', async () => {
    // The next sync is that of closing: what was committed stays in the log, from which it is read at the next opening.
    expect(addUnder('4..5', path)).toEqual(['saved', 'repeated', 'true', '1']);
    expect(await clientsIn()).toBe(1);
  });

  test('is refused for as long as no sync works, though it may be there', async () => {
    const [first, second] = addUnder('4+', path);
    expect([first, second]).toEqual(['disk_error', 'disk_error']);
    expect(await clientsIn()).toBeLessThanOrEqual(1);
  });
});

describe('after an error of the disk', () => {
  let storage: TestStorage;
  beforeEach(() => {
    storage = openTestStorage(join(folder, 'rapport.db'));
  });
  afterEach(async () => storage.close());

  const failing = () =>
    storage.maintain(() => {
      const error = new Error('of the system');
      throw Object.assign(error, { code: 'EIO', syscall: 'fsync' });
    });

  test('another connection takes the place of the old one, for backups and for what asks it itself', async () => {
    const before = storage.file;
    await storage.saveSetting('theme', 'dark');
    await expect(failing()).rejects.toMatchObject({ code: 'disk_error' });
    expect(before.open).toBe(false);
    expect(storage.file.open).toBe(true);
    expect(storage.file.pragma('synchronous', { simple: true })).toBe(2);
    expect(await storage.setting('theme')).toBe('dark');
    expect(makeBackup(storage.file, join(folder, 'backups'), '2026-11-23T09:00:00.000Z').rows).toBeGreaterThan(0);
    await storage.saveSetting('theme', 'light');
    expect(await storage.setting('theme')).toBe('light');
  });

  test('a file that was taken away stays open: nothing else has what it holds', async () => {
    await storage.saveSetting('theme', 'dark');
    const before = storage.file;
    rmSync(storage.path);
    await expect(failing()).rejects.toMatchObject({ code: 'disk_error' });
    expect(storage.file).toBe(before);
    expect(await storage.setting('theme')).toBe('dark');
  });
});
