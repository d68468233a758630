import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { CopyKind } from '../shared/contract/erasing.ts';
import { listBackups, replaceBackup } from './backup.ts';
import type { RowName } from './client-rows.ts';
import { eraseRows } from './erase.ts';
import type { ErasedRecord } from './erasures.ts';
import { emptyFound, forgetTraces } from './erase-traces.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { copyVerified, unfinished } from './verified-copy.ts';

// Copies of the data that were made before something was erased from it: backups, and what was set aside, moved, rescued
// or begun and left. Each is looked into by itself; a file that is no database any more is searched for the id as bytes.

/** Where copies may lie. */
export interface CopyPlaces {
  /** The open file, which is no copy. */
  readonly path: string;
  /** Folders that hold or held the data, whose copies have telling names. */
  readonly folders: readonly string[];
  /** Folders that hold nothing but backups. */
  readonly backupFolders: readonly string[];
  /** The same, of other computers that share a second folder: theirs are told and left to them. */
  readonly foldersOfOthers: readonly string[];
}

export interface Copy {
  readonly path: string;
  readonly kind: CopyKind;
  readonly bytes: number;
  readonly changedAt: Instant;
  /** Whether it can be opened. */
  readonly isReadable: boolean;
  /** Another computer made it, and rewrites it. */
  readonly isOfOther: boolean;
}

const log = /(-wal|-shm|-journal)$/;

/** Those that still hold the record. */
export function copiesHolding(places: CopyPlaces, record: ErasedRecord): readonly Copy[] {
  return copyPaths(places).flatMap(({ path, kind, isOfOther }) => {
    const { size: bytes, mtime } = statSync(path);
    const holding = lookInto(path, record);
    if (holding === 'no') return [];
    return [{ path, kind, bytes, changedAt: mtime.toISOString(), isReadable: holding === 'yes', isOfOther }];
  });
}

type Place = Pick<Copy, 'path' | 'kind' | 'isOfOther'>;

function copyPaths({ path, folders, backupFolders, foldersOfOthers }: CopyPlaces): readonly Place[] {
  const own = [...new Set(folders)].flatMap((folder) =>
    filesIn(folder).flatMap((name) => {
      const kind = kindOf(name);
      return kind === null ? [] : [{ path: join(folder, name), kind, isOfOther: false }];
    }),
  );
  const backups = [...new Set(backupFolders)].flatMap((folder) => backupPaths(folder, false));
  const ofOthers = foldersOfOthers.flatMap((folder) => backupPaths(folder, true));
  return [...own, ...backups, ...ofOthers].filter((copy) => copy.path !== path);
}

function backupPaths(folder: string, isOfOther: boolean): readonly Place[] {
  return filesIn(folder)
    .filter((name) => !name.endsWith('.json') && !log.test(name))
    .map((name) => ({ path: join(folder, name), kind: /\.(db|sealed)$/.test(name) ? 'backup' : 'left', isOfOther }));
}

function kindOf(name: string): CopyKind | null {
  if (log.test(name)) return null;
  const told = /^rapport-(set-aside|moved|rescued)-.*\.db$/.exec(name)?.[1];
  if (told !== undefined) return told === 'set-aside' ? 'set_aside' : told === 'moved' ? 'moved' : 'rescued';
  return /\.db(\.[a-z-]+)+$/.test(name) ? 'left' : null;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return [];
  }
}

function lookInto(path: string, { table, id, erasedAt }: ErasedRecord): 'yes' | 'no' | 'unreadable' {
  if (path.endsWith('.sealed')) return isOfBefore(path, erasedAt) ? 'unreadable' : 'no';
  let file: Database.Database | null = null;
  try {
    file = new Database(path, { readonly: true, fileMustExist: true });
    const isThere = file.prepare(`select 1 from "${table}" where id = ?`).get(id) !== undefined;
    const isLogged = file.prepare('select 1 from local_change where table_name = ? and row_id = ?').get(table, id);
    return isThere || isLogged !== undefined ? 'yes' : 'no';
  } catch {
    return holdsBytes(path, Buffer.from(id)) ? 'unreadable' : 'no';
  } finally {
    file?.close();
  }
}

/** A sealed backup tells nobody what is in it: one that was made before is taken to hold everything. */
function isOfBefore(path: string, erasedAt: Instant): boolean {
  const backup = listBackups(dirname(path)).find(({ name }) => name === basename(path));
  return backup === undefined || backup.madeAt <= erasedAt;
}

const chunk = 1 << 20;

function holdsBytes(path: string, wanted: Buffer): boolean {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(chunk + wanted.length);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, chunk, null);
      if (read === 0) return false;
      const filled = kept + read;
      if (buffer.subarray(0, filled).includes(wanted)) return true;
      kept = Math.min(wanted.length, filled);
      buffer.copyWithin(0, filled - kept, filled);
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * The same copy without the record: erased in a working copy, written whole to a new name, compared row by row, and only
 * then the old one goes. Answers the new path.
 */
export function rewriteCopy(copy: Copy, record: RowName, now: Instant): string {
  const folder = dirname(copy.path);
  const working = `${copy.path}${unfinished}`;
  for (const path of filesOf(working)) rmSync(path, { force: true });
  try {
    const file = workingCopy(copy.path, working);
    try {
      eraseIn(file, record);
      const backup = listBackups(folder).find(({ name }) => name === basename(copy.path));
      if (backup !== undefined) return join(folder, replaceBackup(file, folder, backup, now).name);
      const target = freePath(copy.path);
      copyVerified(file, target);
      for (const path of filesOf(copy.path)) rmSync(path, { force: true });
      syncToDisk(folder);
      return target;
    } finally {
      file.close();
    }
  } finally {
    for (const path of filesOf(working)) rmSync(path, { force: true });
  }
}

function workingCopy(source: string, working: string): Database.Database {
  const from = new Database(source, { readonly: true, fileMustExist: true });
  try {
    closeSync(openSync(working, 'wx', 0o600));
    from.prepare('vacuum into ?').run(working);
  } finally {
    from.close();
  }
  const file = new Database(working);
  // What goes is written nowhere once more.
  for (const pragma of ['journal_mode = memory', 'secure_delete = on', 'foreign_keys = on', 'trusted_schema = off'])
    file.pragma(pragma);
  return file;
}

function eraseIn(file: Database.Database, record: RowName): void {
  file.transaction(() => {
    const name = record.table === 'client' ? nameOf(file, record.id) : '';
    // Rows that lose a mention are no command of the copy.
    file.exec('update local_context set command_seq = 0');
    const rows = eraseRows(file, [record]);
    file.exec('update local_context set command_seq = null');
    file.exec('delete from local_change where command_seq = 0');
    forgetTraces(file, [...rows.values()].flat(), name === '' ? [] : [name]);
    emptyFound(file);
  })();
}

function nameOf(file: Database.Database, clientId: Id): string {
  return file.prepare<[Id], string>('select name from client where id = ?').pluck().get(clientId) ?? '';
}

function filesOf(path: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((ending) => `${path}${ending}`);
}

function freePath(path: string): string {
  const stem = path.replace(/(?:-rewritten(?:-\d+)?)?\.db(\.[a-z-]+)*$/, '');
  const taken = new Set(filesIn(dirname(path)).map((name) => join(dirname(path), name)));
  let free = `${stem}-rewritten.db`;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-rewritten-${number}.db`;
  return free;
}
