import type { RowName } from '../../../db/client-rows.ts';
import { closeErasing, eraseRows } from '../../../db/erase.ts';
import { forgetFound, forgetTraces } from '../../../db/erase-traces.ts';
import { type How, recordErasure } from '../../../db/erasures.ts';
import { putSetting } from '../../../db/setting-rows.ts';
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

/** Set from the erasing on, until the file was written anew. */
const owed = 'file_to_write_anew';

/** The records with all that belongs to them, everywhere in the data file, in one command; a backup was made before. */
export async function eraseForEver(context: Context, erasing: Erasing): Promise<void> {
  const { storage } = context;
  const { commandId, call, records, names, how, why } = erasing;
  const { file } = storage;
  await storage.write({ id: commandId, name: call }, async (writer, stamp) => {
    const erased = records.map((record) => ({ record, rows: eraseRows(file, [record]) }));
    const ids = erased.flatMap(({ rows }) => [...rows.values()].flat());
    forgetTraces(file, ids, names);
    forgetFound(file, ids);
    for (const { record, rows } of erased) await recordErasure(writer, stamp, { record, how, why, rows });
    await putSetting(writer, owed, 'yes');
    closeErasing(file, how);
  });
  await storage.forgetPast();
  await writeAnewIfOwed(context);
}

/**
 * What was deleted is overwritten already; the log still holds older pages, and so may what SQLite left in between. False
 * while the disk does not let it: then it is owed, and nothing of the erased is read any more.
 */
export async function writeAnewIfOwed({ storage }: Context): Promise<boolean> {
  if ((await storage.setting(owed)) === null) return true;
  return storage.exclusively(() => Promise.resolve(writeAnew(storage)));
}

function writeAnew({ file }: Pick<Storage, 'file'>): boolean {
  try {
    emptyLog(file);
    file.exec('vacuum');
    file.prepare('delete from local_setting where name = ?').run(owed);
    emptyLog(file);
    return true;
  } catch {
    log.warn('erasing', 'not written anew');
    return false;
  }
}

function emptyLog(file: Storage['file']): void {
  if (file.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) throw new Error('somebody reads the log');
}
