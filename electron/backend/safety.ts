import { statSync } from 'node:fs';
import { listBackups } from '../../db/backup.ts';
import { allKeptWords, forgetWords, keepWords } from '../../db/kept-words.ts';
import { daysLeftOf, nextSteps, restore, trashOf } from '../../db/safety.ts';
import type { StepWanted } from '../../db/write-step.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { splitTitle } from '../../shared/note-title.ts';
import type { BackendParts } from './backend.ts';
import type { BackupHandlers } from './backups/backup-handlers.ts';
import { forgetClosed } from './closed-file.ts';
import type { Context, Handlers, HandlersOf } from './context.ts';
import type { DataFile, SwitchTo } from './data-file.ts';
import type { Desktop } from './desktop.ts';
import { takeStep } from './notes/take-step.ts';
import { putBackupInPlace } from './restore-backup.ts';
import { noSalvage, rescuedBeside, salvageHandlers } from './salvage.ts';
import { fileHandlers } from './settings-files.ts';

const longestTitle = 120;

type WindowHandlers = Pick<HandlersOf<'safety'>, 'safety.state' | 'safety.revealData' | 'safety.readyToClose'>;

export function safetyHandlers(context: Context, dataFile: DataFile): Omit<HandlersOf<'safety'>, keyof BackupHandlers> {
  const { storage, clock } = context;

  async function step(wanted: StepWanted): Promise<CallOutput<'safety.undo'>> {
    const done = await takeStep(context, wanted);
    return { revision: await storage.revision(), ...done };
  }

  return {
    ...windowHandlers(context.desktop, dataFile),
    ...noSalvage,
    'safety.undo': ({ commandId, targetId }) => step({ kind: 'undo', commandId, targetId }),
    'safety.redo': ({ commandId }) => step({ kind: 'redo', commandId }),
    'safety.history': () => nextSteps(storage.read),
    'safety.restoreBackup': () => Promise.reject(new AppError('conflict', 'a file is open')),
    'safety.backUpNow': async () => ({ madeAt: await dataFile.backUpNow() }),
    'safety.trash': async () => {
      const rows = await trashOf(storage.read);
      const left = await daysLeftOf(storage.read, rows, clock.today());
      return {
        entries: rows.map((row, index) => ({
          ...row,
          title: (row.kind === 'note' ? splitTitle(row.title).title : row.title).slice(0, longestTitle),
          daysLeft: left[index] ?? null,
        })),
      };
    },
    'safety.keepWords': async (kept) => {
      await storage.maintain((writer) => keepWords(writer, kept, clock.now()));
      return {};
    },
    'safety.forgetWords': async ({ ids }) => {
      await storage.maintain((writer) => forgetWords(writer, ids));
      return {};
    },
    'safety.keptWords': async () => ({ kept: await allKeptWords(storage.read) }),
    'safety.restore': async ({ commandId, kind, id }) => {
      await storage.write({ id: commandId, name: 'safety.restore' }, (writer, stamp) =>
        restore(writer, kind, id, stamp),
      );
      return { revision: await storage.revision() };
    },
  };
}

/** With a refused file: why, and the ways out of it. */
export function refusedFileHandlers(parts: BackendParts, dataFile: DataFile, switchTo: SwitchTo): Partial<Handlers> {
  return {
    ...fileHandlers(dataFile, parts, switchTo),
    ...windowHandlers(parts.desktop, dataFile, () => rescuedOf(dataFile, parts.userData)),
    ...salvageHandlers(parts, dataFile, switchTo),
    'safety.restoreBackup': async ({ name, passphrase = null }) => {
      putBackupInPlace(dataFile, name, passphrase, parts.clock.now());
      forgetClosed(parts.userData);
      await switchTo('own');
      return { restored: true };
    },
    'settings.load': () => Promise.reject(dataFile.refusal ?? new AppError('starting', 'no file is open')),
  };
}

function windowHandlers(desktop: Desktop, dataFile: DataFile, rescued: () => Rescued = () => null): WindowHandlers {
  return {
    'safety.state': () => Promise.resolve(stateOf(dataFile, rescued())),
    'safety.revealData': () => {
      desktop.revealFile(dataFile.path);
      return Promise.resolve({ shown: true });
    },
    'safety.readyToClose': ({ ready }) => {
      if (ready) desktop.closeWindow();
      else desktop.keepWindow();
      return Promise.resolve({ closing: ready });
    },
  };
}

type Rescued = CallOutput<'safety.state'>['rescued'];

function stateOf(dataFile: DataFile, rescued: Rescued): CallOutput<'safety.state'> {
  const here = new Set(listBackups(dataFile.backupFolder).map(({ name }) => name));
  return {
    dataFolder: dataFile.folder,
    backupFolder: dataFile.backupFolder,
    fileBytes: sizeOf(dataFile.path) + sizeOf(`${dataFile.path}-wal`),
    lastBackupAt: dataFile.lastBackupAt(),
    backups: dataFile.backups().map(({ name, madeAt, bytes, clients, notes, isSmaller }) => ({
      name,
      madeAt,
      bytes,
      clients,
      notes,
      isSmaller,
      isInSecond: !here.has(name),
    })),
    warning: dataFile.warning(),
    rescuedIn: dataFile.rescuedIn(),
    rescued,
  };
}

function rescuedOf(dataFile: DataFile, userData: string): Rescued {
  const rescued = rescuedBeside(dataFile, userData);
  return rescued === null ? null : { name: rescued.name, madeAt: rescued.madeAt };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
