import { closeSync, constants, copyFileSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { inspectFile, isLogPending, sizeOf } from './header.ts';
import { applicationId, migrate, versionOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { distrustIndex } from './search.ts';
import { lookThrough, quickCheck } from './quick-check.ts';
import { hasOwnSchema, renewTriggers } from './schema-shape.ts';
import { storageError } from './storage-error.ts';
import { refuseTornTime } from './torn-time.ts';

/** The settings that keep "saved" true; set and read back at every open (this build drops to NORMAL in WAL mode). */
export const pragmas: readonly (readonly [name: string, value: string | number, readBack: string | number])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
  ['foreign_keys', 1, 1],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
  ['secure_delete', 1, 1],
  ['busy_timeout', 5000, 5000],
  // What a statement may have to take back is kept in memory: it leaves no text in a file, and costs less.
  ['temp_store', 'memory', 2],
];

/** Sets and reads back what keeps "saved" true on a connection. */
export function setPragmas(file: Database.Database): void {
  for (const [name, value, readBack] of pragmas) {
    file.pragma(`${name} = ${value}`);
    if (file.pragma(name, { simple: true }) !== readBack) throw new Error(`pragma ${name} did not hold`);
  }
  // The save of a note of megabytes stays in memory until it is committed, instead of being spilled over and over.
  file.pragma('cache_size = -65536');
}

/** Up to this size a file is looked through before it is opened (about 2 ms a megabyte); larger ones a moment later, and when they are backed up. */
export const checkedAtStart = 64 * 1024 * 1024;

export interface OpenOptions {
  /** Called with an older file before it is migrated; when it throws, the file stays as it is. */
  readonly backUp?: (file: Database.Database) => void;
  readonly steps?: readonly Migration[];
  /** Something of it could not be read before: every row is read first, whatever that takes. */
  readonly isDoubted?: boolean;
  /** Called with a file that seems whole before anything is written to it; when it throws, the file stays as it is. */
  readonly look?: (file: Database.Database) => void;
}

/** Opens a file of ours or makes one. Anything else is refused with its code, the file untouched. */
export function openFile(path: string, options: OpenOptions = {}): Database.Database {
  const { backUp, steps = migrations, isDoubted = false, look } = options;
  const found = inspectFile(path);
  // Made here with its rights, which SQLite gives to the log beside it as well: nobody else reads it.
  if (found === 'new') closeSync(openSync(path, 'a', 0o600));
  let isIndexDamaged = found === 'ours' && isLogPending(path) ? checkCopy(path) : null;
  const file = new Database(path);
  try {
    // While the journal is still a rollback journal: in WAL mode the mark would reach the file only later.
    if (found === 'new') file.pragma(`application_id = ${applicationId}`);
    else isIndexDamaged ??= refuseDamaged(file, path);
    // Nothing of a schema that nobody has looked at is asked for anything.
    file.pragma('trusted_schema = 0');
    const isSchemaOwn = hasOwnSchema(file);
    if (isDoubted) {
      isIndexBad(lookThrough(file));
      // The index may be what could not be read, and no check looks at all of it.
      isIndexDamaged = true;
    }
    look?.(file);
    setPragmas(file);
    const isOlder = versionOf(file) > 0 && versionOf(file) < (steps.at(-1)?.version ?? 0);
    if (isOlder) backUp?.(file);
    migrate(file, steps);
    if (!isSchemaOwn && !isOlder && versionOf(file) === newestVersion) renewTriggers(file);
    if (isIndexDamaged) distrustIndex(file);
    return file;
  } catch (error) {
    file.close();
    throw storageError(error);
  }
}

/**
 * Closing writes a pending log back into the file, also into a damaged one: that is found out on a copy of both. Null
 * when no copy can be made, as on a full disk: the file itself is looked at then.
 */
function checkCopy(path: string): boolean | null {
  const folder = `${path}.being-checked`;
  try {
    // A kill during the check leaves the copy behind.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    try {
      return checkIn(folder, path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    const refusal = storageError(error);
    if (refusal instanceof AppError && refusal.code !== 'file_damaged') return null;
    throw refusal;
  }
}

function checkIn(folder: string, path: string): boolean {
  const copy = join(folder, 'copy.db');
  for (const ending of ['', '-wal', '-journal'])
    if (sizeOf(`${path}${ending}`) > 0)
      copyFileSync(`${path}${ending}`, `${copy}${ending}`, constants.COPYFILE_FICLONE);
  const file = new Database(copy);
  try {
    const isBad = refuseDamaged(file, copy);
    hasOwnSchema(file);
    if (sizeOf(copy) <= checkedAtStart) refuseTornTime(file);
    return isBad;
  } finally {
    file.close();
  }
}

/** Whether the search index alone is damaged. */
function refuseDamaged(file: Database.Database, path: string): boolean {
  if (sizeOf(path) > checkedAtStart) return false;
  return isIndexBad(quickCheck(file));
}

function isIndexBad(checked: ReturnType<typeof quickCheck>): boolean {
  if (checked === 'damaged') throw new AppError('file_damaged', 'the check failed');
  return checked === 'index_damaged';
}
