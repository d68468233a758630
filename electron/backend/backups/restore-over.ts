import { constants, copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFiles, logEndings } from '../../../db/database-files.ts';
import { inspectFile, isLogPending } from '../../../db/header.ts';
import { holdLock } from '../../../db/lock.ts';
import { storageError } from '../../../db/storage-error.ts';
import { syncToDisk } from '../../../db/sync-to-disk.ts';
import { removeFile } from '../../../db/verified-copy.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import type { DataFile } from '../data-file.ts';
import { changeDevice } from '../device.ts';
import { log } from '../log.ts';
import type { BackupCare } from './backup-care.ts';

// A backup takes the place of the open file. It is opened and proved beside it first, and a verified backup of now is
// there before anything is closed. One rename then puts it in place: whenever the program ends, either the one file or
// the other lies whole under the name of the data. The file before it stays at hand until the new one is open.

/** One file takes the place of another that is closed. */
export interface FileSwap {
  readonly putInPlace: () => void;
  readonly takeBack: () => void;
  /** The new one is open. */
  readonly keep: () => void;
  /** Why it did not come to it. */
  readonly problem: () => AppError | null;
  readonly fail: (problem: AppError) => void;
}

export interface SwapParts {
  readonly path: string;
  readonly copies: BackupCare;
  readonly userData: string;
  readonly now: Instant;
}

interface BackupParts extends SwapParts {
  readonly name: string;
  readonly passphrase: string | null;
}

interface MadeParts extends SwapParts {
  /** The moment that the data in it is of. */
  readonly madeAt: Instant;
}

const restoringOf = (path: string) => `${path}.restoring`;
/** What is read from elsewhere is built here. */
export const incomingOf = (path: string): string => `${path}.incoming`;
/** What was read from a broken file waits here. */
export const salvagedOf = (path: string): string => `${path}.salvaged`;
const beforeOf = (path: string) => `${path}.before-restore`;

/** To be called while nothing is written to the open file. */
export async function swapFor({ path, copies, name, passphrase, userData, now }: BackupParts): Promise<FileSwap> {
  const target = restoringOf(path);
  const found = copies.find(name);
  try {
    await copies.work('unpack', { ...found, target, passphrase });
    // Of a later version, as after a return to an older program.
    if (inspectFile(target) !== 'ours') throw new AppError('backup_damaged', 'an empty file');
    return await swapWithWayBack({ path, copies, userData, now, madeAt: found.backup.madeAt });
  } catch (error) {
    databaseFiles(target).forEach(removeFile);
    throw error;
  }
}

/** The same with a file that was made and proved beside the open one; it is gone from there. */
export async function swapForMade(made: string, parts: MadeParts): Promise<FileSwap> {
  const target = restoringOf(parts.path);
  try {
    renameSync(made, target);
    return await swapWithWayBack(parts);
  } catch (error) {
    databaseFiles(target).forEach(removeFile);
    throw error;
  }
}

async function swapWithWayBack({ path, copies, userData, now, madeAt }: MadeParts): Promise<FileSwap> {
  const { name: wayBack } = await copies.wayBack();
  return swapOf(path, () => changeDevice(userData, { restored: { path, at: now, madeAt, wayBack } }));
}

function swapOf(path: string, noteIt: () => unknown): FileSwap {
  let problem: AppError | null = null;
  return {
    putInPlace: () => withLock(path, () => swapSteps(path).forEach((step) => step())),
    takeBack: () =>
      withLock(path, () => {
        for (const ending of logEndings) rmSync(`${path}${ending}`, { force: true });
        renameSync(beforeOf(path), path);
        syncToDisk(dirname(path));
      }),
    keep: () => {
      sweepSwap(path);
      try {
        noteIt();
      } catch {
        log.warn('restore', 'the way back is not noted');
      }
    },
    problem: () => problem,
    fail: (reason) => {
      problem = reason;
    },
  };
}

/** In this order; the program may end after any of them. */
export function swapSteps(path: string): readonly (() => void)[] {
  return [
    () => {
      // SQLite would write the log of the old file into the new one.
      if (isLogPending(path)) throw new AppError('file_in_use', 'a log is left');
      for (const ending of logEndings) rmSync(`${path}${ending}`, { force: true });
    },
    () => rmSync(beforeOf(path), { force: true }),
    () => keepBeside(path),
    () => renameSync(restoringOf(path), path),
    () => syncToDisk(dirname(path)),
  ];
}

/** Under a second name, where the disk knows such. */
function keepBeside(path: string): void {
  try {
    linkSync(path, beforeOf(path));
  } catch {
    copyFileSync(path, beforeOf(path), constants.COPYFILE_FICLONE);
    syncToDisk(beforeOf(path));
  }
}

function withLock(path: string, act: () => void): void {
  try {
    const letGo = holdLock(join(dirname(path), 'rapport.lock'));
    try {
      act();
    } finally {
      letGo();
    }
  } catch (error) {
    throw storageError(error);
  }
}

/** Opens what was put in place; where that is refused, what was there before. */
export async function openSwapped(swap: FileSwap, open: () => Promise<DataFile>): Promise<DataFile> {
  try {
    swap.putInPlace();
  } catch (error) {
    const opened = await open();
    swap.fail(asRefusal(error));
    return opened;
  }
  const opened = await open();
  if (opened.refusal === null) {
    swap.keep();
    return opened;
  }
  await opened.close();
  swap.fail(opened.refusal);
  try {
    swap.takeBack();
  } catch (error) {
    // Both files are whole, and the way back is among the backups.
    log.warn('restore', asRefusal(error).code);
  }
  return open();
}

function asRefusal(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('disk_error', 'the file could not be put in place');
}

/** What is left beside a file that is whole; what cannot be removed now is looked for again at the next start. */
export function sweepSwap(path: string): void {
  for (const left of [restoringOf(path), beforeOf(path), incomingOf(path), salvagedOf(path)])
    databaseFiles(left).forEach(removeFile);
}
