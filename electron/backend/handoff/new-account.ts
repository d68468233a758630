import { readTemplate, shippedTemplateId } from '../../../db/handoff-templates.ts';
import { addPlanItem, planItemId, putPlanLinks } from '../../../db/handoff-plan.ts';
import { type HandoffRow, runningHandoffs, successorMode } from '../../../db/handoff.ts';
import { localDay } from '../../../db/local-day.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import { nextWorkingDay, type WorkCalendar } from '../../../shared/calendar.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import { transferItems } from '../../../shared/handoff/transfer-items.ts';
import { accountsOf } from './start.ts';

/**
 * An account that comes to light while the month runs, and stands in our name, gets the step it would have had from the
 * start: due then or, where that day is over, on the next working day of the month. What its step is by now stays.
 */
export async function planTransfer(writer: Writer, stamp: Stamp, assetId: Id): Promise<void> {
  const handoff = await handoffOf(writer, assetId);
  if (!handoff || (await hasStep(writer, handoff.id, assetId))) return;
  const account = (await accountsOf(writer, handoff.client_id)).find(({ id }) => id === assetId);
  if (!account) return;
  const calendar = await agencyCalendar(writer);
  const { items: template } = await readTemplate(writer, handoff.template || shippedTemplateId);
  const options = { startOn: handoff.start_on, successor: successorMode(handoff.successor), extended: [], calendar };
  const plan = transferItems([account], { ...options, template });
  const today = localDay(stamp.now);
  for (const item of plan)
    await addPlanItem(writer, stamp, handoff.id, { ...item, dueOn: lateDay(item.dueOn, handoff, today, calendar) });
  await putPlanLinks(writer, stamp, { handoffId: handoff.id, plan, fresh: plan });
}

async function handoffOf(reader: Reader, assetId: Id): Promise<(HandoffRow & { readonly client_id: Id }) | null> {
  const row = await runningHandoffs(reader)
    .innerJoin('asset', 'asset.client_id', 'handoff.client_id')
    .selectAll('handoff')
    .where('asset.id', '=', assetId)
    .executeTakeFirst();
  return row?.client_id ? { ...row, client_id: row.client_id } : null;
}

async function hasStep(reader: Reader, handoffId: Id, assetId: Id): Promise<boolean> {
  const step = await reader
    .selectFrom('handoff_item')
    .select('id')
    .where('id', '=', planItemId(handoffId, assetId))
    // One of a start that was undone is in no section.
    .where('section', '<>', '')
    .executeTakeFirst();
  return step !== undefined;
}

function lateDay(planned: Day, { end_on: endOn }: Pick<HandoffRow, 'end_on'>, today: Day, calendar: WorkCalendar): Day {
  const soon = nextWorkingDay(calendar, today);
  if (planned >= today) return planned;
  return soon <= endOn ? soon : endOn;
}
