import { join } from 'node:path';
import { v7 } from 'uuid';
import { type Backup, listBackups, makeBackup } from '../../db/backup.ts';
import { prepareFolder } from '../../db/folder.ts';
import { inspectFile } from '../../db/header.ts';
import { keepLock, type Lock } from '../../db/lock.ts';
import { openFile } from '../../db/open.ts';
import { distrustIndex } from '../../db/search.ts';
import { distrustProjections, renewProjections } from '../../db/projections.ts';
import { setAside } from '../../db/set-aside.ts';
import { storageError } from '../../db/storage-error.ts';
import { risingIds } from '../../db/rising-ids.ts';
import { openStorage, type Storage } from '../../db/storage.ts';
import { lookThrough } from '../../db/quick-check.ts';
import { keysOf } from '../../db/word-keys.ts';
import type { Instant } from '../../shared/contract/call.ts';
import type { Language } from '../../shared/language.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { textSize, theme } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { isLanguage } from '../../shared/language.ts';
import type { BackendParts } from './backend.ts';
import type { BackupCare } from './backups/backup-care.ts';
import type { FoundBackup } from './backups/backup-work.ts';
import { backupsOfRefused, noBackups } from './backups/refused-backups.ts';
import { sealFor } from './backups/seal-for.ts';
import { type FileSwap, sweepSwap, swapFor, swapForMade, type SwapParts } from './backups/restore-over.ts';
import { alteredSince, forgetClosed, lastOf, noteClosed, refuseAltered } from './closed-file.ts';
import type { Context } from './context.ts';
import type { Appearance } from './desktop.ts';
import { changeDevice, deviceIfKnown, readDevice } from './device.ts';
import { emptyTrashDaily } from './erasing/trash.ts';
import { careFor, type FileCare } from './file-care.ts';
import { workWhenIdle } from './idle-work.ts';
import { bringBackKept } from './kept-notes.ts';
import { renewIndex } from './index-renewal.ts';
import { log } from './log.ts';
import { openLongNotes } from './long-notes.ts';
import { lookLater } from './look-later.ts';
import { moveData, type Moved } from './move-data.ts';
import { remindDaily } from './reminder.ts';
import { takeBackUnfinished } from './transfer/run-import.ts';
import { openSample } from './sample/open-sample.ts';

type Last = ReturnType<typeof lastOf>;

export type Which = 'own' | 'sample';

/**
 * Opens the other file; to a folder given here the data moves, and it goes before the one of the command line. `swap` puts
 * another file in the place of the closed one, and is taken back when that cannot be opened.
 */
export type SwitchTo = (which: Which, folder?: string, pageStays?: boolean, swap?: FileSwap) => Promise<void>;

/** The open file, or the reason why it is not. */
export interface DataFile {
  readonly which: Which;
  readonly folder: string;
  readonly path: string;
  readonly backupFolder: string;
  /** Null when the file was refused. */
  readonly context: Context | null;
  readonly refusal: AppError | null;
  readonly appearance: () => Appearance;
  readonly setAppearance: (appearance: Partial<Appearance>) => Promise<void>;
  readonly backups: () => readonly Backup[];
  /** Where the one of this name lies; refused with `not_found`. */
  readonly findBackup: (name: string) => FoundBackup;
  /** What a partner may do with backups; null for a file without any, and for one that was refused. */
  readonly copies: BackupCare | null;
  /** All that comes before the file is closed: nothing is written to it from then on, and a backup of now leads back. */
  readonly prepareRestore: (name: string, passphrase: string | null) => Promise<FileSwap>;
  /** The same with a file that was made beside it, of data of that moment. */
  readonly prepareImport: (made: string, madeAt: Instant) => Promise<FileSwap>;
  readonly lastBackupAt: () => Instant | null;
  /** When the oldest change was made that no backup holds. */
  readonly unsavedSince: () => Promise<Instant | null>;
  readonly backUpNow: () => Promise<Instant>;
  readonly warning: () => CallOutput<'safety.state'>['warning'];
  /** Something of it could not be read: looks through it, and takes no more writes when it is broken. */
  readonly lookForDamage: () => Promise<void>;
  /** Where what was saved lies when the file was taken away. */
  readonly rescuedIn: () => string | null;
  readonly moveTo: (folder: string) => Promise<Moved>;
  readonly close: () => Promise<void>;
}

export interface Place {
  readonly which: Which;
  readonly folder: string;
  readonly path: string;
  readonly backupFolder: string;
}

/** `inherited` is how the file before it looked; a file with its own settings keeps them. */
export async function openDataFile(parts: BackendParts, which: Which, inherited?: Appearance): Promise<DataFile> {
  // What is shown of a refusal when not even the folder is known.
  let place = placeOf(parts.folder ?? parts.userData, which);
  const appearance: Appearance = inherited ?? {
    language: parts.desktop.systemLanguage(),
    theme: 'system',
    textSize: 100,
  };
  try {
    place = placeOf(parts.folder ?? readDevice(parts.userData).dataFolder ?? parts.userData, which);
    return await openedFile(parts, place, appearance, inherited?.language ?? null);
  } catch (error) {
    const refusal = storageError(error);
    if (!(refusal instanceof AppError)) throw error;
    return refusedFile(parts, place, appearance, refusal);
  }
}

