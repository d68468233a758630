import type { Id } from '../shared/contract/call.ts';
import type { Engagement } from '../shared/contract/client-work.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day } from '../shared/calendar.ts';
import { engagementProblem } from '../shared/engagement.ts';
import { AppError } from '../shared/errors.ts';
import { dayOf } from './local-day.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** The first begun first. */
export async function readEngagements(reader: Reader, clientId: Id): Promise<Engagement[]> {
  const rows = await reader
    .selectFrom('engagement')
    .select(['id', 'kind', 'title', 'start_on', 'end_on', 'end_reason', 'created_at'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('start_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    startOn: dayOf(row.start_on ?? row.created_at),
    endOn: row.end_on,
    endReason: row.end_reason,
  }));
}

export async function addEngagement(
  writer: Writer,
  stamp: Stamp,
  { clientId, kind, title, startOn, endOn = null, endReason }: CallRequest<'clients.addEngagement'>,
  today: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  refuseWrongDays(startOn, endOn, today);
  refuseReasonOfNoEnd(endOn, endReason);
  const values = { client_id: clientId, kind, title, start_on: startOn, end_on: endOn, end_reason: endReason };
  await addRow(writer, stamp, 'engagement', values);
}

/** Work that goes on has no reason of its end any more. */
export async function editEngagement(
  writer: Writer,
  stamp: Stamp,
  { engagementId, kind, title, startOn, endOn, endReason }: CallRequest<'clients.editEngagement'>,
  today: Day,
): Promise<void> {
  const row = await writer
    .selectFrom('engagement')
    .select(['start_on', 'end_on', 'created_at'])
    .where('id', '=', engagementId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', 'no such engagement');
  const start = startOn ?? dayOf(row.start_on ?? row.created_at);
  const end = endOn === undefined ? row.end_on : endOn;
  refuseWrongDays(start, end, today);
  refuseReasonOfNoEnd(end, endReason);
  await changeRow(writer, stamp, 'engagement', engagementId, {
    kind,
    title,
    start_on: startOn,
    end_on: endOn,
    end_reason: endOn === null ? '' : endReason,
  });
}

function refuseWrongDays(startOn: Day, endOn: Day | null, today: Day): void {
  const problem = engagementProblem({ startOn, endOn }, today);
  if (problem === 'starts_ahead')
    throw new AppError('bad_input', 'work cannot start in the future', { startOn: 'too_big' });
  if (problem === 'ends_before')
    throw new AppError('bad_input', 'work cannot end before it starts', { endOn: 'too_small' });
}

function refuseReasonOfNoEnd(endOn: Day | null, endReason: string | undefined): void {
  if (endOn === null && endReason)
    throw new AppError('bad_input', 'work that goes on has no reason of its end', { endReason: 'invalid_value' });
}
