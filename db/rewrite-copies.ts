import { closeSync, openSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Id, Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { type Backup, listBackups, replaceBackup } from './backup.ts';
import { sealKeyOf, unsealFile } from './backup-seal.ts';
import type { RowName } from './client-rows.ts';
import { type Copy, copiesHolding, type CopyPlaces, filesIn } from './copies.ts';
import { databaseFiles } from './database-files.ts';
import { eraseRows } from './erase.ts';
import { emptyFound, forgetTraces } from './erase-traces.ts';
import type { ErasedRecord } from './erasures.ts';
import { storageError } from './storage-error.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { copyVerified, unfinished } from './verified-copy.ts';

export interface Rewriting {
  readonly places: CopyPlaces;
  readonly record: ErasedRecord;
  readonly now: Instant;
  /** Of the sealed ones; without it they stay as they are. */
  readonly passphrase: string | null;
}

export interface Rewritten {
  readonly rewritten: number;
  /** Why others were not. */
  readonly refused: readonly string[];
}

/**
 * Copies that hold the record, written anew without it. One that cannot be rewritten, or is another computer's, stays as
 * it is and is told. A full disk ends it, and so does a passphrase that opens none (`passphrase_wrong`).
 */
export function rewriteCopies({ places, record, now, passphrase }: Rewriting): Rewritten {
  const own = copiesHolding(places, record).filter(({ isOfOther }) => !isOfOther);
  const sealed = passphrase === null ? [] : own.filter(({ isSealed }) => isSealed);
  const refused: string[] = [];
  let rewritten = 0;
  const attempt = (work: () => void): void => {
    try {
      work();
      rewritten += 1;
    } catch (error) {
      const refusal = storageError(error);
      const code = refusal instanceof AppError ? refusal.code : 'failed';
      if (code === 'disk_full') throw refusal;
      refused.push(code);
    }
  };
  for (const copy of sealed) attempt(() => rewriteSealed(copy, { places, record, now, passphrase: passphrase ?? '' }));
  if (sealed.length > 0 && refused.length === sealed.length && refused.every((code) => code === 'passphrase_wrong'))
    throw new AppError('passphrase_wrong', 'it opens none of them');
  for (const copy of own.filter(({ isReadable }) => isReadable)) attempt(() => rewriteOpen(copy, record, now));
  return { rewritten, refused };
}

/** Erased in a working copy, written whole to a new name, compared row by row, and only then the old one goes. */
function rewriteOpen(copy: Copy, record: ErasedRecord, now: Instant): void {
  const folder = dirname(copy.path);
  const working = `${copy.path}${unfinished}`;
  inWorkingCopy(
    working,
    () => copyOpen(copy.path, working),
    (file) => {
      eraseIn(file, record);
      const old = backupOf(copy);
      if (old !== undefined) return void replaceBackup(file, { folder, old, now, erasureId: record.erasureId });
      copyVerified(file, freePath(copy.path));
      for (const path of databaseFiles(copy.path)) rmSync(path, { force: true });
      syncToDisk(folder);
    },
  );
}

/** The same; it lies open beside the data alone, because the folder of its own may be a synced one. */
function rewriteSealed(copy: Copy, { places, record, now, passphrase }: Rewriting & { passphrase: string }): void {
  const old = backupOf(copy);
  if (old === undefined) throw new AppError('backup_damaged', 'no manifest');
  const working = `${places.path}.rewriting`;
  const openAt = `${working}${unfinished}`;
  try {
    inWorkingCopy(
      working,
      () => unsealFile(copy.path, working, passphrase),
      (file) => {
        eraseIn(file, record);
        const sealing = { key: sealKeyOf(copy.path), openAt };
        replaceBackup(file, { folder: dirname(copy.path), old, now, sealing, erasureId: record.erasureId });
      },
    );
  } finally {
    rmSync(openAt, { force: true });
  }
}

const backupOf = ({ path }: Copy): Backup | undefined =>
  listBackups(dirname(path)).find(({ name }) => name === basename(path));

function inWorkingCopy(working: string, make: () => void, work: (file: Database.Database) => void): void {
  for (const path of databaseFiles(working)) rmSync(path, { force: true });
  try {
    make();
    const file = openWorking(working);
    try {
      work(file);
    } finally {
      file.close();
    }
  } finally {
    for (const path of databaseFiles(working)) rmSync(path, { force: true });
  }
}

function copyOpen(source: string, working: string): void {
  const from = new Database(source, { readonly: true, fileMustExist: true });
  try {
    closeSync(openSync(working, 'wx', 0o600));
    from.prepare('vacuum into ?').run(working);
  } finally {
    from.close();
  }
}

function openWorking(working: string): Database.Database {
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

function freePath(path: string): string {
  const stem = path.replace(/(?:-rewritten(?:-\d+)?)?\.db(\.[a-z-]+)*$/, '');
  const taken = new Set(filesIn(dirname(path)).map((name) => join(dirname(path), name)));
  let free = `${stem}-rewritten.db`;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-rewritten-${number}.db`;
  return free;
}
