import { copyVerified } from '../../db/backup.ts';
import { prepareFolder } from '../../db/folder.ts';
import { inspectFile, sizeOf } from '../../db/header.ts';
import { setAside } from '../../db/set-aside.ts';
import { storageError } from '../../db/storage-error.ts';
import type { Storage } from '../../db/storage.ts';
import { AppError } from '../../shared/errors.ts';
import type { BackendParts } from './backend.ts';
import type { Place } from './data-file.ts';
import { changeDevice, readOrRenewDevice } from './device.ts';
import type { FileCare } from './file-care.ts';

/**
 * Makes another folder the home of the data: what is open is copied there, unless data is there already. True when the
 * same data goes on there.
 */
export async function moveData(parts: BackendParts, from: Place, to: Place, open: FileCare | null): Promise<boolean> {
  if (from.which === 'sample') throw new AppError('conflict', 'the sample stays where it is');
  prepareFolder(to.folder);
  const isNew = sizeOf(to.path) === 0;
  if (!isNew && to.path !== from.path) inspectFile(to.path);
  // From here on nothing is acknowledged that the copy would not have.
  open?.hold(true);
  try {
    if (isNew) setAside(to.path, 'set-aside', parts.clock.now());
    if (open && isNew && to.path !== from.path) await copyTo(open.storage, to.path);
    // A folder chosen by hand is where data may begin anew, also when it held some before.
    const { filled } = readOrRenewDevice(parts.userData);
    changeDevice(parts.userData, {
      dataFolder: to.folder,
      filled: isNew ? filled.filter((path) => path !== to.path) : filled,
    });
  } catch (error) {
    open?.hold(false);
    throw storageError(error);
  }
  return isNew || to.path === from.path;
}

/** A file that nothing was written to has nothing to copy. */
function copyTo(open: Storage, target: string): Promise<void> {
  return open.exclusively(async () => {
    if ((await open.revision()) > 0) copyVerified(open.file, target);
  });
}
