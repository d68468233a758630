import { openBeside } from './beside.ts';
import { openIndexQueue, type Portion } from './index-queue.ts';
import type { Reader } from './schema.ts';
import { indexPortions } from './search.ts';
import { entriesOf } from './search-entries.ts';
import type { ReadyWords } from './search-index.ts';
import { indexedWords } from './word-keys.ts';

/** So many rows at once: a save in the program waits for a few hundredths of a second at most. */
const rowsInStep = 100;

/** A second connection to an open file, for building the search index beside the work. */
export function openIndexBuilder(path: string, look: () => void): IndexBuilder {
  const { file, db } = openBeside(path, look);
  const queue = openIndexQueue(file);
  /** Another number after every commit of the program. */
  const version = () => file.pragma('data_version', { simple: true });
  return {
    step: async () => {
      const seen = version();
      const next = queue.next(rowsInStep);
      const ready = await workedOut(db, next);
      return db.transaction().execute(async (writer) => {
        // What came meanwhile may not be indexed.
        if (next.length === 0 && version() !== seen) return true;
        return indexPortions({ writer, file }, next, ready);
      });
    },
    progress: queue.progress,
    close: () => db.destroy(),
  };
}

export interface IndexBuilder {
  /** Indexes some rows more; false when the index is whole. */
  readonly step: () => Promise<boolean>;
  /** How much of the index stands, in percent. */
  readonly progress: () => number;
  readonly close: () => Promise<void>;
}

/** The words of long notes: looking them up takes so long that nobody may wait for it. */
async function workedOut(reader: Reader, portions: readonly Portion[]): Promise<ReadyWords> {
  const ids = portions.flatMap(({ table, ids: own }) => (table === 'note' && own.length === 1 ? own : []));
  const entries = await entriesOf(reader, 'note', ids);
  return new Map(entries.map(({ id, title, body }) => [id, { title, body, words: indexedWords(title, body) }]));
}
