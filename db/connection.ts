import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '../shared/errors.ts';
import { dialectOf, type Statements } from './dialect.ts';
import { identityOf } from './file-identity.ts';
import { setPragmas } from './open.ts';
import type { Reader, Schema } from './schema.ts';
import { forgetKept, type IndexWriter } from './search-index.ts';
import { storageError } from './storage-error.ts';

// After an error of the disk nobody knows what a connection has written and what not: a commit whose sync failed may
// have happened. It is let go of, and whoever asks next gets a new one, which reads the file and its log from the start.

export interface Connection extends Statements {
  /** The connection itself; another one after `letGo`. */
  readonly file: Database.Database;
  /** What the file says counts, not what the connection took to be in it. */
  readonly letGo: () => void;
  /** Throws until all that can be read of the file is known to be on the disk: a sync that failed is not made good by the next one. */
  readonly settle: () => void;
}

/** Stands for an open file. One that was taken away or replaced is never opened anew: the connection alone still has it. */
export function connectionTo(first: Database.Database): Connection {
  const path = first.name;
  const identity = identityOf(path);
  let file = first;
  let isEnded = false;
  let isDoubtful = false;

  function look(): void {
    if (identityOf(path) !== identity) throw new AppError('file_replaced', 'the open file is not the one on disk');
  }

  function living(): Database.Database {
    if (!file.open && !isEnded) file = openAgain(path, look);
    return file;
  }

  return {
    get file() {
      return living();
    },
    get inTransaction() {
      return file.inTransaction;
    },
    prepare: (sql) => living().prepare(sql),
    letGo: () => {
      if (identityOf(path) !== identity) return;
      isDoubtful = true;
      file.close();
    },
    settle: () => {
      if (isDoubtful) writeBack(living());
      isDoubtful = false;
    },
    close: () => {
      isEnded = true;
      file.close();
    },
  };
}

interface WrittenBack {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** What stands in the log is written into the file itself, and that is synced. */
function writeBack(file: Database.Database): void {
  const done = file.prepare<[], WrittenBack>('pragma wal_checkpoint(passive)').get();
  if (done?.busy !== 0 || done.log !== done.checkpointed)
    throw new AppError('disk_error', 'the log was not written back');
}

/** `look` is called before anything of the file is read, and throws when another one lies there by now. */
export function openAgain(path: string, look: () => void): Database.Database {
  look();
  try {
    const file = new Database(path, { fileMustExist: true });
    try {
      // Once more: what is open now stays so.
      look();
      setPragmas(file);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * One transaction. After an error of the disk the file is opened anew: `find` looks there whether it was committed all
 * the same; without it, and when it finds nothing, the transaction was refused.
 */
export type Transact = <Value>(
  work: (target: IndexWriter) => Promise<Value>,
  find?: (reader: Reader) => Promise<Value | null>,
) => Promise<Value>;

export function transactOn(
  connection: Connection,
  mayWrite: () => void = () => undefined,
): { readonly db: Kysely<Schema>; readonly transact: Transact } {
  const db = new Kysely<Schema>({ dialect: dialectOf(connection) });

  function settled(): Database.Database {
    try {
      connection.settle();
      return connection.file;
    } catch (error) {
      throw storageError(error);
    }
  }

  async function afterwards<Value>(find?: (reader: Reader) => Promise<Value | null>): Promise<Value | null> {
    if (!find) return null;
    settled();
    return find(db);
  }

  return {
    db,
    transact: async (work, find) => {
      mayWrite();
      const file = settled();
      try {
        return await db.transaction().execute((writer) => work({ writer, file }));
      } catch (error) {
        forgetKept(file);
        const refusal = storageError(error);
        if (!(refusal instanceof AppError && refusal.code === 'disk_error')) throw refusal;
        connection.letGo();
        const found = await afterwards(find).catch(() => null);
        if (found === null) throw refusal;
        return found;
      }
    },
  };
}
