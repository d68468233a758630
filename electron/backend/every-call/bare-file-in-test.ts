import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { openFile } from '../../../db/open.ts';
import { renewProjections } from '../../../db/projections.ts';
import { openStorage, type Storage } from '../../../db/storage.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { noBackups } from '../backups/refused-backups.ts';
import type { DataFile } from '../data-file.ts';
import { openLongNotes } from '../long-notes.ts';
import type { TestParts } from '../testing.ts';

const refused = () => Promise.reject(new AppError('not_found', 'a file of a test'));

/** The file and its storage as the program opens them, without what looks after it: backups, locks and work when idle. */
export async function openBareFile(parts: TestParts): Promise<DataFile & { readonly context: Context }> {
  const folder = parts.userData;
  mkdirSync(folder, { recursive: true });
  const { storage, context } = contextOf(parts, path.join(folder, 'rapport.db'));
  await renewProjections(storage);
  storage.setMe((await storage.setting('me')) || null);
  let appearance: ReturnType<DataFile['appearance']> = { language: 'en', theme: 'system', textSize: 100 };
  return {
    which: 'own',
    folder,
    path: storage.file.name,
    backupFolder: path.join(folder, 'backups'),
    context,
    refusal: null,
    appearance: () => appearance,
    setAppearance: (change) => {
      appearance = { ...appearance, ...change };
      return Promise.resolve();
    },
    backups: noBackups.list,
    findBackup: noBackups.find,
    copies: null,
    prepareRestore: refused,
    prepareImport: refused,
    lastBackupAt: () => null,
    unsavedSince: () => Promise.resolve(null),
    backUpNow: refused,
    lookForDamage: () => Promise.resolve(),
    warning: () => null,
    rescuedIn: () => null,
    moveTo: refused,
    close: async () => {
      await context.longNotes.stop();
      await storage.close();
    },
  };
}

function contextOf(parts: TestParts, file: string): { readonly storage: Storage; readonly context: Context } {
  const { clock, desktop } = parts;
  const storage = openStorage({ file: openFile(file), now: clock.now, newId: v7, changed: desktop.changed });
  const context: Context = {
    storage,
    desktop,
    clock,
    language: () => 'en',
    dataFolder: parts.userData,
    indexed: () => null,
    longNotes: openLongNotes(storage, () => undefined),
    backUpFirst: () => Promise.resolve(),
  };
  return { storage, context };
}
