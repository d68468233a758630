import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { databaseFiles } from './database-files.ts';
import { digestOf, rowsIn, type WholeDigest, wholeDigestOf } from './digest.ts';
import { quickCheck } from './quick-check.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** What a file that is being made is called until it is whole. */
export const unfinished = '.unfinished';

/** Where a copy is made from. */
export interface CopySource {
  /** The rows that the copy must hold. */
  readonly rows: Database.Database;
  /** Writes the whole file into an empty one. */
  readonly copyInto: (path: string) => void;
}

/** How far it is, in percent. */
export type Progress = (percent: number) => void;

/** A connection that nothing writes to meanwhile. */
export function sourceOf(file: Database.Database): CopySource {
  return { rows: file, copyInto: (path) => void file.prepare('vacuum into ?').run(path) };
}

/** Writes the whole file to a new place; it has its name only once it is known to hold the same rows. */
export function copyVerified(file: Database.Database, target: string): WholeDigest {
  const making = `${target}${unfinished}`;
  const digest = orNothing(databaseFiles(making), () => {
    const written = writeVerified(sourceOf(file), making);
    giveName(making, target);
    return written;
  });
  syncToDisk(join(target, '..'));
  return digest;
}

/** Refused with `backup_failed` when what was written holds other rows than it should. */
export function writeVerified(source: CopySource, making: string, progress: Progress = () => undefined): WholeDigest {
  for (const file of databaseFiles(making)) rmSync(file, { force: true });
  // SQLite fills an empty file that is there; one that it makes itself could be read by others.
  closeSync(openSync(making, 'wx', 0o600));
  source.copyInto(making);
  const total = Math.max(1, rowsIn(source.rows));
  const expected = wholeDigestOf(source.rows, (rows) => progress(30 + (35 * rows) / total));
  progress(65);
  const isHeld = isSound(making, expected.sha256, (rows) => progress(65 + (30 * rows) / total));
  if (!isHeld) throw new AppError('backup_failed', 'the copy does not hold what was saved');
  return expected;
}

/** Whether the file can be read and holds exactly the rows that its digest names. */
export function isSound(path: string, sha256: string, passed?: (rows: number) => void): boolean {
  let copy: Database.Database | null = null;
  try {
    copy = new Database(path, { readonly: true, fileMustExist: true });
    const found = passed ? wholeDigestOf(copy, passed) : digestOf(copy);
    return found.sha256 === sha256 && quickCheck(copy) !== 'damaged';
  } catch {
    return false;
  } finally {
    copy?.close();
  }
}

/** From here on the bytes outlast a power cut; the name does once its folder is synced. */
export function giveName(making: string, target: string): void {
  syncToDisk(making);
  renameSync(making, target);
}

/** What was begun and came to nothing takes no room: the disk may be full. */
export function orNothing<Made>(begun: readonly string[], make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    begun.forEach(removeFile);
    throw error;
  }
}

export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Why nothing was made is what there is to tell.
  }
}
