import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file's bytes, or the names in a folder, outlast a power cut from here on. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Windows cannot sync a folder.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(handle);
  }
}
