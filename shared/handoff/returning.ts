import { addDays, type Day, daysBetween, type WorkCalendar } from '../calendar.ts';
import { isOpen } from './items.ts';
import { dueOn, workingDayIn } from './plan.ts';
import type { DatedItem } from './redate.ts';

// When the steps are due that come into a plan that runs: from today on, at the distances of the plan. What waits for
// them and was dated by nobody waits until then.

export interface ReturnedItem extends DatedItem {
  readonly isReturning: boolean;
}

export interface ReturnPlan {
  readonly startOn: Day;
  readonly endOn: Day;
  /** With those that return. */
  readonly items: readonly ReturnedItem[];
}

export interface Now {
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

export interface NewDay {
  readonly dueOn: Day;
  readonly planDay: number | null;
}

/** By the id of each that returns or moves because of it. */
export function returnDays(plan: ReturnPlan, now: Now): ReadonlyMap<string, NewDay> {
  const open = plan.items.filter(isOpen);
  const returned = datedFromToday(plan, now);
  const days = new Map([...open.map((item): [string, Day] => [item.id, item.dueOn]), ...returned]);
  const changed = new Set(returned.keys());
  const firstDay = (item: ReturnedItem) =>
    item.after
      .filter((id) => item.isReturning || changed.has(id))
      .map((id) => days.get(id) ?? '')
      .reduce((one, other) => (one > other ? one : other), '');
  // An order without a circle settles after as many rounds as the longest chain has links.
  for (let round = 0; round < open.length; round += 1) {
    const late = open.filter((item) => !item.isDayOwn && firstDay(item) > (days.get(item.id) ?? ''));
    if (late.length === 0) break;
    for (const item of late) {
      days.set(item.id, firstDay(item));
      changed.add(item.id);
    }
  }
  return new Map(
    open.filter(({ id }) => changed.has(id)).map((item) => [item.id, newDay(plan, item, days.get(item.id), now)]),
  );
}

/** The first of them is due today where its day is over, and all others are as much later. */
function datedFromToday(plan: ReturnPlan, now: Now): ReadonlyMap<string, Day> {
  const returning = plan.items.filter((item) => item.isReturning && isOpen(item));
  const planned = returning.filter(({ isDayOwn }) => !isDayOwn).map((item) => plannedDay(plan, item, now));
  const late = Math.max(0, ...planned.map((day) => daysBetween(day, now.today)));
  return new Map(
    returning.map((item) => {
      const day = plannedDay(plan, item, now);
      const isOver = day < now.today;
      const wanted = item.isDayOwn ? (isOver ? now.today : day) : addDays(day, late);
      return [item.id, item.isDayOwn && !isOver ? day : inside(plan, wanted, now)];
    }),
  );
}

function plannedDay({ startOn }: ReturnPlan, { planDay, isDayOwn, dueOn: kept }: DatedItem, { calendar }: Now): Day {
  return planDay === null || isDayOwn ? kept : dueOn(startOn, planDay, calendar);
}

function inside({ startOn, endOn }: ReturnPlan, wanted: Day, { calendar }: Now): Day {
  return workingDayIn({ firstOn: startOn, lastOn: endOn }, wanted > endOn ? endOn : wanted, calendar);
}

/** A calendar that changes moves it from the day that it has now. */
function newDay(plan: ReturnPlan, item: DatedItem, day: Day = item.dueOn, now: Now): NewDay {
  const isAsPlanned = item.isDayOwn || day === plannedDay(plan, item, now);
  return { dueOn: day, planDay: isAsPlanned ? item.planDay : daysBetween(plan.startOn, day) };
}
