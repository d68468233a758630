import path from 'node:path';
import type { Copy, CopyPlaces } from '../../../db/copies.ts';
import { computersBeside } from '../../../db/second-folder.ts';
import type { HoldingCopy } from '../../../shared/contract/erasing.ts';
import type { DataFile } from '../data-file.ts';
import { readDevice } from '../device.ts';

/** The folder of the data, those it lay in before, and where what is rescued goes. */
export function copyPlaces({ path: open, folder, backupFolder, copies }: DataFile, userData: string): CopyPlaces {
  const earlier = readDevice(userData).filled.map((file) => path.dirname(file));
  const folders = [folder, userData, ...earlier];
  const second = copies?.second.chosen() ?? null;
  const backupFolders = [backupFolder, ...folders.map((each) => path.join(each, 'backups'))];
  const ownInSecond = second === null ? null : path.join(second.folder, second.own);
  const foldersOfOthers =
    second === null ? [] : computersBeside(second).map((computer) => path.join(second.folder, computer));
  return { path: open, folders, backupFolders, ownInSecond, foldersOfOthers };
}

export function shownCopy({ path: file, ...copy }: Copy): HoldingCopy {
  return { ...copy, fileName: path.basename(file), folder: path.dirname(file) };
}
