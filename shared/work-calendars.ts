import {
  addDays,
  type Day,
  daysBetween,
  isWorkingDay,
  type WorkCalendar,
  type Weekday,
  weekdayOf,
} from './calendar.ts';
import { calendars as shippedCalendars, type ShippedCalendar, weekdaysCalendar } from './content/calendars.ts';
import { dayNameIn } from './content/day-names.ts';
import type { CalendarChange, CalendarView, SpecialDay } from './contract/work-calendars.ts';
import { AppError, assertNever } from './errors.ts';
import type { Words } from './language.ts';

// The calendars of the agency: those that ship, what the partners changed of them, and copies of their own. A change is
// a function from one state to the next, so that a preview and the file are told the same.

export interface OwnDay {
  readonly isWorked: boolean;
  /** Null: as it ships. */
  readonly title: string | null;
}

/** What the partners changed of one that ships, or of the one their own was made from. */
export interface OwnCalendar {
  readonly code: string;
  /** The one that ships below it; its own code where nothing but changes is kept. */
  readonly base: string;
  /** Empty for one that ships. */
  readonly name: string;
  /** Weekdays whose pattern was changed: whether people work on them. */
  readonly week: ReadonlyMap<Weekday, boolean>;
  readonly days: ReadonlyMap<Day, OwnDay>;
}

export interface CalendarState {
  /** Code of the one that is in force. */
  readonly chosen: string;
  /** In the order they were made. */
  readonly own: readonly OwnCalendar[];
}

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Longer than any holidays, shorter than the patience of who counts working days. */
const longestBreak = 365;

function shippedOf(code: string): ShippedCalendar | null {
  return shippedCalendars.find((calendar) => calendar.code === code) ?? null;
}

function ownOf(state: CalendarState, code: string): OwnCalendar | null {
  return state.own.find((calendar) => calendar.code === code) ?? null;
}

function untouched(code: string): OwnCalendar {
  return { code, base: code, name: '', week: new Map(), days: new Map() };
}

/** The calendar with this code; a code that is not known means plain weekdays. */
export function calendarIn(state: CalendarState, code: string = state.chosen): WorkCalendar {
  const own = ownOf(state, code);
  const base = shippedOf(own?.base ?? code) ?? weekdaysCalendar;
  if (own === null) return plain(base);
  return {
    code,
    label: labelOf(own, base),
    weekend: weekdays.filter((weekday) => !(own.week.get(weekday) ?? !base.weekend.includes(weekday))),
    days: { ...base.days, ...Object.fromEntries([...own.days].map(([day, { isWorked }]) => [day, kindOf(isWorked)])) },
  };
}

function plain({ code, label, weekend, days }: ShippedCalendar): WorkCalendar {
  return { code, label, weekend, days };
}

function kindOf(isWorked: boolean): 'working' | 'holiday' {
  return isWorked ? 'working' : 'holiday';
}

function labelOf({ name }: OwnCalendar, base: ShippedCalendar): Words {
  return name === '' ? base.label : { en: name, ru: name };
}

/** Those that ship in their order, then the partners' own. */
export function calendarViews(state: CalendarState): readonly CalendarView[] {
  const made = state.own.filter(({ code }) => shippedOf(code) === null);
  return [...shippedCalendars.map(({ code }) => ownOf(state, code) ?? untouched(code)), ...made].map((own) =>
    viewOf(state, own),
  );
}

function viewOf(state: CalendarState, own: OwnCalendar): CalendarView {
  const { code, label, weekend, days } = calendarIn(state, own.code);
  const base = shippedOf(own.base) ?? weekdaysCalendar;
  const isOwn = shippedOf(code) === null;
  return {
    code,
    label,
    isOwn,
    isChanged: !isOwn && own.week.size + own.days.size > 0,
    weekend,
    days: Object.entries(days)
      .map(([day, kind]): SpecialDay => ({ day, kind, title: titleIn(own, base, day), isOwn: own.days.has(day) }))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    gap: base.gap ?? null,
  };
}

const nameless: Words = { en: '', ru: '' };

/** The name that ships says why people do not work; it goes when they do after all. */
function titleIn(own: OwnCalendar, base: ShippedCalendar, day: Day): Words {
  const changed = own.days.get(day);
  if (changed?.title !== null && changed?.title !== undefined) return { en: changed.title, ru: changed.title };
  const isAsShipped = changed === undefined || base.days[day] === kindOf(changed.isWorked);
  return (isAsShipped ? dayNameIn(base, day) : null) ?? nameless;
}