function placeOf(folder: string, which: Which): Place {
  const name = which === 'own' ? 'rapport.db' : 'sample.db';
  return { which, folder, path: join(folder, name), backupFolder: join(folder, 'backups') };
}

async function openedFile(
  parts: BackendParts,
  place: Place,
  inherited: Appearance,
  language: Language | null,
): Promise<DataFile> {
  const { which, folder, path, backupFolder } = place;
  const lock = claim(parts, place);
  let last: Last | null = null;
  const noteLast = () => {
    if (last !== null) noteClosed(parts.userData, path, last);
  };
  const ends: (() => unknown)[] = [lock.letGo, noteLast];
  let closing: Promise<void> | null = null;
  let isMoved = false;
  try {
    const care = careFor({
      storage: which === 'own' ? openOwn(parts, place, lock.keep) : await openExample(parts, place, language),
      path,
      backupFolder: which === 'own' ? backupFolder : null,
      otherFolder: parts.userData,
      userData: parts.userData,
      clock: parts.clock,
      changed: parts.desktop.changed,
    });
    const { storage, copies } = care;
    // What a restore that was broken off left: the file is whole, and opened.
    sweepSwap(path);
    ends.push(
      // A file left under its name would be taken for the data when the way leads back.
      () => isMoved && setAside(path, 'moved', parts.clock.now()),
      () => storage.close(),
      () => storage.exclusively(() => Promise.resolve(storage.file.pragma('wal_checkpoint(TRUNCATE)'))),
      () => {
        if (which === 'own' && !care.isDamaged()) last = lastOf(storage.file);
      },
      () => rememberFilled(parts, place, storage),
      () => care.stop(),
    );
    await renewProjections(storage);
    const renewal = renewIndex(storage, parts.desktop.changed);
    const longNotes = openLongNotes(storage, renewal.begin);
    const indexAnew = async () => {
      await storage.maintain(() => Promise.resolve(distrustIndex(storage.file)));
      await renewProjections(storage);
      renewal.begin();
    };
    ends.push(renewal.stop, longNotes.stop, workWhenIdle(storage, renewal.begin), readWordFormsSoon());
    storage.setMe((await storage.setting('me')) || null);
    await takeBackUnfinished({ storage, longNotes }).catch(() =>
      log.warn('an import that was cut off was not taken back'),
    );
    await bringBackKept({ storage, newId: v7, now: parts.clock.now });
    // Data that is open is not refused for a note about it; the note is made again at the end.
    await rememberFilled(parts, place, storage).catch(() => undefined);
    let appearance = await savedAppearance(storage, inherited);
    const context: Context = {
      storage,
      desktop: parts.desktop,
      clock: parts.clock,
      language: () => appearance.language,
      dataFolder: folder,
      indexed: renewal.indexed,
      longNotes,
      backUpFirst: care.backUpFirst,
    };
    const prepare = async (swapFrom: (swap: SwapParts) => Promise<FileSwap>): Promise<FileSwap> => {
      if (copies === null) throw new AppError('not_found', 'this file has no backups');
      care.hold(true);
      try {
        return await swapFrom({ path, copies, userData: parts.userData, now: parts.clock.now() });
      } catch (error) {
        care.hold(false);
        throw storageError(error);
      }
    };
    // Nobody waits for a call from made-up clients.
    if (which === 'own') {
      ends.push(remindDaily(context), emptyTrashDaily(context));
      ends.push(lookLater({ path, doubt: () => lookForDamage(parts, place, { care, indexAnew }) }));
    }
    return {
      ...place,
      refusal: null,
      context,
      appearance: () => appearance,
      setAppearance: async (change) => {
        appearance = { ...appearance, ...change };
        await storage.saveSetting('language', appearance.language);
        await storage.saveSetting('theme', appearance.theme);
        await storage.saveSetting('text_size', String(appearance.textSize));
        parts.desktop.appearanceChanged(appearance);
        parts.desktop.changed({ revision: await storage.revision(), areas: ['settings'] });
      },
      backups: care.backups,
      findBackup: copies?.find ?? noBackups.find,
      copies,
      prepareRestore: (name, passphrase) => prepare((swap) => swapFor({ ...swap, name, passphrase })),
      prepareImport: (made, madeAt) => prepare((swap) => swapForMade(made, { ...swap, madeAt })),
      lastBackupAt: care.lastBackupAt,
      unsavedSince: care.unsavedSince,
      backUpNow: care.backUpNow,
      warning: care.warning,
      lookForDamage: () => lookForDamage(parts, place, { care, indexAnew }),
      rescuedIn: care.rescuedIn,
      moveTo: async (target) => {
        const moved = await moveData(parts, place, placeOf(target, 'own'), care);
        isMoved = moved === 'moved';
        return moved;
      },
      close: () => (closing ??= endInTurn(ends)),
    };
  } catch (error) {
    await endInTurn(ends);
    throw error;
  }
}

