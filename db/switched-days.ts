import type { Id } from '../shared/contract/call.ts';
import type { PlanItem } from '../shared/handoff/plan.ts';
import { type NewDay, type Now, type SwitchedDay, switchedDays } from '../shared/handoff/switched-days.ts';
import type { HandoffRow } from './handoff.ts';
import { planItemId } from './handoff-plan.ts';
import type { Reader } from './schema.ts';

export interface Turns {
  /** Ids of those that left the plan, or were left out of it, and return. */
  readonly returning: readonly Id[];
  /** Ids of those that leave it now. */
  readonly leaving: readonly Id[];
  /** Those that were never written down, and the plan they are of. */
  readonly missing: readonly PlanItem[];
  readonly plan: readonly PlanItem[];
}

/** The days of all that comes into the plan, and of what moves because something comes or leaves. */
export async function readSwitchedDays(
  reader: Reader,
  handoff: HandoffRow,
  { returning, leaving, missing, plan }: Turns,
  now: Now,
): Promise<ReadonlyMap<Id, NewDay>> {
  if (returning.length + leaving.length + missing.length === 0) return new Map();
  const { id: handoffId, start_on: startOn, end_on: endOn } = handoff;
  const rows = await reader.selectFrom('handoff_item').selectAll().where('handoff_id', '=', handoffId).execute();
  const afterOf = await readFirsts(reader, handoffId, plan);
  const turns = new Map<Id, SwitchedDay['turn']>([
    ...returning.map((id) => [id, 'comes'] as const),
    ...leaving.map((id) => [id, 'leaves'] as const),
  ]);
  const kept = rows
    .filter(({ id, deleted_at }) => deleted_at === null || turns.get(id) === 'comes')
    .map(({ id, state, due_on: dueOn, plan_day: planDay, is_day_own }): SwitchedDay => ({
      id,
      state,
      dueOn,
      planDay,
      isDayOwn: is_day_own === 1,
      after: afterOf(id),
      turn: turns.get(id) ?? 'stays',
    }));
  const fresh = missing.map(({ code, day: planDay, dueOn }): SwitchedDay => {
    const id = planItemId(handoffId, code);
    return { id, state: 'todo', dueOn, planDay, isDayOwn: false, after: afterOf(id), turn: 'comes' };
  });
  return switchedDays({ startOn, endOn, items: [...kept, ...fresh] }, now);
}

/** What each waits for, also where that is out of the plan or only about to be written down. */
async function readFirsts(
  reader: Reader,
  handoffId: Id,
  plan: readonly PlanItem[],
): Promise<(id: Id) => readonly Id[]> {
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
  return (id) => (linksOf.get(id) ?? []).flatMap(({ after_item_id: first }) => first ?? []);
}
