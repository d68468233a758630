import type { Day, Id } from '../shared/contract/call.ts';
import type { HandoffPage } from '../shared/contract/handoff.ts';
import { changeHandoff, type HandoffRow } from './handoff.ts';
import { addRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** Each time a handoff was made longer, the first one first. */
export async function readExtensions(reader: Reader, handoffId: Id): Promise<HandoffPage['extensions']> {
  const rows = await reader
    .selectFrom('handoff_extension')
    .select(['id', 'from_on', 'until_on', 'reason'])
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(({ id, from_on: fromOn, until_on: untilOn, reason }) => ({ id, fromOn, untilOn, reason }));
}

export interface Extension {
  readonly untilOn: Day;
  readonly reason: string;
}

export async function extendHandoff(
  writer: Writer,
  stamp: Stamp,
  { id, end_on: fromOn }: HandoffRow,
  { untilOn, reason }: Extension,
): Promise<void> {
  await addRow(writer, stamp, 'handoff_extension', { handoff_id: id, from_on: fromOn, until_on: untilOn, reason });
  await changeHandoff(writer, stamp, id, { end_on: untilOn });
}
