import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import type { Snooze } from '../shared/health/snoozes.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
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

/** In the order they were made, of one client or of all. */
export async function readSnoozes(reader: Reader, only: Id | null): Promise<readonly Snooze[]> {
  const rows = await reader
    .selectFrom('snooze')
    .select(['id', 'client_id', 'subject', 'until_on', 'reason', 'created_at'])
    .where('deleted_at', 'is', null)
    .$if(only !== null, (of) => of.where('client_id', '=', only))
    // Ids rise, moments need not.
    .orderBy('id')
    .execute();
  return rows.flatMap(({ client_id: clientId, until_on: untilOn, created_at: madeAt, ...row }) =>
    clientId === null ? [] : [{ ...row, clientId, untilOn, madeAt }],
  );
}
