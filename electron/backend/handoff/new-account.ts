import { addPlanItem, planItemId, putPlanLinks } from '../../../db/handoff-plan.ts';
import { type HandoffRow, runningHandoffs } from '../../../db/handoff.ts';
import { localDay } from '../../../db/local-day.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import { daysBetween } from '../../../shared/calendar.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import { assetProgress } from '../../../shared/handoff/document-assets.ts';
import { workingDayIn } from '../../../shared/handoff/plan.ts';
import { transferItem, marking } from '../../../shared/handoff/transfer-items.ts';
import { accountsOf } from './start.ts';

/**
 * Changes an account; where it stands in our name from then on while a handoff runs, it gets the step it would have had
 * from the start: due then or, where that day is over, on the first working day of what is left of the month.
 */
export async function changingAccount(
  writer: Writer,
  stamp: Stamp,
  assetId: Id,
  change: () => Promise<void>,
): Promise<void> {
  const before = await accountToTransfer(writer, assetId);
  await change();
  if (before === null) await planTransfer(writer, stamp, assetId);
}

/** The same for one that was just added. */
export async function planTransfer(writer: Writer, stamp: Stamp, assetId: Id): Promise<void> {
  const found = await accountToTransfer(writer, assetId);
  if (found === null || (await livingItem(writer, found.handoff.id, assetId)) !== null) return;
  const { handoff, account } = found;
  const { id: handoffId, start_on: startOn, end_on: endOn } = handoff;
  const finding = await livingItem(writer, handoffId, marking);
  const planned = { day: finding?.plan_day ?? null, dueOn: finding?.due_on ?? '' };
  const today = localDay(stamp.now);
  const firstOn = today < endOn ? today : endOn;
  const calendar = await agencyCalendar(writer);
  const dueOn = planned.dueOn >= firstOn ? planned.dueOn : workingDayIn({ firstOn, lastOn: endOn }, firstOn, calendar);
  const day = dueOn === planned.dueOn && planned.day !== null ? planned.day : daysBetween(startOn, dueOn);
  const item = transferItem(account, { day, dueOn, isAfterFinding: finding !== null });
  await addPlanItem(writer, stamp, handoffId, item);
  await putPlanLinks(writer, stamp, { handoffId, plan: [item], fresh: [item] });
}

interface Found {
  readonly handoff: HandoffRow & { readonly client_id: Id };
  readonly account: Asset;
}

/** Null where no handoff runs, and for an account that is not in our name or has gone over already. */
async function accountToTransfer(reader: Reader, assetId: Id): Promise<Found | null> {
  const handoff = await runningHandoffs(reader)
    .innerJoin('asset', 'asset.client_id', 'handoff.client_id')
    .selectAll('handoff')
    .where('asset.id', '=', assetId)
    .executeTakeFirst();
  if (!handoff?.client_id) return null;
  const account = (await accountsOf(reader, handoff.client_id)).find(({ id }) => id === assetId);
  if (!account || assetProgress(account.state) === 'settled') return null;
  return { handoff: { ...handoff, client_id: handoff.client_id }, account };
}

async function livingItem(reader: Reader, handoffId: Id, code: string) {
  const item = await reader
    .selectFrom('handoff_item')
    .select(['due_on', 'plan_day'])
    .where('id', '=', planItemId(handoffId, code))
    .where('deleted_at', 'is', null)
    // One of a start that was undone is in no section.
    .where('section', '<>', '')
    .executeTakeFirst();
  return item ?? null;
}
