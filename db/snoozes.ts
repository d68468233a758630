import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** A row per subject and per time it is put off: they are part of the client's story, so none takes another's place. */
export async function addSnoozes(
  writer: Writer,
  stamp: Stamp,
  { clientId, subjects, untilOn, reason }: CallRequest<'health.snooze'>,
): Promise<void> {
  await expectClient(writer, clientId);
  for (const subject of new Set(subjects))
    await addRow(writer, stamp, 'snooze', { client_id: clientId, subject, until_on: untilOn, reason });
}

/** Ends them with the day that is; why they were put off stays known. A clock that runs ahead makes none longer. */
export async function endSnoozes(writer: Writer, stamp: Stamp, snoozeIds: readonly Id[], today: Day): Promise<void> {
  for (const id of snoozeIds) {
    const row = await writer.selectFrom('snooze').select('until_on').where('id', '=', id).executeTakeFirst();
    const isShorter = row !== undefined && row.until_on < today;
    await changeRow(writer, stamp, 'snooze', id, { until_on: isShorter ? row.until_on : today });
  }
}
