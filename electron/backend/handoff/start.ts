import { beginAccesses, readAssets } from '../../../db/assets.ts';
import { addPlan } from '../../../db/handoff-plan.ts';
import { readTemplate, shippedTemplateId } from '../../../db/handoff-templates.ts';
import { type HandoffRow, handoffIdOf, lastHandoffState } from '../../../db/handoff.ts';
import { addPartingReasons, openEngagementOf, readPartingClient } from '../../../db/parting.ts';
import { putRow } from '../../../db/row-changes.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { Stamp } from '../../../db/storage.ts';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import { addDays, nextWorkingDay, type WorkCalendar } from '../../../shared/calendar.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import {
  afterCareItems,
  endOfHandoff,
  handoffDays,
  keptPlan,
  type KeptPlan,
  makePlan,
  type PlanItem,
  type PlanOptions,
  type SuccessorMode,
} from '../../../shared/handoff/plan.ts';
import { accountsToTransfer, transferItems } from '../../../shared/handoff/transfer-items.ts';

/** The client stays where it stands: it leaves its column when the month is over. */
export async function startHandoff(writer: Writer, stamp: Stamp, request: CallRequest<'handoff.end'>): Promise<void> {
  const client = await readPartingClient(writer, request.clientId);
  const { startOn, successor } = request;
  const id = await handoffIdOf(writer, client.id);
  const goesOn = (await lastHandoffState(writer, client.id)) === 'cancelled';
  // Every cell is given: a handoff whose start was undone comes back with nothing of its first life.
  await putRow(writer, stamp, 'handoff', id, {
    client_id: client.id,
    engagement_id: await openEngagementOf(writer, client.id, startOn),
    lead_partner_id: client.partner_id ?? stamp.by,
    start_on: startOn,
    end_on: endOfHandoff(startOn),
    care_until_on: careUntil(startOn, await agencyCalendar(writer), successor),
    state: 'running',
    successor,
    letter: '',
    reason_text: request.reasonText.trim(),
    closed_at: null,
    cancel_reason: null,
    would_return: null,
    would_return_words: null,
    told_by: null,
    lesson: null,
    template: request.templateId ?? shippedTemplateId,
  });
  if (!goesOn) await beginAccesses(writer, stamp, client.id);
  await addPlan(writer, stamp, id, await planOf(writer, request));
  await addPartingReasons(writer, stamp, { clientId: client.id, handoffId: id, codes: request.reasons });
}

type PlanRequest = Pick<CallRequest<'handoff.end'>, 'clientId' | 'startOn' | 'successor' | 'extended' | 'templateId'>;

async function planOf(reader: Reader, request: PlanRequest): Promise<KeptPlan> {
  const options = await planOptions(reader, request);
  const { items, leftOut } = keptPlan(options);
  return { items: [...items, ...(await transfersOf(reader, request, options))], leftOut };
}

/** What such a start would show, with the words and sides for whoever takes over. */
export async function shownPlanOf(reader: Reader, request: PlanRequest): Promise<readonly PlanItem[]> {
  const options = await planOptions(reader, request);
  return [...makePlan(options), ...(await transfersOf(reader, request, options))];
}

async function planOptions(reader: Reader, request: PlanRequest): Promise<PlanOptions> {
  const { startOn, successor, extended, templateId } = request;
  const { items: template } = await readTemplate(reader, templateId ?? shippedTemplateId);
  return {
    startOn,
    successor,
    extended,
    calendar: await agencyCalendar(reader),
    template,
  };
}

async function transfersOf(
  reader: Reader,
  { clientId }: PlanRequest,
  options: PlanOptions,
): Promise<readonly PlanItem[]> {
  return transferItems(await accountsOf(reader, clientId), options);
}

/** The client's accounts that stand in our name. */
export async function accountsOf(reader: Reader, clientId: Id): Promise<readonly Asset[]> {
  const agency = await agencyOf(reader);
  const partners = await partnersOf(reader);
  return accountsToTransfer(await readAssets(reader, clientId), {
    agency: agency?.name ?? '',
    partners: partners.map(({ name }) => name),
  });
}

/** We answer questions until the call after the handoff. */
function careUntil(startOn: string, calendar: WorkCalendar, successor: SuccessorMode): string {
  return afterCareItems({ startOn, calendar, successor })[0]?.dueOn ?? endOfHandoff(startOn);
}

/** The day up to which we answer: the promised one, or, where the handoff outlasts it, a month after its end. */
export async function afterCareDay(
  reader: Reader,
  { care_until_on: careUntilOn }: Pick<HandoffRow, 'care_until_on'>,
  endOn: Day,
): Promise<Day> {
  return careUntilOn >= endOn ? careUntilOn : monthAfter(reader, endOn);
}

/** The first working day a month after a handoff ended. */
export async function monthAfter(reader: Reader, endOn: Day): Promise<Day> {
  return nextWorkingDay(await agencyCalendar(reader), addDays(endOn, handoffDays));
}
