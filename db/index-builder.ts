import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { dialectOf } from './dialect.ts';
import { setPragmas } from './open.ts';
import type { Schema } from './schema.ts';
import { buildIndexOn, indexProgress } from './search.ts';

/** So many rows at once: a save in the program waits for a few hundredths of a second at most. */
const rowsInStep = 100;

/** A second connection to an open file, for building the search index beside the work. */
export function openIndexBuilder(path: string): IndexBuilder {
  const file = new Database(path, { fileMustExist: true });
  setPragmas(file);
  const db = new Kysely<Schema>({ dialect: dialectOf(file) });
  return {
    step: () => db.transaction().execute((writer) => buildIndexOn({ writer, file }, rowsInStep)),
    progress: () => {
      const { done, all } = indexProgress(file);
      return Math.min(100, Math.floor((100 * done) / Math.max(1, all)));
    },
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
