import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

interface WriteOptions {
  /** Waits until the bytes outlast a power cut; for thousands of files that would take minutes. */
  readonly isSynced?: boolean;
}

/**
 * To a temporary name and then renamed: whoever looks never finds half a file. All is written or it throws: a
 * full disk may take the half of what it is given.
 */
export async function writeAtomic(
  file: string,
  data: string | Uint8Array,
  { isSynced = true }: WriteOptions = {},
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  // A name of its own: the target's may be as long as names can be.
  const temporary = path.join(path.dirname(target), `.rapport-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(data);
      // What was kept from others' eyes stays so.
      const before = await stat(target).catch(() => null);
      if (before) await handle.chmod(before.mode);
      if (isSynced) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    if (isSynced) await syncFolder(path.dirname(target));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** The new name is on the disk too. Windows opens no folder, and keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
