import { backupHandlers } from './backups/backup-handlers.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import type { BackendParts } from './backend.ts';
import type { Handlers } from './context.ts';
import type { DataFile, SwitchTo } from './data-file.ts';
import { erasingHandlers } from './erasing.ts';
import { handoffHandlers } from './handoff.ts';
import { healthHandlers } from './health.ts';
import { notesHandlers } from './notes.ts';
import { refusedFileHandlers, safetyHandlers } from './safety.ts';
import { searchHandlers } from './search.ts';
import { settingsHandlers } from './settings.ts';
import { transferHandlers } from './transfer.ts';
import type { WholeFile } from './transfer/whole.ts';

/** One handler per call of the contract; with a refused file only what helps out of it. */
export function handlersOf(parts: BackendParts, dataFile: DataFile, switchTo: SwitchTo): Partial<Handlers> {
  if (!dataFile.context) return refusedFileHandlers(parts, dataFile, switchTo);
  const { context } = dataFile;
  return {
    ...boardHandlers(context),
    ...clientsHandlers(context),
    ...notesHandlers(context),
    ...handoffHandlers(context),
    ...healthHandlers(context),
    ...searchHandlers(context),
    ...safetyHandlers(context, dataFile),
    ...backupHandlers(dataFile, parts, switchTo),
    ...erasingHandlers(context, dataFile, parts.userData),
    ...transferHandlers(context, wholeFileOf(parts, dataFile, switchTo)),
    ...settingsHandlers(context, dataFile, parts, switchTo),
  } satisfies Handlers;
}

function wholeFileOf({ appVersion }: BackendParts, dataFile: DataFile, switchTo: SwitchTo): WholeFile {
  return {
    path: dataFile.path,
    appVersion,
    replaceWith: async (made, madeAt) => switchTo('own', undefined, false, await dataFile.prepareImport(made, madeAt)),
  };
}
