import { dirname, join } from 'node:path';
import { type Backup, copyVerified, listBackups, makeBackup } from '../../db/backup.ts';
import { firstAfter, lastCommand, madeAtOf } from '../../db/command-log.ts';
import { dataDigestOf } from '../../db/digest.ts';
import { makeFolder } from '../../db/folder.ts';
import type { Storage } from '../../db/storage.ts';
import type { Instant } from '../../shared/contract/call.ts';
import type { CallOutput, Changed } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from './context.ts';
import { identityOf } from './file-identity.ts';
import { log } from './log.ts';

export interface CareParts {
  readonly storage: Storage;
  readonly path: string;
  /** Null for a file that needs no backups. */
  readonly backupFolder: string | null;
  readonly clock: Clock;
  readonly changed: (event: Changed) => void;
  /** Where what is rescued goes when its own folder cannot take it. */
  readonly otherFolder: string;
  /** How often the file on disk is compared with the open one, in milliseconds. */
  readonly watchEvery?: number;
}

type Warning = CallOutput<'safety.state'>['warning'];

/** Watches over an open file: backups in time, and whether the file on disk is still the one that is open. */
export interface FileCare {
  /** The storage to work with: refuses to write once the file was taken away, since nothing of it would last. */
  readonly storage: Storage;
  readonly backups: () => readonly Backup[];
  readonly backUpNow: () => Promise<Instant>;
  /** One only where none holds all that stands; nothing for a file without backups. */
  readonly backUpFirst: () => Promise<void>;
  /** When the oldest change was made that no backup holds; null when all of them are held. */
  readonly unsavedSince: () => Promise<Instant | null>;
  readonly warning: () => Warning;
  /** The folder of the rescued copy, once there is one. */
  readonly rescuedIn: () => string | null;
  /** Refuses writes with `starting` while the data is on its way to another folder. */
  readonly hold: (isHeld: boolean) => void;
  /** Ends the watch; makes a backup when something changed since the last one. */
  readonly stop: () => Promise<void>;
}

const watchEvery = 3000;
/** After the first screen is there: a backup of a large file holds the program up for a moment. */
const firstBackupAfter = 10_000;
const lookForOldBackupEvery = 3_600_000;
const backupMaxAge = 86_400_000;

