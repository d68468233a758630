import { constants, copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFolder } from '../../db/folder.ts';
import { inspectFile } from '../../db/header.ts';
import { holdLock } from '../../db/lock.ts';
import { storageError } from '../../db/storage-error.ts';
import { syncToDisk } from '../../db/sync-to-disk.ts';
import type { Instant } from '../../shared/contract/call.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { BackendParts } from './backend.ts';
import { type Heard, inThread } from './backups/backup-thread.ts';
import { salvagedOf } from './backups/restore-over.ts';
import { forgetClosed } from './closed-file.ts';
import type { HandlersOf } from './context.ts';
import type { DataFile, SwitchTo } from './data-file.ts';
import { isReplaceable, putInPlace } from './restore-backup.ts';

export type SalvageHandlers = Pick<
  HandlersOf<'safety'>,
  'safety.salvage' | 'safety.salvageProgress' | 'safety.openSalvaged' | 'safety.openRescued'
>;

/** Refusals of a file in which there may be rows of ours. */
const salvageable: readonly ErrorCode[] = ['file_damaged', 'file_not_database', 'disk_error'];

const lostClientName = { en: 'Client without a name', ru: 'Клиент без имени' } as const;

/** With a file that was refused. */
export function salvageHandlers(parts: BackendParts, dataFile: DataFile, switchTo: SwitchTo): SalvageHandlers {
  const target = salvagedOf(dataFile.path);
  let percent: number | null = null;
  const hear: Heard = {
    percent: (value) => {
      percent = value;
    },
    copied: () => undefined,
  };
  return {
    'safety.salvage': async () => {
      if (!dataFile.refusal || !salvageable.includes(dataFile.refusal.code))
        throw new AppError('conflict', 'this file is not broken');
      const { path } = dataFile;
      const name = lostClientName[dataFile.appearance().language];
      const asked = { path, target, now: parts.clock.now(), lostClientName: name };
      try {
        return { report: await whileHeld(dataFile, () => inThread('salvage', asked, hear)) };
      } finally {
        percent = null;
      }
    },
    'safety.salvageProgress': () => Promise.resolve({ percent }),
    'safety.openSalvaged': async () => {
      if (!isReplaceable(dataFile)) throw new AppError('conflict', 'this file is not one to be replaced');
      putInPlace(dataFile, parts.clock.now(), (copy) => {
        if (inspectFile(target) !== 'ours') throw new AppError('not_found', 'nothing was salvaged');
        copyFileSync(target, copy, constants.COPYFILE_FICLONE);
        syncToDisk(copy);
      });
      rmSync(target, { force: true });
      forgetClosed(parts.userData);
      await switchTo('own');
      return { opened: true };
    },
    'safety.openRescued': async () => {
      const rescued = rescuedBeside(dataFile, parts.userData);
      if (rescued === null) throw new AppError('not_found', 'nothing was rescued');
      putInPlace(dataFile, parts.clock.now(), (copy) => {
        copyFileSync(rescued.path, copy, constants.COPYFILE_FICLONE);
        if (inspectFile(copy) !== 'ours') throw new AppError('file_damaged', 'not what was rescued');
        syncToDisk(copy);
      });
      forgetClosed(parts.userData);
      await switchTo('own');
      return { opened: true };
    },
  };
}

async function whileHeld<Done>({ folder }: DataFile, act: () => Promise<Done>): Promise<Done> {
  try {
    prepareFolder(folder);
    const letGo = holdLock(join(folder, 'rapport.lock'));
    try {
      return await act();
    } finally {
      letGo();
    }
  } catch (error) {
    throw storageError(error);
  }
}

export const noSalvage: SalvageHandlers = {
  'safety.salvage': () => refuse(),
  'safety.salvageProgress': () => refuse(),
  'safety.openSalvaged': () => refuse(),
  'safety.openRescued': () => refuse(),
};

function refuse(): Promise<never> {
  return Promise.reject(new AppError('conflict', 'a file is open'));
}

type Rescued = NonNullable<CallOutput<'safety.state'>['rescued']>;

/**
 * The newest copy that was rescued when the open file was taken away, where no backup is newer. It lies beside the file,
 * or in `otherFolder` when that place took nothing.
 */
export function rescuedBeside(dataFile: DataFile, otherFolder: string): (Rescued & { readonly path: string }) | null {
  if (dataFile.refusal === null || dataFile.which === 'sample') return null;
  if (!isReplaceable(dataFile)) return null;
  const found = [dataFile.folder, otherFolder].flatMap((folder) => namesIn(folder).map((name) => ({ folder, name })));
  const newest = found
    .filter(({ name }) => /^rapport-rescued-[\d-]+T[\d-]+\.db$/.test(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .at(-1);
  if (newest === undefined) return null;
  const { name } = newest;
  const path = join(newest.folder, name);
  const madeAt = momentOf(name);
  const newestBackup = dataFile.lastBackupAt();
  return newestBackup !== null && newestBackup > madeAt ? null : { name, madeAt, path };
}

/** As its name tells. */
function momentOf(name: string): Instant {
  const [, day = '', time = ''] = /^rapport-rescued-([\d-]+)T([\d-]+)/.exec(name) ?? [];
  return `${day}T${time.replaceAll('-', ':')}.000Z`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
