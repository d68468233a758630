import { closeSync, constants, copyFileSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { inspectFile, isLogPending, sizeOf } from './header.ts';
import { applicationId, migrate, versionOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { distrustIndex } from './search.ts';
import { quickCheck } from './quick-check.ts';
import { sharedTables } from './schema.ts';
import { storageError } from './storage-error.ts';

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

/** Up to this size a file is looked through at every start (about 2 ms a megabyte); larger ones when they are backed up. */
const checkedAtStart = 64 * 1024 * 1024;

export interface OpenOptions {
  /** Called with an older file before it is migrated; when it throws, the file stays as it is. */
  readonly backUp?: (file: Database.Database) => void;
  readonly steps?: readonly Migration[];
}

/** Opens a file of ours or makes one. Anything else is refused with its code, the file untouched. */
export function openFile(path: string, { backUp, steps = migrations }: OpenOptions = {}): Database.Database {
  const found = inspectFile(path);
  // Made here with its rights, which SQLite gives to the log beside it as well: nobody else reads it.
  if (found === 'new') closeSync(openSync(path, 'a', 0o600));
  let isIndexDamaged = found === 'ours' && isLogPending(path) ? checkCopy(path) : null;
  const file = new Database(path);
  try {
    // While the journal is still a rollback journal: in WAL mode the mark would reach the file only later.
    if (found === 'new') file.pragma(`application_id = ${applicationId}`);
    else isIndexDamaged ??= refuseDamaged(file, path);
    setPragmas(file);
    const isOlder = versionOf(file) > 0 && versionOf(file) < (steps.at(-1)?.version ?? 0);
    if (isOlder) backUp?.(file);
    migrate(file, steps);
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
    return refuseDamaged(file, copy);
  } finally {
    file.close();
  }
}

/** Whether the search index alone is damaged. */
function refuseDamaged(file: Database.Database, path: string): boolean {
  const tables = file.prepare<[], string>(`select name from sqlite_schema where type = 'table'`).pluck().all();
  const isStarted = versionOf(file) > 0;
  if (
    isStarted &&
    Object.keys(sharedTables).some((table) => !tables.includes(table)) &&
    versionOf(file) === migrations.length
  )
    throw new AppError('file_damaged', 'tables are missing');
  if (sizeOf(path) > checkedAtStart) return false;
  const checked = quickCheck(file);
  if (checked === 'damaged') throw new AppError('file_damaged', 'the quick check failed');
  return checked === 'index_damaged';
}
