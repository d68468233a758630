import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant } from '../shared/contract/call.ts';
import type { CopyKind } from '../shared/contract/erasing.ts';
import { logEnding } from './database-files.ts';
import { listBackups } from './backup.ts';
import type { ErasedRecord } from './erasures.ts';

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
  /** The same of this computer in the second folder, not there while its disk is away; null without one. */
  readonly ownInSecond: string | null;
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
  /** Only its passphrase opens it. */
  readonly isSealed: boolean;
  /** Another computer made it, and rewrites it. */
  readonly isOfOther: boolean;
}

/** Folders that could not be looked at: a disk is away, or they were taken away; what lay in them may hold anything. */
export function unseenFolders({ folders, ownInSecond }: CopyPlaces): string[] {
  const expected = new Set(ownInSecond === null ? folders : [...folders, ownInSecond]);
  return [...expected].filter((folder) => readFolder(folder) === null);
}

/** Those that still hold the record. */
export function copiesHolding(places: CopyPlaces, record: ErasedRecord): readonly Copy[] {
  return copyPaths(places).flatMap(({ path, kind, isOfOther }) => {
    const { size: bytes, mtime } = statSync(path);
    const holding = lookInto(path, record);
    if (holding === 'no') return [];
    const isSealed = path.endsWith('.sealed');
    return [{ path, kind, bytes, changedAt: mtime.toISOString(), isReadable: holding === 'yes', isSealed, isOfOther }];
  });
}

type Place = Pick<Copy, 'path' | 'kind' | 'isOfOther'>;

function copyPaths({ path, folders, backupFolders, ownInSecond, foldersOfOthers }: CopyPlaces): readonly Place[] {
  const own = [...new Set(folders)].flatMap((folder) =>
    filesIn(folder).flatMap((name) => {
      const kind = kindOf(name);
      return kind === null ? [] : [{ path: join(folder, name), kind, isOfOther: false }];
    }),
  );
  const backups = [...new Set([...backupFolders, ...(ownInSecond === null ? [] : [ownInSecond])])].flatMap((folder) =>
    backupPaths(folder, false),
  );
  const ofOthers = foldersOfOthers.flatMap((folder) => backupPaths(folder, true));
  return [...own, ...backups, ...ofOthers].filter((copy) => copy.path !== path);
}

function backupPaths(folder: string, isOfOther: boolean): readonly Place[] {
  return filesIn(folder)
    .filter((name) => !name.endsWith('.json') && !logEnding.test(name))
    .map((name) => ({ path: join(folder, name), kind: /\.(db|sealed)$/.test(name) ? 'backup' : 'left', isOfOther }));
}

function kindOf(name: string): CopyKind | null {
  if (logEnding.test(name)) return null;
  const told = /^rapport-(set-aside|moved|rescued)-.*\.db$/.exec(name)?.[1];
  if (told !== undefined) return told === 'set-aside' ? 'set_aside' : told === 'moved' ? 'moved' : 'rescued';
  return /\.db(\.[a-z-]+)+$/.test(name) ? 'left' : null;
}

export function filesIn(folder: string): readonly string[] {
  return readFolder(folder) ?? [];
}

function readFolder(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return null;
  }
}

function lookInto(path: string, record: ErasedRecord): 'yes' | 'no' | 'unreadable' {
  const { table, id } = record;
  if (path.endsWith('.sealed')) return isClearOf(record, path) ? 'no' : 'unreadable';
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

/** A sealed backup tells nobody what is in it: it is taken to hold all but what is known to be gone from it. */
function isClearOf({ erasureId }: ErasedRecord, path: string): boolean {
  const backup = listBackups(dirname(path)).find(({ name }) => name === basename(path));
  return backup?.cleared.includes(erasureId) ?? false;
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
