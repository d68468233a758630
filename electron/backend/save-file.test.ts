import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import { writeWhole } from './save-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.alloc(300_000, 'x');

test('a file is written whole, over the one that was there too', async () => {
  const file = path.join(folder, 'Передача.docx');
  writeFileSync(file, 'older');
  await writeWhole(file, bytes);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(['Передача.docx']);
});

test('a file keeps who may read it, and a link stays one', async () => {
  const [file, link] = [path.join(folder, 'a.pdf'), path.join(folder, 'link.pdf')];
  writeFileSync(file, 'older', { mode: 0o600 });
  symlinkSync(file, link);
  await writeWhole(link, bytes);
  expect(statSync(file)).toMatchObject({ size: bytes.length });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

describe('on a real disk', () => {
  test.each<readonly [string, ErrorCode, string]>([
    ['a folder that is not there', 'target_gone', 'gone/a.pdf'],
    ['a file in place of the folder', 'target_gone', 'file/a.pdf'],
    ['a name that is too long', 'target_name_too_long', `${'я'.repeat(130)}.pdf`],
    ['a folder in place of the file', 'export_failed', 'taken.pdf'],
  ])('%s is %s', async (_name, code, name) => {
    writeFileSync(path.join(folder, 'file'), '');
    mkdirSync(path.join(folder, 'taken.pdf'));
    const before = readdirSync(folder);
    await expect(writeWhole(path.join(folder, name), bytes)).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual(before);
  });

  const namespace = ['--mount', '--map-root-user', 'sh', '-c'];
  const mayMount = spawnSync('unshare', [...namespace, 'mount -t tmpfs none /mnt']).status === 0;

  /** In a mount namespace of its own: nobody else sees the small disk, and it goes with the process. */
  function writtenOn(mount: string, write = 'undefined'): string {
    const module = pathToFileURL(path.join(import.meta.dirname, 'save-file.ts')).href;
    const script = `
      const { writeWhole } = await import('${module}');
      const problem = await writeWhole('${folder}/a.pdf', Buffer.alloc(300_000), ${write}).catch((error) => error);
      const { readdirSync } = await import('node:fs');
      console.log(problem?.code, readdirSync('${folder}').join());`;
    const lines = `mount -t tmpfs ${mount} none "${folder}" && "${process.execPath}" --input-type=module -e "$SCRIPT"`;
    return spawnSync('unshare', [...namespace, lines], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      env: { ...process.env, SCRIPT: script },
    }).stdout.trim();
  }

  test.runIf(mayMount)('a full disk (tmpfs of 64 kB) is target_full and leaves nothing behind', () => {
    expect(writtenOn('-o size=64k')).toBe('target_full');
  });

  test.runIf(mayMount)('a disk that may only be read (tmpfs, ro) is target_forbidden', () => {
    expect(writtenOn('-o ro')).toBe('target_forbidden');
  });

  test.runIf(mayMount)('control: who does not look how much was taken finds the same disk large enough', () => {
    const careless = `async (file, bytes) => {
      const handle = await (await import('node:fs/promises')).open(file, 'w');
      await handle.write(bytes);
      await handle.close();
    }`;
    expect(writtenOn('-o size=64k', careless)).toBe('undefined a.pdf');
  });

  test.runIf(mayMount)('control: on a disk with room the same file is written', () => {
    expect(writtenOn('-o size=1m')).toBe('undefined a.pdf');
  });
});

describe('what only another system or another user meets, by a write that throws', () => {
  test.each<readonly [string, string, ErrorCode]>([
    ['EBUSY', 'rename', 'target_in_use'],
    ['EPERM', 'rename', 'target_in_use'],
    ['ETXTBSY', 'open', 'target_in_use'],
    ['EPERM', 'open', 'target_forbidden'],
    ['EACCES', 'open', 'target_forbidden'],
    ['EDQUOT', 'write', 'target_full'],
    ['EIO', 'write', 'export_failed'],
  ])('%s of %s is %s', async (code, syscall, refusal) => {
    const problem = Object.assign(new Error(`${code}: ${folder}/secret`), { code, syscall });
    const refused = writeWhole(path.join(folder, 'a.pdf'), bytes, () => Promise.reject(problem));
    await expect(refused).rejects.toMatchObject({ code: refusal, message: 'the file was not written' });
  });
});
