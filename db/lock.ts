import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';

/**
 * Holds a tiny database beside the data file locked for as long as the program lives: a second writer is refused, and
 * the system frees the lock when the process dies, on every platform. Returns the way to let go.
 */
export function holdLock(path: string): () => void {
  makeForOwner(path);
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('file_in_use', 'another program holds the lock');
    throw error;
  }
  return () => lock.close();
}

/** SQLite would let others read a file that it makes itself. One that is there is not opened: closing it frees its locks. */
function makeForOwner(path: string): void {
  if (existsSync(path)) return chmodSync(path, 0o600);
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    // Another start made it in this moment: the lock decides between the two.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