/** `newCode` is what a copy is known by. Refused with `not_found` and `calendar_without_work`. */
export function changeCalendars(state: CalendarState, change: CalendarChange, newCode: string): CalendarState {
  const own = ownOf(state, change.code);
  if (own === null && shippedOf(change.code) === null) throw new AppError('not_found', 'no such calendar');
  const before = own ?? untouched(change.code);
  switch (change.kind) {
    case 'choose':
      return { ...state, chosen: change.code };
    case 'copy':
      return { chosen: newCode, own: [...state.own, { ...before, code: newCode, name: change.name }] };
    case 'rename':
      return withOwn(state, expectMade({ ...before, name: change.name }));
    case 'weekday':
      return withOwn(state, withWeekday(before, change.weekday, change.isWorked));
    case 'days':
      return withOwn(state, withDays(before, change.days));
    case 'reset':
      if (shippedOf(before.code) === null) throw new AppError('not_found', 'it has no original');
      return { ...state, own: state.own.filter(({ code }) => code !== before.code) };
    case 'remove':
      return {
        chosen: state.chosen === expectMade(before).code ? before.base : state.chosen,
        own: state.own.filter(({ code }) => code !== before.code),
      };
    default:
      return assertNever(change);
  }
}

function expectMade(calendar: OwnCalendar): OwnCalendar {
  if (shippedOf(calendar.code) !== null) throw new AppError('not_found', 'it ships');
  return calendar;
}

function withOwn(state: CalendarState, calendar: OwnCalendar): CalendarState {
  const isKnown = state.own.some(({ code }) => code === calendar.code);
  const own = isKnown
    ? state.own.map((each) => (each.code === calendar.code ? calendar : each))
    : [...state.own, calendar];
  const after = { ...state, own };
  if (isWithoutWork(calendarIn(after, calendar.code))) throw new AppError('calendar_without_work', calendar.code);
  return after;
}

function withWeekday(calendar: OwnCalendar, weekday: Weekday, isWorked: boolean): OwnCalendar {
  const base = shippedOf(calendar.base) ?? weekdaysCalendar;
  const week = new Map(calendar.week);
  if (isWorked === !base.weekend.includes(weekday)) week.delete(weekday);
  else week.set(weekday, isWorked);
  return { ...calendar, week };
}

type DayChange = Extract<CalendarChange, { readonly kind: 'days' }>['days'][number];

function withDays(calendar: OwnCalendar, changes: readonly DayChange[]): OwnCalendar {
  const days = new Map(calendar.days);
  for (const change of changes) {
    const next = dayAfter({ ...calendar, days }, change);
    if (next === null) days.delete(change.day);
    else days.set(change.day, next);
  }
  return { ...calendar, days };
}

/** A day that says what the calendar below says, and has no name of its own, is nobody's change. */
function dayAfter(calendar: OwnCalendar, { day, isWorked, title }: DayChange): OwnDay | null {
  if (isWorked === null) return null;
  const base = shippedOf(calendar.base) ?? weekdaysCalendar;
  const below = base.days[day];
  const names = Object.values(dayNameIn(base, day) ?? nameless);
  const kept = calendar.days.get(day)?.title ?? null;
  const ownTitle = title === undefined ? kept : names.includes(title) ? null : title;
  if (ownTitle !== null && (ownTitle !== '' || below !== undefined)) return { isWorked, title: ownTitle };
  const usual = calendar.week.get(weekdayOf(day)) ?? !base.weekend.includes(weekdayOf(day));
  return isWorked === (below === undefined ? usual : below === 'working') ? null : { isWorked, title: null };
}

/** Nothing could fall due for more than a year. */
function isWithoutWork(calendar: WorkCalendar): boolean {
  if (calendar.weekend.length === weekdays.length) return true;
  const daysOff = Object.keys(calendar.days).filter((day) => calendar.days[day] === 'holiday');
  let next: Day = '';
  for (const first of daysOff.toSorted()) {
    if (first < next) continue;
    next = first;
    while (!isWorkingDay(calendar, next)) {
      next = addDays(next, 1);
      if (daysBetween(first, next) > longestBreak) return true;
    }
  }
  return false;
}
