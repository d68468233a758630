import type Database from 'better-sqlite3';
import { clientCardVersion, rebuildClientCards, refreshClientCards } from './client-card.ts';
import type { ChangedRow, Storage } from './storage.ts';
import { rebuildSearch, refreshSearch, searchVersion } from './search.ts';
import type { Writer } from './schema.ts';

/** The one refresh path: whatever a command touched, in the same transaction. */
export async function refreshProjections(writer: Writer, rows: readonly ChangedRow[]): Promise<void> {
  await refreshClientCards(writer, rows);
  await refreshSearch(writer, rows);
}

const projections = [
  { setting: 'client_card_version', version: clientCardVersion, rebuild: rebuildClientCards },
  { setting: 'index_version', version: searchVersion, rebuild: rebuildSearch },
] as const;

/** Rebuilds what another version of the program made. */
export async function renewProjections(storage: Pick<Storage, 'setting' | 'saveSetting' | 'maintain'>): Promise<void> {
  for (const { setting, version, rebuild } of projections) {
    if ((await storage.setting(setting)) === version) continue;
    await storage.maintain(rebuild);
    await storage.saveSetting(setting, version);
  }
}

/** An index of no version is rebuilt like one of another. */
export function distrustIndex(file: Database.Database): void {
  file.prepare(`delete from local_setting where name = 'index_version'`).run();
}
