import type { Id } from '../shared/contract/call.ts';
import { clientCardVersion, rebuildClientCards, refreshClientCards, replaceCards } from './client-card.ts';
import { idList } from './id-list.ts';
import { isSmallToIndex, openIndexQueue } from './index-queue.ts';
import type { Writer } from './schema.ts';
import type { ChangedRow, Storage } from './storage.ts';
import { beginIndex, buildIndexOn, distrustIndex, indexAdded, isIndexWhole, refreshSearch } from './search.ts';
import type { IndexWriter } from './search-index.ts';
import { dropSetting, putSetting } from './setting-rows.ts';

/** The one refresh path: whatever a command touched, in the same transaction. */
export async function refreshProjections(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  await refreshClientCards(target.writer, rows);
  await refreshSearch(target, rows);
}

/**
 * The same for a part of a command that adds: what it added is in no index yet, and the cards wait for `settleCards`. A
 * file that is left before that gets all its cards anew at the start.
 */
export async function refreshAdded(target: IndexWriter, rows: readonly ChangedRow[]): Promise<void> {
  await dropSetting(target.writer, cardSetting);
  await indexAdded(
    target,
    rows.filter(({ inserted }) => inserted),
  );
  await refreshSearch(
    target,
    rows.filter(({ inserted }) => !inserted),
  );
}

export async function settleCards(writer: Writer, clientIds: readonly Id[]): Promise<void> {
  await replaceCards(writer, idList(clientIds));
  await putSetting(writer, cardSetting, clientCardVersion);
}

const cardSetting = 'client_card_version';

/** All of them are made anew when the file is opened next. */
export function distrustProjections(file: Storage['file']): void {
  file.prepare('delete from local_setting where name = ?').run(cardSetting);
  distrustIndex(file);
}

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
    if (!isSmallToIndex(file, indexedAtStart)) return;
    const queue = openIndexQueue(file);
    while (await buildIndexOn({ writer, file }, queue, indexedAtStart));
  });
}
