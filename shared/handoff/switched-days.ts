import { addDays, type Day, daysBetween, type WorkCalendar } from '../calendar.ts';
import { isOpen } from './items.ts';
import { dueOn, workingDayIn } from './plan.ts';
import { type DatedItem, isUntouched, plannedDays } from './redate.ts';

// When steps are due as others come into a plan that runs, or leave it. What comes is due from today on, at the distances
// of the plan, and what waits for it and was dated by nobody waits until then. What waited for something that leaves is
// due as the plan says without it.

export interface SwitchedDay extends DatedItem {
  readonly turn: 'stays' | 'comes' | 'leaves';
}

export interface SwitchedDays {
  readonly startOn: Day;
  readonly endOn: Day;
  /** With those that come or leave. */
  readonly items: readonly SwitchedDay[];
}

export interface Now {
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

export interface NewDay {
  readonly dueOn: Day;
  readonly planDay: number | null;
}

/** By the id of each that comes or moves. */
export function switchedDays(plan: SwitchedDays, now: Now): ReadonlyMap<string, NewDay> {
  const days = new Map([...earlierDays(plan, now), ...laterDays(plan, now)]);
  return withPlanDays(plan, days, now);
}

/** Those that come, and those that wait for them. */
function laterDays(plan: SwitchedDays, now: Now): ReadonlyMap<string, Day> {
  const coming = datedFromToday(plan, now);
  if (coming.size === 0) return coming;
  const open = plan.items.filter(isOpen);
  const days = new Map([...open.map((item): [string, Day] => [item.id, item.dueOn]), ...coming]);
  const changed = new Set(coming.keys());
  settle(open.length, () => {
    const late = open.flatMap(({ id, isDayOwn, turn, after }) => {
      const day = latest(
        days,
        after.filter((first) => turn === 'comes' || changed.has(first)),
      );
      return !isDayOwn && day > (days.get(id) ?? '') ? [{ id, day }] : [];
    });
    for (const { id, day } of late) {
      days.set(id, day);
      changed.add(id);
    }
    return late.length > 0;
  });
  return new Map([...days].filter(([id]) => changed.has(id)));
}

/** Those that waited for what leaves: never earlier than today, nor than what they wait for still. */
function earlierDays(plan: SwitchedDays, now: Now): ReadonlyMap<string, Day> {
  const planned = plannedDays(plan.items, inCalendar(plan, now));
  const staying = plan.items.filter(({ turn }) => turn !== 'leaves');
  if (staying.length === plan.items.length) return new Map();
  const wanted = plannedDays(staying, inCalendar(plan, now));
  const days = new Map(staying.filter(isOpen).map((item): [string, Day] => [item.id, item.dueOn]));
  const freed = staying.filter((item) => isUntouched(item, planned) && (wanted.get(item.id) ?? '') < item.dueOn);
  for (const { id } of freed) {
    const day = wanted.get(id) ?? '';
    days.set(id, day < now.today ? inside(plan, now.today, now) : day);
  }
  settle(freed.length, () => {
    const early = freed.filter(({ id, after }) => (days.get(id) ?? '') < latest(days, after));
    for (const { id, after } of early) days.set(id, latest(days, after));
    return early.length > 0;
  });
  return new Map(
    freed.flatMap(({ id, dueOn: before }): [string, Day][] => {
      const day = days.get(id) ?? before;
      return day < before ? [[id, day]] : [];
    }),
  );
}

/** An order without a circle settles after as many rounds as the longest chain has links. */
function settle(rounds: number, step: () => boolean): void {
  for (let round = 0; round < rounds; round += 1) if (!step()) return;
}

function latest(days: ReadonlyMap<string, Day>, ids: readonly string[]): Day {
  return ids.map((id) => days.get(id) ?? '').reduce((one, other) => (one > other ? one : other), '');
}

/** The first of them is due today where its day is over, and all others are as much later. */
function datedFromToday(plan: SwitchedDays, now: Now): ReadonlyMap<string, Day> {
  const coming = plan.items.filter((item) => item.turn === 'comes' && isOpen(item));
  const planned = plannedDays(plan.items, inCalendar(plan, now));
  const dayOf = ({ id, isDayOwn, dueOn: kept }: DatedItem) => (isDayOwn ? kept : (planned.get(id) ?? kept));
  const late = Math.max(
    0,
    ...coming.filter(({ isDayOwn }) => !isDayOwn).map((item) => daysBetween(dayOf(item), now.today)),
  );
  return new Map(
    coming.map((item) => {
      const day = dayOf(item);
      const isOver = day < now.today;
      const wanted = item.isDayOwn ? (isOver ? now.today : day) : addDays(day, late);
      return [item.id, item.isDayOwn && !isOver ? day : inside(plan, wanted, now)];
    }),
  );
}

function inCalendar({ startOn }: SwitchedDays, { calendar }: Now): (planDay: number) => Day {
  return (day) => dueOn(startOn, day, calendar);
}

function inside({ startOn, endOn }: SwitchedDays, wanted: Day, { calendar }: Now): Day {
  return workingDayIn({ firstOn: startOn, lastOn: endOn }, wanted > endOn ? endOn : wanted, calendar);
}

/** A day that is not that of the plan is a new day of the plan: a calendar that changes moves it from there. */
function withPlanDays(plan: SwitchedDays, days: ReadonlyMap<string, Day>, now: Now): ReadonlyMap<string, NewDay> {
  const there = plan.items.filter(({ turn }) => turn !== 'leaves');
  const renewed = (items: readonly SwitchedDay[], isMeant: (item: SwitchedDay) => boolean) => {
    const planned = plannedDays(items, inCalendar(plan, now));
    return items.map((item) => {
      const day = days.get(item.id);
      if (day === undefined || item.isDayOwn || !isMeant(item) || day === planned.get(item.id)) return item;
      return { ...item, planDay: daysBetween(plan.startOn, day) };
    });
  };
  // What comes settles the days of what waits for it.
  const dated = renewed(
    renewed(there, ({ turn }) => turn === 'comes'),
    ({ turn }) => turn === 'stays',
  );
  return new Map(
    dated.flatMap(({ id, planDay }): [string, NewDay][] => {
      const day = days.get(id);
      return day === undefined ? [] : [[id, { dueOn: day, planDay }]];
    }),
  );
}
