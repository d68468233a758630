import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { isSound } from '../../db/backup.ts';
import type { Instant } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/errors.ts';
import type { DataFile } from './data-file.ts';

/** Only for a file that is not open. The backup is checked before anything is touched, and it stays a backup. */
export function putBackupInPlace(dataFile: DataFile, name: string, now: Instant): void {
  const backup = dataFile.backups().find((each) => each.name === name);
  if (!backup) throw new AppError('not_found', 'no such backup');
  const source = join(dataFile.backupFolder, backup.name);
  if (!isSound(source, backup.sha256)) throw new AppError('file_damaged', 'the backup does not hold what it held');
  const copy = `${dataFile.path}.restoring`;
  copyFileSync(source, copy);
  setAside(dataFile.path, now);
  renameSync(copy, dataFile.path);
}

/** A log of the old file must not be written back into the new one, so it goes along. */
function setAside(path: string, now: Instant): void {
  const aside = join(path, '..', `rapport-set-aside-${now.slice(0, 19).replaceAll(':', '-')}.db`);
  for (const ending of ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
}
