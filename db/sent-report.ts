import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day } from '../shared/contract/call.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** A report that is written down already is the one that went out; one that had gone out before keeps its day. */
export async function markReportSent(
  writer: Writer,
  stamp: Stamp,
  { clientId, report: kind, period }: CallRequest<'health.markReportSent'>,
  sentOn: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  const written = await writer
    .selectFrom('report')
    .select(['id', 'sent_on'])
    .where('client_id', '=', clientId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  if (written.some(({ sent_on }) => sent_on !== null)) return;
  const [first] = written;
  if (first) await changeRow(writer, stamp, 'report', first.id, { sent_on: sentOn });
  else await addRow(writer, stamp, 'report', { client_id: clientId, kind, period, sent_on: sentOn });
}
