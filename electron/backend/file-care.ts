import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Backup } from '../../db/backup.ts';
import { makeFolder } from '../../db/folder.ts';
import type { Storage } from '../../db/storage.ts';
import { copyVerified } from '../../db/verified-copy.ts';
import type { Instant } from '../../shared/contract/call.ts';
import type { CallOutput, Changed } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { type BackupCare, careForBackups } from './backups/backup-care.ts';
import type { Clock } from './context.ts';
import { identityOf } from './file-identity.ts';

export interface CareParts {
  readonly storage: Storage;
  readonly path: string;
  /** Null for a file that needs no backups. */
  readonly backupFolder: string | null;
  readonly clock: Clock;
  readonly changed: (event: Changed) => void;
  /** What this computer knows about backups. */
  readonly userData: string;
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
  /** Null for a file that needs no backups. */
  readonly copies: BackupCare | null;
  readonly backups: () => readonly Backup[];
  readonly lastBackupAt: () => Instant | null;
  readonly backUpNow: () => Promise<Instant>;
  /** One that was read again just now and holds all that stands, or a new one; nothing for a file without backups. */
  readonly backUpFirst: () => Promise<void>;
  /** When the oldest change was made that no backup holds; null when all of them are held. */
  readonly unsavedSince: () => Promise<Instant | null>;
  readonly warning: () => Warning;
  /** What was saved cannot be read: nothing is written any more, so that it gets no worse. */
  readonly foundDamaged: () => Promise<void>;
  readonly isDamaged: () => boolean;
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
/** A second folder that does not answer may not hold up the end of the program for longer. */
const longestFillAtEnd = 5000;

export function careFor(parts: CareParts): FileCare {
  const { storage, path, backupFolder, clock } = parts;
  const opened = identityOf(path);
  let isReplaced = false;
  let isDamaged = false;
  let isStopped = false;
  let isHeld = false;
  let isWatching = false;
  let rescuedIn: string | null = null;

  async function tell(): Promise<void> {
    if (!isStopped) parts.changed({ revision: await storage.revision().catch(() => 0), areas: ['safety', 'settings'] });
  }

  const copies =
    backupFolder === null
      ? null
      : careForBackups({
          storage,
          path,
          folder: backupFolder,
          userData: parts.userData,
          clock,
          tell,
          isReplaced: () => isReplaced,
        });

  async function lookAfterBackups(): Promise<void> {
    await copies?.backUpWhenOld().catch(() => undefined);
    await copies?.second.fill();
  }
  const lookForOldBackup = () => void lookAfterBackups();

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
      if (isDamaged) throw new AppError('file_damaged', 'what was saved cannot be read');
      if (isHeld) throw new AppError('starting', 'the data is being moved');
    }),
    hold: (value) => {
      isHeld = value;
    },
    foundDamaged: async () => {
      isDamaged = true;
      await tell();
    },
    isDamaged: () => isDamaged,
    copies,
    backups: () => copies?.list() ?? [],
    lastBackupAt: () => copies?.lastAt() ?? null,
    backUpNow: async () => {
      if (copies === null) throw new AppError('backup_failed', 'this file has no backups');
      return (await copies.backUpNow()).madeAt;
    },
    backUpFirst: async () => copies?.backUpFirst(),
    warning: () => {
      if (isDamaged) return 'file_damaged';
      if (isReplaced) return rescuedIn === null ? 'file_not_rescued' : 'file_replaced';
      if (copies?.isFailing()) return 'backup_failed';
      return copies?.list()[0]?.isSmaller ? 'backup_smaller' : null;
    },
    unsavedSince: async () => copies?.unsavedSince() ?? null,
    rescuedIn: () => rescuedIn,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      isStopped = true;
      // What cannot be read makes no backup.
      if (isDamaged) return;
      await copies?.backUpUnsaved();
      await Promise.race([copies?.second.fill(), pause(longestFillAtEnd, undefined, { ref: false })]);
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
