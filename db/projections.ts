import { refreshClientCards } from './client-card.ts';
import type { ChangedRow } from './storage.ts';
import { refreshSearch } from './search.ts';
import type { Writer } from './schema.ts';

/** The one refresh path: whatever a command touched, in the same transaction. */
export async function refreshProjections(writer: Writer, rows: readonly ChangedRow[]): Promise<void> {
  await refreshClientCards(writer, rows);
  await refreshSearch(writer, rows);
}
