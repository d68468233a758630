import { join } from 'node:path';
import { v7 } from 'uuid';
import { openFile } from '../../db/open.ts';
import { openStorage } from '../../db/storage.ts';
import { AppError } from '../../shared/errors.ts';
import type { BackendParts } from './backend.ts';
import type { Context } from './context.ts';
import type { Appearance } from './desktop.ts';

/** The open file, or the reason why it is not. */
export interface DataFile {
  readonly which: 'own' | 'sample';
  readonly folder: string;
  /** Null when the file was refused. */
  readonly context: Context | null;
  readonly refusal: AppError | null;
  readonly appearance: () => Appearance;
  readonly setAppearance: (appearance: Partial<Appearance>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openDataFile(parts: BackendParts, which: 'own' | 'sample'): Promise<DataFile> {
  const folder = parts.folder ?? parts.userData;
  let appearance: Appearance = { language: parts.desktop.systemLanguage(), theme: 'system' };
  const file = openFile(join(folder, which === 'own' ? 'rapport.db' : 'sample.db'));
  const storage = openStorage({ file, now: parts.clock.now, newId: v7, changed: parts.desktop.changed });
  storage.setMe(await storage.setting('me'));
  return {
    which,
    folder,
    refusal: null,
    context: {
      storage,
      desktop: parts.desktop,
      clock: parts.clock,
      language: () => appearance.language,
      dataFolder: folder,
    },
    appearance: () => appearance,
    setAppearance: async (change) => {
      appearance = { ...appearance, ...change };
      await storage.saveSetting('language', appearance.language);
      await storage.saveSetting('theme', appearance.theme);
      parts.desktop.appearanceChanged(appearance);
    },
    close: () => storage.close(),
  };
}
