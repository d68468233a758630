import { v5 } from 'uuid';
import type { Id } from '../shared/contract/call.ts';
import type { KeptPlan, PlanItem } from '../shared/handoff/plan.ts';
import { placesBetween } from '../shared/place.ts';
import { lastPlaceOf, putRow, putRows, removeRow } from './row-changes.ts';
import { touched } from './rows.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// A plan as it is written down when a handoff begins, and what comes into it later.

/** The id of a template item in a handoff: two computers that make the same plan make the same rows. */
export function planItemId(handoffId: Id, code: string): Id {
  return v5(code, handoffId);
}

/** What is left out is written down and removed at once: it comes back as the template said on that day. */
export async function addPlan(
  writer: Writer,
  stamp: Stamp,
  handoffId: Id,
  { items: plan, leftOut }: KeptPlan,
): Promise<void> {
  const places = placesBetween(null, null, plan.length);
  const items = plan.map((item, index) => ({
    id: planItemId(handoffId, item.code),
    values: { ...cellsOf(item), handoff_id: handoffId, place: places[index] ?? '' },
  }));
  const links = plan.flatMap((item) =>
    item.after.map((code) => {
      const { id, ...values } = linkOf(handoffId, item.code, code);
      return { id, values };
    }),
  );
  const ids = items.map(({ id }) => id);
  await forgetOthers(writer, stamp, handoffId, ids);
  await putRows(writer, stamp, 'handoff_item', items);
  await putRows(writer, stamp, 'handoff_item_after', links);
  for (const code of leftOut) await removeRow(writer, stamp, 'handoff_item', planItemId(handoffId, code));
}

/** Items of a start that was undone are no part of this plan and come back with nothing of it. */
async function forgetOthers(writer: Writer, stamp: Stamp, handoffId: Id, ids: readonly Id[]): Promise<void> {
  await writer
    .updateTable('handoff_item')
    .set({ section: '', ...touched(stamp) })
    .where('handoff_id', '=', handoffId)
    .where('section', '<>', '')
    .where('id', 'not in', ids)
    .execute();
}

function cellsOf(item: PlanItem) {
  return {
    ...untouched,
    asset_id: item.assetId,
    code: item.assetId === null ? item.code : '',
    own_title_en: item.ownTitle?.en ?? null,
    own_title_ru: item.ownTitle?.ru ?? null,
    own_evidence_en: item.ownEvidence?.en ?? null,
    own_evidence_ru: item.ownEvidence?.ru ?? null,
    section: item.section,
    side: item.side,
    due_on: item.dueOn,
    plan_day: item.day,
    is_mandatory: item.isMandatory ? 1 : 0,
  };
}

/** A plan whose start was undone begins anew, with nothing of its first life. */
const untouched = {
  title: '',
  person: '',
  state: 'todo',
  state_reason: '',
  evidence: '',
  confirmed_by: '',
  confirmed_on: null,
  done_at: null,
  is_day_own: null,
} as const;

/** One that comes into a plan that runs. */
export async function addPlanItem(writer: Writer, stamp: Stamp, handoffId: Id, item: PlanItem): Promise<void> {
  await putRow(writer, stamp, 'handoff_item', planItemId(handoffId, item.code), {
    ...cellsOf(item),
    handoff_id: handoffId,
    place: await lastPlaceOf(writer, 'handoff_item', 'handoff_id', handoffId),
  });
}

export interface PlanLinks {
  readonly handoffId: Id;
  readonly plan: readonly PlanItem[];
  /** Those that have just come: what waits for them, and what they wait for, was not written down. */
  readonly fresh: readonly PlanItem[];
}

export async function putPlanLinks(writer: Writer, stamp: Stamp, { handoffId, plan, fresh }: PlanLinks): Promise<void> {
  const codes = new Set(fresh.map(({ code }) => code));
  const there = await writer.selectFrom('handoff_item').select('id').where('handoff_id', '=', handoffId).execute();
  const ids = new Set(there.map(({ id }) => id));
  const links = plan.flatMap(({ code, after }) =>
    after.filter((first) => codes.has(code) || codes.has(first)).map((first) => linkOf(handoffId, code, first)),
  );
  for (const { id, ...link } of links)
    if (ids.has(link.item_id) && ids.has(link.after_item_id))
      await putRow(writer, stamp, 'handoff_item_after', id, link);
}

/** Two computers that make the same link make the same row. */
function linkOf(handoffId: Id, code: string, first: string) {
  return {
    id: v5(`${code} after ${first}`, handoffId),
    item_id: planItemId(handoffId, code),
    after_item_id: planItemId(handoffId, first),
  };
}
