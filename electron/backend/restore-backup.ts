import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFolder } from '../../db/folder.ts';
import { holdLock } from '../../db/lock.ts';
import { setAside } from '../../db/set-aside.ts';
import { storageError } from '../../db/storage-error.ts';
import { syncToDisk } from '../../db/sync-to-disk.ts';
import { unpackBackup } from '../../db/unpack-backup.ts';
import type { Instant } from '../../shared/contract/call.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { DataFile } from './data-file.ts';

/**
 * Refusals after which the file at its place is known to be of no use here, and is set aside; any other file may be
 * somebody's living data.
 */
const replaceable: readonly ErrorCode[] = [
  'file_damaged',
  'file_missing',
  'file_not_database',
  'file_foreign',
  'disk_error',
];

export function isReplaceable({ refusal }: DataFile): boolean {
  return refusal !== null && replaceable.includes(refusal.code);
}

/** Only for a file that nobody has open. The backup is checked before anything is touched, and it stays a backup. */
export function putBackupInPlace(dataFile: DataFile, name: string, passphrase: string | null, now: Instant): void {
  if (!isReplaceable(dataFile)) throw new AppError('conflict', 'this file is not one to be replaced');
  putInPlace(dataFile, now, (copy) => {
    const { folder, backup } = dataFile.findBackup(name);
    unpackBackup(folder, backup, copy, passphrase);
  });
}

/** `make` writes a whole file to the path that it is given; only then the one in place gets another name. */
export function putInPlace(dataFile: DataFile, now: Instant, make: (copy: string) => void): void {
  whileLocked(dataFile, () => {
    const copy = `${dataFile.path}.restoring`;
    try {
      make(copy);
      const takeBack = setAside(dataFile.path, 'set-aside', now);
      try {
        renameSync(copy, dataFile.path);
      } catch (error) {
        takeBack();
        throw error;
      }
    } finally {
      rmSync(copy, { force: true });
    }
    syncToDisk(dataFile.folder);
  });
}

/** No other program has the file open meanwhile. */
function whileLocked<Done>({ folder }: DataFile, act: () => Done): Done {
  try {
    prepareFolder(folder);
    const letGo = holdLock(join(folder, 'rapport.lock'));
    try {
      return act();
    } finally {
      letGo();
    }
  } catch (error) {
    throw storageError(error);
  }
}
