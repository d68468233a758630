import { type Backup, listBackups, noteOfBackup } from '../../../db/backup.ts';
import type { SealKey } from '../../../db/backup-seal.ts';
import { commandAt, firstAfter, lastCommand } from '../../../db/command-log.ts';
import { dataDigestOf } from '../../../db/digest.ts';
import type { Storage } from '../../../db/storage.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../context.ts';
import { changeDevice } from '../device.ts';
import { log } from '../log.ts';
import { type DoneOf, type DoWork, inThread, type InputOf } from './backup-thread.ts';
import type { BackupWork, FoundBackup } from './backup-work.ts';
import { sealFor } from './seal-for.ts';
import { secondFor, type SecondCare } from './second-care.ts';

export interface BackupCareParts {
  readonly storage: Storage;
  readonly path: string;
  readonly folder: string;
  readonly userData: string;
  readonly clock: Clock;
  /** Something about backups is otherwise than it was told. */
  readonly tell: () => Promise<void>;
  /** The open file is not the one on disk any more. */
  readonly isReplaced: () => boolean;
}

/** What no line of the page is about. */
const unseen = ['look', 'salvage', 'readAll', 'rewrite'] as const satisfies readonly BackupWork[];
type Unseen = (typeof unseen)[number];

const isUnseen = (name: BackupWork): name is Unseen => unseen.some((each) => each === name);

export interface Working {
  readonly act: Exclude<BackupWork, Unseen>;
  readonly percent: number;
}

/** The backups of one open file: made in time, and what a partner may do with them. */
export interface BackupCare {
  readonly folder: string;
  readonly list: () => readonly Backup[];
  /** By the name that the page knows; those of other computers in the second folder too. */
  readonly find: (name: string) => FoundBackup;
  readonly backUpNow: () => Promise<Backup>;
  /** Before something goes for ever: one that was read again just now and holds all that stands, or a new one. */
  readonly backUpFirst: () => Promise<void>;
  /** One only where none is known to hold all that stands. */
  readonly backUpUnsaved: () => Promise<void>;
  /** The same on quit and by the clock. */
  readonly backUpWhenOld: () => Promise<void>;
  /** The newest one that holds all that stands, read again and kept for longer from now on; made when there is none. */
  readonly wayBack: () => Promise<Backup>;
  /** The newest one that is not known to be damaged. */
  readonly lastAt: () => Instant | null;
  /** When the oldest change was made that no backup holds; null when all of them are held. */
  readonly unsavedSince: () => Promise<Instant | null>;
  /** The last one could not be made, and none before it holds all. */
  readonly isFailing: () => boolean;
  readonly seal: () => SealKey | null;
  readonly setSeal: (key: SealKey | null) => Promise<void>;
  readonly work: DoWork;
  readonly working: () => Working | null;
  readonly second: SecondCare;
}

const backupMaxAge = 86_400_000;
/** Progress is told so often that it is seen to move, and so seldom that the page has other things to do. */
const tellEvery = 400;

