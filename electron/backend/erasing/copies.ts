import path from 'node:path';
import { type Copy, copiesHolding, type CopyPlaces, rewriteCopy } from '../../../db/copies.ts';
import type { ErasedRecord } from '../../../db/erasures.ts';
import { computersBeside } from '../../../db/second-folder.ts';
import { storageError } from '../../../db/storage-error.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import type { HoldingCopy } from '../../../shared/contract/erasing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { DataFile } from '../data-file.ts';
import { readDevice } from '../device.ts';
import { log } from '../log.ts';

/** The folder of the data, those it lay in before, and where what is rescued goes. */
export function copyPlaces({ path: open, folder, backupFolder, copies }: DataFile, userData: string): CopyPlaces {
  const earlier = readDevice(userData).filled.map((file) => path.dirname(file));
  const folders = [folder, userData, ...earlier];
  const second = copies?.second.chosen() ?? null;
  const backupFolders = [
    backupFolder,
    ...folders.map((each) => path.join(each, 'backups')),
    ...(second === null ? [] : [path.join(second.folder, second.own)]),
  ];
  const foldersOfOthers =
    second === null ? [] : computersBeside(second).map((computer) => path.join(second.folder, computer));
  return { path: open, folders, backupFolders, foldersOfOthers };
}

export function shownCopy({ path: file, ...copy }: Copy): HoldingCopy {
  return { ...copy, fileName: path.basename(file), folder: path.dirname(file) };
}

/** One that cannot be rewritten, or is another computer's, stays as it is and is told; a full disk ends it. */
export function rewriteCopies(places: CopyPlaces, record: ErasedRecord, now: Instant): number {
  let rewritten = 0;
  for (const copy of copiesHolding(places, record).filter((each) => each.isReadable && !each.isOfOther)) {
    try {
      rewriteCopy(copy, record, now);
      rewritten += 1;
    } catch (error) {
      const refusal = storageError(error);
      const code = refusal instanceof AppError ? refusal.code : 'failed';
      log.warn('rewriting a copy', code);
      if (code === 'disk_full') throw refusal;
    }
  }
  return rewritten;
}
