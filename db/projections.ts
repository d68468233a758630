import { clientCardVersion, rebuildClientCards, refreshClientCards } from './client-card.ts';
import type { ChangedRow, Storage } from './storage.ts';
import { beginIndex, buildIndexOn, indexProgress, isIndexWhole, refreshSearch } from './search.ts';
import type { IndexWriter } from './search-index.ts';

/** The one refresh path: whatever a command touched, in the same transaction. */
export async function refreshProjections(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  await refreshClientCards(target.writer, rows);
  await refreshSearch(target, rows);
}

const cardSetting = 'client_card_version';

/** Up to so many rows are indexed before the first screen: that is a moment. */
const indexedAtStart = 2000;

/** Rebuilds what another version of the program made; a search index of many rows is only begun. */
export async function renewProjections(
  storage: Pick<Storage, 'file' | 'setting' | 'saveSetting' | 'maintain'>,
): Promise<void> {
  const { file } = storage;
  if ((await storage.setting(cardSetting)) !== clientCardVersion) {
    await storage.maintain(rebuildClientCards);
    await storage.saveSetting(cardSetting, clientCardVersion);
  }
  if (isIndexWhole(file)) return;
  await storage.maintain(async (writer) => {
    beginIndex(file);
    if (indexProgress(file).all <= indexedAtStart) await buildIndexOn({ writer, file }, indexedAtStart + 1);
  });
}
