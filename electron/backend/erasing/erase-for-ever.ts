import type { RowName } from '../../../db/client-rows.ts';
import { closeErasing, eraseRows } from '../../../db/erase.ts';
import { forgetFound, forgetTraces } from '../../../db/erase-traces.ts';
import { type How, recordErasure } from '../../../db/erasures.ts';
import type { Storage } from '../../../db/storage.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';
import { log } from '../log.ts';

interface Erasing {
  readonly commandId: Id;
  readonly call: CallName;
  readonly records: readonly RowName[];
  /** Names that are to be forgotten with them. */
  readonly names: readonly string[];
  readonly how: How;
  readonly why: string;
}

/** The records with all that belongs to them, everywhere in the data file, in one command; a backup was made before. */
export async function eraseForEver({ storage }: Context, erasing: Erasing): Promise<void> {
  const { commandId, call, records, names, how, why } = erasing;
  const { file } = storage;
  await storage.write({ id: commandId, name: call }, async (writer, stamp) => {
    const erased = records.map((record) => ({ record, rows: eraseRows(file, [record]) }));
    const ids = erased.flatMap(({ rows }) => [...rows.values()].flat());
    forgetTraces(file, ids, names);
    forgetFound(file, ids);
    for (const { record, rows } of erased) await recordErasure(writer, stamp, { record, how, why, rows });
    closeErasing(file, how);
  });
  await storage.forgetPast();
  await storage.exclusively(() => Promise.resolve(writeAnew(storage)));
}

/** What was deleted is overwritten already; the log still holds older pages, and so may what SQLite left in between. */
function writeAnew({ file }: Pick<Storage, 'file'>): void {
  try {
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.exec('vacuum');
    file.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk: nothing of the erased is read any more, and the log is emptied when the program ends.
    log.warn('erasing', 'not written anew');
  }
}
