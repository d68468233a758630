import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { dialectOf } from './dialect.ts';
import { setPragmas } from './open.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { forgetKept, type IndexWriter } from './search-index.ts';
import type { Command, Stamp } from './storage.ts';
import { storageError } from './storage-error.ts';
import { type CommandDone, writeCommand } from './write-command.ts';
import { type StepTaken, type StepWanted, writeStep } from './write-step.ts';

/**
 * A second connection to a file that is open, for what another thread does with it. `look` is called before anything of
 * it is read, and throws when another file lies there by now.
 */
export function openBeside(
  path: string,
  look: () => void,
): { readonly file: Database.Database; readonly db: Kysely<Schema> } {
  look();
  const file = opened(path);
  try {
    // Once more: what is open now stays so.
    look();
    setPragmas(file);
  } catch (error) {
    file.close();
    throw storageError(error);
  }
  return { file, db: new Kysely<Schema>({ dialect: dialectOf(file) }) };
}

function opened(path: string): Database.Database {
  try {
    return new Database(path, { fileMustExist: true });
  } catch (error) {
    throw storageError(error);
  }
}

export interface BesideWriter {
  readonly read: Reader;
  /** Only for as long as the storage of the file waits for it: `Storage.writeBeside`. */
  readonly write: (
    command: Command,
    stamp: Stamp,
    work: (writer: Writer, stamp: Stamp) => Promise<void>,
  ) => Promise<CommandDone>;
  readonly step: (wanted: StepWanted, stamp: Stamp) => Promise<StepTaken>;
  readonly close: () => Promise<void>;
}

/** Writes commands that would hold the program up for too long. */
export function openBesideWriter(path: string, look: () => void): BesideWriter {
  const { file, db } = openBeside(path, look);
  async function transact<Value>(work: (target: IndexWriter) => Promise<Value>): Promise<Value> {
    try {
      // The program's own connection may have cut the list of words meanwhile.
      forgetKept(file);
      return await db.transaction().execute((writer) => work({ writer, file }));
    } catch (error) {
      forgetKept(file);
      throw storageError(error);
    }
  }
  return {
    read: db,
    write: (command, stamp, work) => transact((target) => writeCommand(target, command, stamp, work)),
    step: (wanted, stamp) => transact((target) => writeStep(target, wanted, stamp)),
    close: () => db.destroy(),
  };
}
