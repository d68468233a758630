import { chmodSync, closeSync, existsSync, openSync, statSync, utimesSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { identityOf } from './file-identity.ts';
import { storageError } from './storage-error.ts';

/**
 * Holds a tiny database beside the data file locked for as long as the program lives: a second writer is refused, and
 * the system frees the lock when the process dies, on every platform. Returns the way to let go.
 */
export function holdLock(path: string): () => void {
  return take(path).letGo;
}

export interface Lock {
  /** To be asked before every write: throws once the lock file was deleted and another program holds a new one. */
  readonly keep: () => void;
  readonly letGo: () => void;
}

/** How often the holder shows that it reacts. */
const beatEvery = 3000;

/** The same for a program that writes: it notices when its lock file goes, and shows others that it reacts. */
export function keepLock(path: string): Lock {
  let held = take(path);

  function keep(): void {
    if (identityOf(path) === held.identity) return;
    const again = take(path);
    held.letGo();
    held = again;
  }

  const beat = setInterval(() => {
    try {
      keep();
      touch(path);
    } catch {
      // Said by the next write.
    }
  }, beatEvery);
  beat.unref();

  return {
    keep,
    letGo: () => {
      clearInterval(beat);
      held.letGo();
    },
  };
}

/** Kept from being collected: a database that nobody knows any more is closed, and its lock with it. */
const taken = new Set<Database.Database>();

interface Held {
  readonly identity: string;
  readonly letGo: () => void;
}

function take(path: string): Held {
  try {
    makeForOwner(path);
    const identity = identityOf(path);
    const lock = new Database(path, { timeout: 0 });
    try {
      lock.exec('begin exclusive');
      // Deleted in this very moment: what is locked is not what others will find.
      if (identityOf(path) === identity) {
        touch(path);
        taken.add(lock);
        return { identity, letGo: () => taken.delete(lock) && lock.close() };
      }
    } catch (error) {
      lock.close();
      throw error;
    }
    lock.close();
    return take(path);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw heldByAnother(path);
    throw storageError(error);
  }
}

/** One that has not shown itself for so long stands still. */
const silentAfter = 15_000;

function heldByAnother(path: string): AppError {
  const seen = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - seen > silentAfter
    ? new AppError('file_in_use_silent', 'another program holds the lock and does not react')
    : new AppError('file_in_use', 'another program holds the lock');
}

function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
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
