import { copyFileSync, chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { type Backup, noteOfBackup } from './backup.ts';
import { unsealFile } from './backup-seal.ts';
import { databaseFiles } from './database-files.ts';
import { sha256OfFile } from './file-digest.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { isSound, orNothing, type Progress } from './verified-copy.ts';

/**
 * Writes a data file with what the backup holds, on the disk when this returns. Refused before anything is written over:
 * `passphrase_needed`, `passphrase_wrong`, and `backup_damaged` when it does not hold what it held.
 */
export function unpackBackup(folder: string, backup: Backup, target: string, passphrase: string | null): void {
  const source = join(folder, backup.name);
  if (backup.isSealed && passphrase === null) throw new AppError('passphrase_needed', 'the backup is sealed');
  refuseChanged(source, backup);
  for (const file of databaseFiles(target)) rmSync(file, { force: true });
  orNothing(databaseFiles(target), () => {
    if (passphrase !== null && backup.isSealed) unsealFile(source, target, passphrase);
    else copyFileSync(source, target);
    chmodSync(target, 0o600);
    if (!isSound(target, backup.sha256)) throw new AppError('backup_damaged', 'it does not hold what it held');
    syncToDisk(target);
  });
}

function refuseChanged(source: string, { fileSha256 }: Backup): void {
  if (fileSha256 !== '' && !isFileSame(source, fileSha256))
    throw new AppError('backup_damaged', 'the file is not the one that was written');
}

function isFileSame(path: string, sha256: string): boolean {
  try {
    return sha256OfFile(path) === sha256;
  } catch {
    return false;
  }
}

/**
 * Looks again whether a backup still holds what it held, and notes it. A sealed one is known by its bytes: what they open
 * to was proved before they were written.
 */
export function checkBackup(
  folder: string,
  backup: Backup,
  now: Instant,
  progress: Progress = () => undefined,
): Backup {
  const path = join(folder, backup.name);
  const isSame = backup.fileSha256 === '' || isFileSame(path, backup.fileSha256);
  progress(backup.isSealed ? 100 : 40);
  const share = (rows: number) => 40 + (60 * rows) / Math.max(1, backup.rows);
  const isHeld = backup.isSealed || isSound(path, backup.sha256, (rows) => progress(share(rows)));
  return noteOfBackup(folder, backup, { checkedAt: now, isDamaged: !isSame || !isHeld });
}
