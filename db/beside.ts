import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { connectionTo, openAgain, transactOn } from './connection.ts';
import { dialectOf } from './dialect.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { forgetKept, type IndexWriter } from './search-index.ts';
import type { Command, Stamp } from './storage.ts';
import { type CommandDone, commandWritten, writeCommand } from './write-command.ts';
import { type StepTaken, stepTaken, type StepWanted, writeStep } from './write-step.ts';

/**
 * A second connection to a file that is open, for what another thread does with it. `look` is called before anything of
 * it is read, and throws when another file lies there by now.
 */
export function openBeside(
  path: string,
  look: () => void,
): { readonly file: Database.Database; readonly db: Kysely<Schema> } {
  const file = openAgain(path, look);
  return { file, db: new Kysely<Schema>({ dialect: dialectOf(file) }) };
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
  const { db, transact } = transactOn(connectionTo(openAgain(path, look)));
  return {
    read: db,
    write: (command, stamp, work) =>
      transact(
        (target) => writeCommand(afresh(target), command, stamp, work),
        (reader) => commandWritten(reader, command, stamp),
      ),
    step: (wanted, stamp) =>
      transact(
        (target) => writeStep(afresh(target), wanted, stamp),
        (reader) => stepTaken(reader, wanted),
      ),
    close: () => db.destroy(),
  };
}

/** The program's own connection may have cut the list of words meanwhile. */
function afresh(target: IndexWriter): IndexWriter {
  forgetKept(target.file);
  return target;
}
