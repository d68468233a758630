import type { Day, WorkCalendar } from '../calendar.ts';
import { isOpen } from './items.ts';
import { dueOn } from './plan.ts';
import { daysOf } from './template.ts';

// What a changed calendar does to a plan that runs: only what nobody touched follows it.

export interface DatedItem {
  readonly id: string;
  readonly state: string;
  readonly dueOn: Day;
  /** The day that the template says, counted from 0; null for an item of one's own. */
  readonly planDay: number | null;
  /** Somebody chose another day for it than the plan. */
  readonly isDayOwn: boolean;
  /** Ids of the items that should be done before this one. */
  readonly after: readonly string[];
}

export interface DatedPlan {
  readonly startOn: Day;
  readonly items: readonly DatedItem[];
}

export interface ItemMove {
  readonly itemId: string;
  readonly from: Day;
  readonly to: Day;
}

/** An item that would pass one it depends on, or one that depends on it, stays where it is. */
export function redate(plan: DatedPlan, before: WorkCalendar, after: WorkCalendar): readonly ItemMove[] {
  const { startOn, items } = plan;
  const from = plannedDays(items, (day) => dueOn(startOn, day, before));
  const to = plannedDays(items, (day) => dueOn(startOn, day, after));
  const wanted = items.flatMap((item): readonly ItemMove[] => {
    const day = to.get(item.id) ?? item.dueOn;
    if (!isUntouched(item, from) || day === item.dueOn) return [];
    return [{ itemId: item.id, from: item.dueOn, to: day }];
  });
  return inOrder(items, wanted);
}

/** By the id of each that the plan dates: what waits for a later one is due with that one. */
export function plannedDays(items: readonly DatedItem[], dayOf: (planDay: number) => Day): ReadonlyMap<string, Day> {
  const days = daysOf(
    items.flatMap(({ id: code, planDay: day, after }) => (day === null ? [] : [{ code, day, after }])),
  );
  return new Map([...days].map(([id, day]) => [id, dayOf(day)]));
}

/** Stands on its day of the plan, since nobody chose another one. */
export function isUntouched(item: DatedItem, planned: ReadonlyMap<string, Day>): boolean {
  return isOpen(item) && !item.isDayOwn && item.dueOn === planned.get(item.id);
}

/** Leaves out moves until every pair that stood in order still does; each round leaves out at least one. */
function inOrder(items: readonly DatedItem[], moves: readonly ItemMove[]): readonly ItemMove[] {
  const from = new Map(items.map((item) => [item.id, item.dueOn]));
  const to = new Map([...from, ...moves.map((move): [string, Day] => [move.itemId, move.to])]);
  const stuck = new Set(
    items.flatMap((item) =>
      item.after
        .filter((first) => isLater(from, first, item.id) === false && isLater(to, first, item.id) === true)
        .flatMap((first) => [first, item.id]),
    ),
  );
  const left = moves.filter((move) => !stuck.has(move.itemId));
  return left.length === moves.length ? left : inOrder(items, left);
}

/** Null where one of the two is not in the plan any more. */
function isLater(days: ReadonlyMap<string, Day>, first: string, second: string): boolean | null {
  const [one, other] = [days.get(first), days.get(second)];
  return one === undefined || other === undefined ? null : one > other;
}
