import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../shared/errors.ts';
import { type Backup, backupError, writeManifest } from './backup.ts';
import { sealFile, type SealKey } from './backup-seal.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { giveName, isSound, orNothing, unfinished } from './verified-copy.ts';

/**
 * Puts a sealed backup in the place of an open one. Both share a manifest: between its two states a backup may be unknown
 * for a moment, but one of both files always lies there whole, and the open one goes last.
 */
export function sealBackup(folder: string, backup: Backup, key: SealKey): Backup {
  const open = join(folder, backup.name);
  const name = backup.name.replace(/\.db$/, '.sealed');
  const target = join(folder, name);
  const making = `${target}.sealing${unfinished}`;
  try {
    if (!isSound(open, backup.sha256)) throw new AppError('backup_damaged', 'it does not hold what it held');
    rmSync(making, { force: true });
    return orNothing([making], () => {
      const fileSha256 = sealFile(open, making, key);
      const { name: _before, ...known } = backup;
      const contents = { ...known, bytes: statSync(making).size, isSealed: true, fileSha256 };
      giveName(making, target);
      writeManifest(target, contents);
      rmSync(open);
      syncToDisk(folder);
      return { ...contents, name };
    });
  } catch (error) {
    throw backupError(error);
  }
}
