import { AppError } from '../../shared/errors.ts';
import type { BackendParts } from './backend.ts';
import type { HandlersOf } from './context.ts';
import type { DataFile, SwitchTo } from './data-file.ts';

type FileHandlers = Pick<
  HandlersOf<'settings'>,
  'settings.chooseDataFolder' | 'settings.openSample' | 'settings.leaveSample' | 'settings.openLink' | 'settings.ping'
>;

const chooseTitle = { en: 'Where to keep the data', ru: 'Где хранить данные' } as const;

/** What works whether or not the file could be opened. */
export function fileHandlers(dataFile: DataFile, parts: BackendParts, switchTo: SwitchTo): FileHandlers {
  return {
    'settings.chooseDataFolder': async () => {
      const folder = await parts.desktop.chooseFolder({ title: chooseTitle[dataFile.appearance().language] });
      if (folder === null) return { dataFolder: null };
      await switchTo('own', folder);
      return { dataFolder: folder };
    },
    'settings.openSample': async () => {
      await switchTo('sample');
      return { opened: true };
    },
    'settings.leaveSample': async ({ pageStays }) => {
      await switchTo('own', undefined, pageStays);
      return { opened: true };
    },
    'settings.openLink': async ({ address }) => {
      const url = URL.parse(address);
      if (url?.protocol !== 'https:' && url?.protocol !== 'mailto:')
        throw new AppError('bad_input', 'not a link to open');
      await parts.desktop.openExternal(url.href);
      return { opened: true };
    },
    'settings.ping': () => Promise.resolve({ ok: true }),
  };
}