export function careForBackups(parts: BackupCareParts): BackupCare {
  const { storage, folder, clock, tell, userData } = parts;
  let isFailing = false;
  let working: Working | null = null;
  /** The last one of this run, and how far writing had come by then. */
  let held: { readonly name: string; readonly revision: number } | null = null;
  let wentOnAt: Instant | null = null;
  const queues: Record<'first' | 'second', Promise<unknown>> = { first: Promise.resolve(), second: Promise.resolve() };

  const list = () => listBackups(folder);
  const sound = () => list().filter(({ isDamaged }) => !isDamaged);
  const lastAt = () => sound()[0]?.madeAt ?? null;

  /** A second folder that does not answer holds up nothing but itself. */
  function inTurn<Value>(name: BackupWork, act: () => Promise<Value>): Promise<Value> {
    const place = name === 'fill' || name === 'look' ? 'second' : 'first';
    const turn = queues[place].then(act);
    queues[place] = turn.catch(() => undefined);
    return turn;
  }

  async function run<Work extends BackupWork>(
    name: Work,
    input: InputOf<Work>,
    copied: () => void,
  ): Promise<DoneOf<Work>> {
    let toldAt = performance.now();
    const percent = (value: number) => {
      if (isUnseen(name)) return;
      working = { act: name, percent: value };
      // How long something takes is no matter of the partner's clock.
      if (performance.now() - toldAt < tellEvery) return;
      toldAt = performance.now();
      void tell();
    };
    percent(0);
    try {
      return await inThread(name, input, { percent, copied });
    } finally {
      working = null;
    }
  }

  function work<Work extends BackupWork>(name: Work, input: InputOf<Work>): Promise<DoneOf<Work>> {
    return inTurn(name, () => run(name, input, () => undefined));
  }

  /** Writes wait while the copy itself is made; they go on while it is compared. */
  function make(): Promise<Backup> {
    return inTurn('make', async () => {
      const made = Promise.withResolvers<Backup>();
      let revision = 0;
      await storage.exclusively(async () => {
        revision = await storage.revision();
        const copied = Promise.withResolvers<void>();
        const asked = { path: parts.path, folder, now: clock.now(), seal: seal() };
        void run('make', asked, copied.resolve).then(made.resolve, made.reject).then(copied.resolve);
        await copied.promise;
      });
      const { name } = await made.promise;
      [held, wentOnAt] = [{ name, revision }, null];
      return made.promise;
    });
  }

  async function backUpNow(): Promise<Backup> {
    try {
      const made = await make();
      isFailing = false;
      return made;
    } catch (error) {
      isFailing = !(await isSaved().catch(() => false));
      log.warn('backup', error instanceof AppError ? error.code : 'failed');
      throw error;
    } finally {
      await tell();
      void second.fill();
    }
  }

  async function isSaved(): Promise<boolean> {
    return (await lastCommand(storage.read)) === 0 || (await newestOfAll()) !== null;
  }

  /** The newest sound backup when it holds all that stands. */
  async function newestOfAll(): Promise<Backup | null> {
    const seq = await lastCommand(storage.read);
    const last = sound()[0];
    if (last?.revision !== seq) return null;
    // An editing session that went on after the backup has no command of its own: only the rows tell.
    const isHeld = await storage.exclusively(() => Promise.resolve(dataDigestOf(storage.file) === last.dataSha256));
    return isHeld ? last : null;
  }

  /** What its note says is not enough where nothing else is left of what it holds. */
  async function readAgain(backup: Backup | null): Promise<Backup | null> {
    if (backup === null) return null;
    try {
      const read = await work('check', { folder, backup, now: clock.now() });
      return read.isDamaged ? null : read;
    } catch (error) {
      log.warn('reading a backup again', error instanceof AppError ? error.code : 'failed');
      return null;
    }
  }

  async function backUpFirst(): Promise<void> {
    if (parts.isReplaced() || (await lastCommand(storage.read)) === 0) return;
    if ((await readAgain(await newestOfAll())) === null) await backUpNow();
  }

  async function backUpWhen(isDue: () => boolean): Promise<void> {
    if (!parts.isReplaced() && isDue() && !(await isSaved())) await backUpNow();
  }

  // One of a day that is still to come was made while the clock was wrong.
  const isOld = () => Math.abs(Date.parse(clock.now()) - Date.parse(lastAt() ?? '1970-01-01')) > backupMaxAge;

  async function unsavedSince(): Promise<Instant | null> {
    for (const backup of sound())
      if (await isOfThisPast(backup))
        return (await firstAfter(storage.read, backup.revision, clock.today())) ?? wentOnSince(backup);
    return firstAfter(storage.read, 0, clock.today());
  }

  /** An editing session goes on under the number that it had: what is written has no other one. Null when none did. */
  async function wentOnSince({ name, revision }: Backup): Promise<Instant | null> {
    const isFurther = (await storage.revision()) > (held?.name === name ? held.revision : revision);
    wentOnAt = isFurther ? (wentOnAt ?? clock.now()) : null;
    return wentOnAt;
  }

  /** After an older backup was put back, the numbers of newer ones are given to other commands. */
  async function isOfThisPast({ revision, commandId, madeAt }: Backup): Promise<boolean> {
    const lastInIt = await commandAt(storage.read, revision);
    if (revision === 0 || lastInIt === null) return revision === 0;
    // Of an old one that names no command the clock has to tell.
    return commandId === '' ? lastInIt.madeAt <= madeAt : lastInIt.id === commandId;
  }

  const seal = () => sealFor(userData, folder);

  const second = secondFor({ folder, userData, clock, tell, work, list });

  return {
    folder,
    list,
    find: (name) => {
      const backup = list().find((each) => each.name === name);
      const found = backup ? { folder, backup } : second.find(name);
      if (!found) throw new AppError('not_found', 'no such backup');
      return found;
    },
    backUpNow,
    backUpFirst,
    backUpUnsaved: () => backUpWhen(() => true),
    backUpWhenOld: () => backUpWhen(isOld),
    wayBack: async () => {
      const backup = (await readAgain(await newestOfAll())) ?? (await backUpNow());
      return noteOfBackup(folder, backup, { beforeRestoreAt: clock.now() });
    },
    lastAt,
    unsavedSince,
    isFailing: () => isFailing,
    seal,
    setSeal: async (key) => {
      changeDevice(userData, { seal: key });
      await tell();
    },
    work: (name, input) => work(name, input).finally(() => void tell()),
    working: () => working,
    second,
  };
}
