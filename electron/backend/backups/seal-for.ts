import { join } from 'node:path';
import { listBackups } from '../../../db/backup.ts';
import { sealKeyOf, type SealKey } from '../../../db/backup-seal.ts';
import { deviceIfKnown } from '../device.ts';

/**
 * What a new backup in this folder is sealed by; null: by nothing. A computer that forgot it goes on as the newest backup
 * was made: nobody believes it is sealed while it is not.
 */
export function sealFor(userData: string, folder: string): SealKey | null {
  const known = deviceIfKnown(userData)?.seal;
  if (known !== undefined) return known;
  const [newest] = listBackups(folder);
  if (newest?.isSealed !== true) return null;
  try {
    return sealKeyOf(join(folder, newest.name));
  } catch {
    return null;
  }
}
