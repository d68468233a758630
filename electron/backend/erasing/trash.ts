import { v7 } from 'uuid';
import type { RowName } from '../../../db/client-rows.ts';
import { expectInTrash, expiredTrash } from '../../../db/safety.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { log } from '../log.ts';
import { eraseForEver, writeAnewIfOwed } from './erase-for-ever.ts';

/** Records that lie in the trash, because a partner says so. */
export async function deleteForGood(
  context: Context,
  { commandId, records }: { readonly commandId: Id; readonly records: readonly RowName[] },
): Promise<void> {
  const left = await expectInTrash(context.storage.read, records);
  if (left.length === 0) return;
  await context.backUpFirst();
  await eraseForEver(context, {
    commandId,
    call: 'erasing.deleteForGood',
    records: left,
    names: [],
    how: 'by_hand',
    why: '',
  });
}

/** Erases what has lain in the trash for thirty days of use; nothing while no backup can be made. */
export async function emptyTrash(context: Context): Promise<void> {
  const expired = await expiredTrash(context.storage.read, context.clock.today());
  if (expired.length === 0) return;
  await context.backUpFirst();
  await eraseForEver(context, {
    commandId: v7(),
    call: 'erasing.deleteForGood',
    records: expired.map(({ kind, id }) => ({ table: kind, id })),
    names: expired.flatMap(({ kind, title }) => (kind === 'client' ? title : [])),
    how: 'trash',
    why: '',
  });
}

/** After the first screen and its backup. */
const firstAfter = 120_000;
const every = 6 * 3_600_000;

/** Looks now and then. Returns the way to stop. */
export function emptyTrashDaily(context: Context): () => void {
  const noteFailure = (error: unknown): void => log.warn('trash', error instanceof AppError ? error.code : 'failed');
  const look = () =>
    void writeAnewIfOwed(context)
      .then(() => emptyTrash(context))
      .catch(noteFailure);
  const timers = [setTimeout(look, firstAfter), setInterval(look, every)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
