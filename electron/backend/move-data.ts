import { keepName, prepareFolder } from '../../db/folder.ts';
import { inspectFile, sizeOf } from '../../db/header.ts';
import { setAside } from '../../db/set-aside.ts';
import { storageError } from '../../db/storage-error.ts';
import type { Storage } from '../../db/storage.ts';
import { copyVerified, removeFile } from '../../db/verified-copy.ts';
import { AppError } from '../../shared/errors.ts';
import type { BackendParts } from './backend.ts';
import type { Place } from './data-file.ts';
import { changeDevice, readOrRenewDevice } from './device.ts';
import type { FileCare } from './file-care.ts';
import { identityOf } from './file-identity.ts';

/** `other`: data that lay in the new folder is opened; otherwise the same data goes on. */
export type Moved = 'here' | 'moved' | 'other';

/** Makes another folder the home of the data: what is open is copied there. Nothing more is written here then. */
export async function moveData(parts: BackendParts, from: Place, to: Place, open: FileCare | null): Promise<Moved> {
  if (from.which === 'sample') throw new AppError('conflict', 'the sample stays where it is');
  prepareFolder(to.folder);
  // The partner may have made it a moment ago.
  keepName(to.folder);
  // The same folder may have several paths.
  const isHere = identityOf(to.folder) === identityOf(from.folder);
  const isNew = sizeOf(to.path) === 0;
  // From here on nothing is acknowledged that the copy would not have.
  open?.hold(true);
  try {
    if (!isNew && !isHere) await refuseSecond(to.path, open);
    if (isNew) setAside(to.path, 'set-aside', parts.clock.now());
    if (open && isNew) await copyTo(open.storage, to.path);
    // A folder chosen by hand is where data may begin anew, also when it held some before.
    const { filled } = readOrRenewDevice(parts.userData);
    changeDevice(parts.userData, {
      dataFolder: to.folder,
      filled: isNew ? filled.filter((path) => path !== to.path) : filled,
    });
  } catch (error) {
    if (open && isNew) removeFile(to.path);
    open?.hold(false);
    throw storageError(error);
  }
  if (isHere) return 'here';
  return isNew ? 'moved' : 'other';
}

/** Data that lies in the new folder is opened only where there is nothing yet that would be left behind. */
async function refuseSecond(path: string, open: FileCare | null): Promise<void> {
  if (open && (await open.storage.revision()) > 0) throw new AppError('folder_has_data', 'data lies there already');
  inspectFile(path);
}

/** A file that nothing was written to has nothing to copy. */
function copyTo(open: Storage, target: string): Promise<void> {
  return open.exclusively(async () => {
    if ((await open.revision()) > 0) copyVerified(open.file, target);
  });
}
