import { beginAccesses } from '../../../db/assets.ts';
import type { HandoffRow } from '../../../db/handoff.ts';
import { addPlan } from '../../../db/handoff-items.ts';
import { addPartingReasons, openEngagementOf, readPartingClient } from '../../../db/parting.ts';
import { newRow } from '../../../db/rows.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import { addDays, nextWorkingDay, type WorkCalendar } from '../../../shared/calendar.ts';
import type { Day } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import {
  afterCareItems,
  endOfHandoff,
  handoffDays,
  makePlan,
  type SuccessorMode,
} from '../../../shared/handoff/plan.ts';

/** The client stays where it stands: it leaves its column when the month is over. */
export async function startHandoff(writer: Writer, stamp: Stamp, request: CallRequest<'handoff.end'>): Promise<void> {
  const client = await readPartingClient(writer, request.clientId);
  const { startOn, successor, extended } = request;
  const calendar = await agencyCalendar(writer);
  const row = newRow(stamp);
  await writer
    .insertInto('handoff')
    .values({
      ...row,
      client_id: client.id,
      engagement_id: await openEngagementOf(writer, client.id, startOn),
      lead_partner_id: client.partner_id ?? stamp.by,
      start_on: startOn,
      end_on: endOfHandoff(startOn),
      care_until_on: careUntil(startOn, calendar, successor),
      state: 'running',
      successor,
      reason_text: request.reasonText.trim(),
    })
    .execute();
  await addPlan(writer, stamp, row.id, makePlan({ startOn, successor, extended, calendar }));
  await beginAccesses(writer, stamp, client.id);
  await addPartingReasons(writer, stamp, { clientId: client.id, handoffId: row.id, codes: request.reasons });
}

/** We answer questions until the call after the handoff. */
function careUntil(startOn: string, calendar: WorkCalendar, successor: SuccessorMode): string {
  return afterCareItems({ startOn, calendar, successor })[0]?.dueOn ?? endOfHandoff(startOn);
}

/** The day up to which we answer, or a month after the closing where that took longer. */
export async function afterCareDay(
  reader: Reader,
  { care_until_on: careUntilOn }: Pick<HandoffRow, 'care_until_on'>,
  closedOn: Day,
): Promise<Day> {
  const aMonthLater = nextWorkingDay(await agencyCalendar(reader), addDays(closedOn, handoffDays));
  return careUntilOn < aMonthLater ? aMonthLater : careUntilOn;
}