export function careFor(parts: CareParts): FileCare {
  const { storage, path, backupFolder, clock } = parts;
  const opened = identityOf(path);
  const listed = () => (backupFolder === null ? [] : listBackups(backupFolder));
  let backups = listed();
  let isReplaced = false;
  let isHeld = false;
  let isWatching = false;
  let rescuedIn: string | null = null;
  /** The last backup could not be made, and none before it holds all. */
  let isUnableToBackUp = false;

  /** The folder may have been emptied by others. */
  function readBackups(): readonly Backup[] {
    backups = listed();
    return backups;
  }

  async function tell(): Promise<void> {
    parts.changed({ revision: await storage.revision(), areas: ['safety', 'settings'] });
  }

  async function backUpNow(): Promise<Instant> {
    if (backupFolder === null) throw new AppError('backup_failed', 'this file has no backups');
    try {
      const { madeAt } = await storage.exclusively(() =>
        Promise.resolve(makeBackup(storage.file, backupFolder, clock.now())),
      );
      isUnableToBackUp = false;
      return madeAt;
    } catch (error) {
      readBackups();
      isUnableToBackUp = !(await isSaved().catch(() => false));
      log.warn('backup', error instanceof AppError ? error.code : 'failed');
      throw error;
    } finally {
      readBackups();
      await tell();
    }
  }

  async function backUpWhen(isDue: () => boolean): Promise<void> {
    if (backupFolder !== null && !isReplaced && isDue() && !(await isSaved())) await backUpNow();
  }

  async function isSaved(): Promise<boolean> {
    const seq = await lastCommand(storage.read);
    const last = backups[0];
    if (seq === 0 || last?.revision !== seq) return seq === 0;
    // An editing session that went on after the backup has no command of its own: only the rows tell.
    return storage.exclusively(() => Promise.resolve(dataDigestOf(storage.file) === last.dataSha256));
  }

  // One of a day that is still to come was made while the clock was wrong.
  const isOld = () => Math.abs(Date.parse(clock.now()) - Date.parse(backups[0]?.madeAt ?? '1970-01-01')) > backupMaxAge;
  const lookForOldBackup = () => void backUpWhen(isOld).catch(() => undefined);

  async function unsavedSince(): Promise<Instant | null> {
    if (backupFolder === null) return null;
    for (const backup of readBackups())
      if (await isOfThisPast(backup)) return firstAfter(storage.read, backup.revision);
    return firstAfter(storage.read, 0);
  }

  /** After an older backup was put back, the numbers of newer ones are given to other commands. */
  async function isOfThisPast({ revision, madeAt }: Backup): Promise<boolean> {
    const lastInIt = await madeAtOf(storage.read, revision);
    return revision === 0 || (lastInIt !== null && lastInIt <= madeAt);
  }

  async function rescueTo(folder: string): Promise<void> {
    makeFolder(folder);
    await storage.exclusively(() => Promise.resolve(copyVerified(storage.file, rescuePath(folder, clock.now()))));
    rescuedIn = folder;
  }

  async function watch(): Promise<void> {
    if (isWatching || rescuedIn !== null || (!isReplaced && identityOf(path) === opened)) return;
    isWatching = true;
    const isNews = !isReplaced;
    isReplaced = true;
    try {
      await rescueTo(dirname(path)).catch(() => rescueTo(parts.otherFolder));
    } finally {
      isWatching = false;
      // Said at once, also when the rescue has yet to succeed: nothing more is saved.
      if (isNews || rescuedIn !== null) await tell();
    }
  }

  const timers = [
    setInterval(() => void watch().catch(() => undefined), parts.watchEvery ?? watchEvery),
    setTimeout(lookForOldBackup, firstBackupAfter),
    setInterval(lookForOldBackup, lookForOldBackupEvery),
  ];
  for (const timer of timers) timer.unref();

  return {
    storage: guarded(storage, () => {
      if (isReplaced) throw new AppError('file_replaced', 'the open file is not the one on disk');
      if (isHeld) throw new AppError('starting', 'the data is being moved');
    }),
    hold: (value) => {
      isHeld = value;
    },
    backups: readBackups,
    backUpNow,
    backUpFirst: () => backUpWhen(() => true),
    warning: () => {
      if (isReplaced) return rescuedIn === null ? 'file_not_rescued' : 'file_replaced';
      if (isUnableToBackUp) return 'backup_failed';
      return backups[0]?.isSmaller ? 'backup_smaller' : null;
    },
    unsavedSince,
    rescuedIn: () => rescuedIn,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await backUpWhen(() => true);
    },
  };
}

function rescuePath(folder: string, now: Instant): string {
  return join(folder, `rapport-rescued-${now.slice(0, 19).replaceAll(':', '-')}.db`);
}

/** Everything that writes: what is kept on this computer only is lost with the file as well. */
function guarded(storage: Storage, refuse: () => void): Storage {
  const unlessRefused =
    <Args extends unknown[], Done>(work: (...args: Args) => Promise<Done>) =>
    async (...args: Args): Promise<Done> => {
      refuse();
      return work(...args);
    };
  return {
    ...storage,
    // Not its connection of this moment: another one takes its place after an error of the disk.
    get file() {
      return storage.file;
    },
    write: unlessRefused(storage.write),
    writeBeside: unlessRefused(storage.writeBeside),
    append: unlessRefused(storage.append),
    endParts: unlessRefused(storage.endParts),
    undo: unlessRefused(storage.undo),
    redo: unlessRefused(storage.redo),
    saveSetting: unlessRefused(storage.saveSetting),
    saveSettings: unlessRefused(storage.saveSettings),
    maintain: unlessRefused(storage.maintain),
  };
}
