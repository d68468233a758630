import { isAbsolute, join, relative } from 'node:path';
import type { Backup } from '../../../db/backup.ts';
import { newSealKey } from '../../../db/backup-seal.ts';
import { folderProblem } from '../../../db/folder.ts';
import type { BackupEntry, backups } from '../../../shared/contract/backups.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { storageError } from '../../../db/storage-error.ts';
import type { BackendParts } from '../backend.ts';
import type { Handlers } from '../context.ts';
import type { DataFile, SwitchTo } from '../data-file.ts';
import { deviceIfKnown } from '../device.ts';
import type { BackupCare } from './backup-care.ts';

const chooseTitle = { en: 'Where to copy the backups to', ru: 'Куда копировать резервные копии' } as const;

export type BackupHandlers = Pick<Handlers, keyof typeof backups>;

export function backupHandlers(dataFile: DataFile, parts: BackendParts, switchTo: SwitchTo): BackupHandlers {
  const { userData, desktop, clock } = parts;

  function copies(): BackupCare {
    if (dataFile.copies === null) throw new AppError('not_found', 'this file has no backups');
    return dataFile.copies;
  }

  return {
    'safety.backups': async () => {
      if (dataFile.copies === null) return noBackups(dataFile);
      // What is seen now is told when it differs.
      void dataFile.copies.second.look();
      return pageOf(dataFile.copies, dataFile, userData);
    },
    'safety.checkBackup': async ({ name }) => {
      const found = copies().find(name);
      const { isDamaged } = await copies().work('check', { ...found, now: clock.now() });
      return { isDamaged, checkedAt: clock.now() };
    },
    'safety.compareBackup': async ({ name, passphrase = null }) => {
      const found = copies().find(name);
      const aside = `${dataFile.path}.comparing`;
      const differences = await copies().work('compare', { ...found, path: dataFile.path, aside, passphrase });
      return { differences: [...differences] };
    },
    'safety.restoreOver': async ({ name, passphrase = null }) => {
      const swap = await dataFile.prepareRestore(name, passphrase);
      await switchTo('own', undefined, false, swap);
      return { restored: true };
    },
    'safety.sealBackups': async ({ passphrase }) => {
      await copies().setSeal(newSealKey(passphrase));
      return {};
    },
    'safety.endSealing': async () => {
      await copies().setSeal(null);
      return {};
    },
    'safety.sealEarlier': async () => {
      const key = copies().seal();
      if (key === null) throw new AppError('conflict', 'nothing is sealed');
      const second = copies().second.chosen();
      const own = second === null ? [] : [join(second.folder, second.own)];
      const sealed = await copies().work('seal', { folders: [copies().folder, ...own], key });
      await copies().second.look();
      return { sealed };
    },
    'safety.chooseSecondFolder': async () => {
      const folder = await desktop.chooseFolder({ title: chooseTitle[dataFile.appearance().language] });
      if (folder === null) return { folder };
      if (isWithin(folder, dataFile.folder)) throw new AppError('folder_beside_data', 'the data lies there');
      try {
        await copies().second.choose(folder);
      } catch (error) {
        throw storageError(error);
      }
      return { folder };
    },
    'safety.leaveSecondFolder': async () => {
      await copies().second.leave();
      return {};
    },
    'safety.fillSecondFolder': async () => {
      await copies().second.fill();
      return { state: copies().second.told()?.state ?? 'whole' };
    },
    'safety.revealBackup': ({ name }) => {
      const { folder, backup } = copies().find(name);
      desktop.revealFile(join(folder, backup.name));
      return Promise.resolve({ shown: true });
    },
  };
}

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return !way.startsWith('..') && !isAbsolute(way);
}

type BackupsPage = CallOutput<'safety.backups'>;

function noBackups(dataFile: DataFile): BackupsPage {
  return {
    folder: dataFile.backupFolder,
    backups: [],
    unsavedSince: null,
    second: null,
    isSealing: false,
    restored: null,
    working: null,
  };
}

async function pageOf(copies: BackupCare, dataFile: DataFile, userData: string): Promise<BackupsPage> {
  const { second } = copies;
  const [first, there] = [copies.list(), second.backups()];
  const isFirst = new Set(first.map(({ name }) => name));
  const isThere = new Set(there.map(({ name }) => name));
  const restored = deviceIfKnown(userData)?.restored;
  const folder = second.chosen()?.folder ?? null;
  const told = second.told();
  return {
    folder: copies.folder,
    backups: [
      ...first.map((backup) => entryOf(backup, isThere.has(backup.name) ? 'both' : 'first')),
      ...there.filter(({ name }) => !isFirst.has(name)).map((backup) => entryOf(backup, 'second')),
    ].toSorted((one, other) => other.madeAt.localeCompare(one.madeAt)),
    unsavedSince: await copies.unsavedSince(),
    second:
      folder === null || told === null
        ? null
        : { ...told, folder, missing: second.missing(), isSynced: folderProblem(folder) !== null },
    isSealing: copies.seal() !== null,
    restored:
      restored?.path === dataFile.path
        ? { at: restored.at, madeAt: restored.madeAt, wayBack: isFirst.has(restored.wayBack) ? restored.wayBack : null }
        : null,
    working: working(copies),
  };
}

function working(copies: BackupCare): BackupsPage['working'] {
  const now = copies.working();
  return now === null ? null : { act: now.act, percent: Math.min(100, Math.max(0, Math.round(now.percent))) };
}

function entryOf(backup: Backup, place: BackupEntry['place']): BackupEntry {
  const { name, madeAt, bytes, clients, notes, isSmaller, isSealed, checkedAt, isDamaged, beforeRestoreAt } = backup;
  const computer = name.includes('/') ? (name.split('/')[0] ?? null) : null;
  return {
    name,
    madeAt,
    bytes,
    clients,
    notes,
    isSmaller,
    isSealed,
    checkedAt,
    isDamaged,
    beforeRestoreAt,
    place,
    computer,
  };
}