/** The last begun is ended first, each once, whatever the others do: what was acknowledged is on the disk already. */
async function endInTurn(ends: (() => unknown)[]): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) {
    try {
      await end();
    } catch (error) {
      log.warn('closing', error instanceof AppError ? error.code : 'failed');
    }
  }
}

interface Looking {
  readonly care: FileCare;
  readonly indexAnew: () => Promise<void>;
}

async function lookForDamage(parts: BackendParts, { which, path }: Place, { care, indexAnew }: Looking): Promise<void> {
  if (which === 'sample' || care.isDamaged() || care.warning() === 'file_replaced') return;
  const { storage } = care;
  const found = await storage.exclusively(() => Promise.resolve(lookThrough(storage.file)));
  // First of all nothing more is written; that the next start looks closely is for the better.
  if (found === 'damaged') await care.foundDamaged();
  else await indexAnew();
  const doubted = deviceIfKnown(parts.userData)?.doubted ?? [];
  if (!doubted.includes(path)) changeDevice(parts.userData, { doubted: [...doubted, path] });
}

function openOwn(parts: BackendParts, { path, backupFolder }: Place, mayWrite: () => void): Storage {
  const { clock, desktop, userData } = parts;
  const { doubted } = readDevice(userData);
  const altered = alteredSince(userData, path);
  const file = openFile(path, {
    isDoubted: doubted.includes(path),
    look: (found) => {
      if (altered) refuseAltered(found, altered, listBackups(backupFolder));
      forgetClosed(userData);
    },
    backUp: (older) => void makeBackup(older, backupFolder, clock.now(), { seal: sealFor(userData, backupFolder) }),
  });
  try {
    // Cards and index are no rows of a backup: what bent the file may have met them.
    if (altered !== null) distrustProjections(file);
    if (doubted.includes(path)) changeDevice(userData, { doubted: doubted.filter((each) => each !== path) });
    return openStorage({
      file,
      now: clock.now,
      newId: risingIds(file, clock.now),
      changed: desktop.changed,
      mayWrite,
    });
  } catch (error) {
    file.close();
    throw storageError(error);
  }
}

function openExample({ clock, desktop }: BackendParts, { path }: Place, language: Language | null): Promise<Storage> {
  const options = { language, systemLanguage: desktop.systemLanguage(), today: clock.today() };
  return openSample(path, options, { now: clock.now, changed: desktop.changed });
}

/** Everything that is looked at before the file is opened. */
function claim(parts: BackendParts, { which, folder, path }: Place): Lock {
  prepareFolder(folder);
  const wasFilled = readDevice(parts.userData).filled.includes(path);
  if (which === 'own' && inspectFile(path) === 'new' && wasFilled)
    throw new AppError('file_missing', 'data was here last time');
  return keepLock(join(folder, which === 'own' ? 'rapport.lock' : 'sample.lock'));
}

function refusedFile(parts: BackendParts, place: Place, appearance: Appearance, refusal: AppError): DataFile {
  const found = place.which === 'own' ? backupsOfRefused({ ...parts, folder: place.backupFolder }) : noBackups;
  return {
    ...place,
    context: null,
    refusal,
    appearance: () => appearance,
    setAppearance: () => Promise.reject(refusal),
    backups: found.list,
    findBackup: found.find,
    copies: null,
    prepareRestore: () => Promise.reject(refusal),
    prepareImport: () => Promise.reject(refusal),
    lastBackupAt: () => found.list()[0]?.madeAt ?? null,
    unsavedSince: () => Promise.resolve(null),
    backUpNow: () => Promise.reject(refusal),
    warning: () => null,
    lookForDamage: () => Promise.resolve(),
    rescuedIn: () => null,
    moveTo: (folder) => moveData(parts, place, placeOf(folder, 'own'), null),
    close: () => Promise.resolve(),
  };
}

async function savedAppearance(storage: Storage, inherited: Appearance): Promise<Appearance> {
  const language = await storage.setting('language');
  const saved = theme.safeParse(await storage.setting('theme'));
  const size = textSize.safeParse(Number(await storage.setting('text_size')));
  return {
    language: isLanguage(language) ? language : inherited.language,
    theme: saved.data ?? inherited.theme,
    textSize: size.data ?? inherited.textSize,
  };
}

/** Reading the dictionary takes a moment, which the first save or search would wait for. */
function readWordFormsSoon(): () => void {
  const soon = setTimeout(() => void keysOf('слово'), 3000);
  soon.unref();
  return () => clearTimeout(soon);
}

/** From now on an empty file at this place means that data is missing. */
async function rememberFilled(parts: BackendParts, { which, path }: Place, storage: Storage): Promise<void> {
  const { filled } = readDevice(parts.userData);
  if (which === 'sample' || filled.includes(path) || (await storage.revision()) === 0) return;
  changeDevice(parts.userData, { filled: [...filled, path] });
}
