import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '../shared/errors.ts';
import { storageError } from './storage-error.ts';

test.each([
  ['ENOSPC', 'disk_full'],
  ['EACCES', 'folder_not_writable'],
  ['EROFS', 'folder_not_writable'],
  ['EIO', 'disk_error'],
])('%s of the system is %s', (code, refusal) => {
  const error = storageError(Object.assign(new Error('of the system'), { code, syscall: 'write' }));
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: refusal });
});

test('a real one is known, a bug stays a bug', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  try {
    writeFileSync(join(folder, 'none', 'file'), '');
  } catch (error) {
    expect(storageError(error)).toMatchObject({ code: 'disk_error', message: 'ENOENT' });
  }
  rmSync(folder, { recursive: true });
  const bug = new TypeError('a bug');
  expect(storageError(bug)).toBe(bug);
  expect.assertions(2);
});
