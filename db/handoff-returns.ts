import type { Id } from '../shared/contract/call.ts';
import type { PlanItem } from '../shared/handoff/plan.ts';
import { type NewDay, type Now, type ReturnedItem, returnDays } from '../shared/handoff/returning.ts';
import type { HandoffRow } from './handoff.ts';
import { planItemId } from './handoff-plan.ts';
import type { Reader } from './schema.ts';

export interface Returns {
  /** Ids of those that left the plan, or were left out of it. */
  readonly returning: readonly Id[];
  /** Those that were never written down, and the plan they are of. */
  readonly missing: readonly PlanItem[];
  readonly plan: readonly PlanItem[];
}

/** The days of all that comes into the plan, and of what moves because of it. */
export async function readReturnDays(
  reader: Reader,
  handoff: HandoffRow,
  { returning, missing, plan }: Returns,
  now: Now,
): Promise<ReadonlyMap<Id, NewDay>> {
  if (returning.length + missing.length === 0) return new Map();
  const { id: handoffId, start_on: startOn, end_on: endOn } = handoff;
  const rows = await reader.selectFrom('handoff_item').selectAll().where('handoff_id', '=', handoffId).execute();
  const links = await reader
    .selectFrom('handoff_item_after as link')
    .innerJoin('handoff_item as item', 'item.id', 'link.item_id')
    .where('item.handoff_id', '=', handoffId)
    .where('link.deleted_at', 'is', null)
    .select(['link.item_id', 'link.after_item_id'])
    .execute();
  const planned = plan.flatMap(({ code, after }) =>
    after.map((first) => ({ item_id: planItemId(handoffId, code), after_item_id: planItemId(handoffId, first) })),
  );
  const linksOf = Map.groupBy([...links, ...planned], ({ item_id }) => item_id);
  const afterOf = (id: Id) => (linksOf.get(id) ?? []).flatMap(({ after_item_id: first }) => first ?? []);
  const isReturning = new Set(returning);
  const kept = rows
    .filter(({ id, deleted_at }) => deleted_at === null || isReturning.has(id))
    .map(({ id, state, due_on: dueOn, plan_day: planDay, is_day_own }): ReturnedItem => ({
      id,
      state,
      dueOn,
      planDay,
      isDayOwn: is_day_own === 1,
      after: afterOf(id),
      isReturning: isReturning.has(id),
    }));
  const fresh = missing.map(({ code, day: planDay, dueOn }): ReturnedItem => {
    const id = planItemId(handoffId, code);
    return { id, state: 'todo', dueOn, planDay, isDayOwn: false, after: afterOf(id), isReturning: true };
  });
  return returnDays({ startOn, endOn, items: [...kept, ...fresh] }, now);
}
