import { addDays, type Day, daysBetween, isWorkingDay, type WorkCalendar } from '../calendar.ts';
import { isOpen } from './items.ts';
import { handoffWeeks, type Week } from './plan.ts';

// What may go where in the month, and why not. Of two items of which one waits for the other only open ones keep their
// order: what is done, or does not apply, holds nothing back any more.

export interface MovableItem {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly dueOn: Day;
  /** Ids of the items that should be done before this one. */
  readonly after: readonly string[];
}

export interface MovablePlan {
  readonly startOn: Day;
  /** The last day, which may lie after day 30 when the month was made longer. */
  readonly endOn: Day;
  readonly items: readonly MovableItem[];
}

export interface DayRefusal {
  readonly code: 'day_outside_handoff' | 'day_not_worked' | 'day_before_predecessor' | 'day_after_dependent';
  /** The items whose order forbids it, the nearest one first. */
  readonly because: readonly MovableItem[];
}

export interface WeekMove {
  readonly dueOn: Day;
  readonly refusal: DayRefusal | null;
}

type Placed = Omit<MovableItem, 'title' | 'dueOn'>;

/** An item that is new waits for nothing, and nothing for it. */
export const newItem: Placed = { id: '', state: 'todo', after: [] };

/** Null when the item may be due on that day. */
export function refusalOf(plan: MovablePlan, item: Placed, day: Day, calendar: WorkCalendar): DayRefusal | null {
  if (day < plan.startOn || day > plan.endOn) return { code: 'day_outside_handoff', because: [] };
  if (!isWorkingDay(calendar, day)) return { code: 'day_not_worked', because: [] };
  if (!isOpen(item)) return null;
  const open = plan.items.filter((other) => isOpen(other) && other.id !== item.id);
  const firsts = open.filter((other) => item.after.includes(other.id) && other.dueOn > day);
  if (firsts.length > 0) return { code: 'day_before_predecessor', because: firsts.toSorted(byDay).toReversed() };
  const waiting = open.filter((other) => other.after.includes(item.id) && other.dueOn < day);
  return waiting.length > 0 ? { code: 'day_after_dependent', because: waiting.toSorted(byDay) } : null;
}

function byDay(one: MovableItem, other: MovableItem): number {
  return daysBetween(other.dueOn, one.dueOn);
}

/**
 * What moves to another week stays on its weekday, or goes to the nearest day of that week on which it may be due, a later
 * one first; what may wait is due no earlier than today. With a refusal the day is the one it would have wanted.
 */
export function moveToWeek(
  plan: MovablePlan,
  item: MovableItem,
  week: Week,
  { calendar, today }: { readonly calendar: WorkCalendar; readonly today: Day },
): WeekMove {
  const { firstOn, lastOn } = daysOfWeek(plan, week);
  const weekday = ((daysBetween(plan.startOn, item.dueOn) % 7) + 7) % 7;
  const wanted = addDays(firstOn, weekday);
  const later = Array.from({ length: daysBetween(wanted, lastOn) + 1 }, (_, step) => addDays(wanted, step));
  const earlier = Array.from({ length: daysBetween(firstOn, wanted) }, (_, step) => addDays(wanted, -1 - step));
  const tried = [...later, ...earlier].map((dueOn) => ({ dueOn, refusal: refusalOf(plan, item, dueOn, calendar) }));
  const free = tried.filter(({ refusal }) => refusal === null);
  // Where people work at all, it is the order that says no.
  const refused = tried.find(({ refusal }) => refusal?.code !== 'day_not_worked');
  return (
    free.find(({ dueOn }) => dueOn >= today) ??
    free[0] ??
    refused ?? { dueOn: wanted, refusal: { code: 'day_not_worked', because: [] } }
  );
}

/** The fourth week reaches to the last day of the handoff. */
export function daysOfWeek(
  { startOn, endOn }: Pick<MovablePlan, 'startOn' | 'endOn'>,
  week: Week,
): { readonly firstOn: Day; readonly lastOn: Day } {
  const { firstDay, lastDay } = handoffWeeks[week - 1] ?? handoffWeeks[3];
  return { firstOn: addDays(startOn, firstDay), lastOn: week === 4 ? endOn : addDays(startOn, lastDay) };
}
