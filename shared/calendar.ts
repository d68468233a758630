import { parseDate } from '@internationalized/date';
import type { Words } from './language.ts';

/** A calendar day without a time, `YYYY-MM-DD`; days compare with `<`. */
export type Day = string;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Which days people work. Years outside the table know only the weekend. */
export interface WorkCalendar {
  readonly code: string;
  readonly label: Words;
  readonly weekend: readonly Weekday[];
  readonly days: Readonly<Record<Day, 'holiday' | 'working'>>;
}

// 1 January 2024 was a Monday: weekdays are counted from there, because the library's week depends on a locale.
const someMonday = '2024-01-01';
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Longer than any run of free days; a calendar without a single working day is a mistake in its data. */
const longestBreak = 370;

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    return parseDate(value).toString() === value;
  } catch {
    return false;
  }
}

export function addDays(day: Day, count: number): Day {
  return parseDate(day).add({ days: count }).toString();
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return parseDate(to).compare(parseDate(from));
}

export function weekdayOf(day: Day): Weekday {
  const index = ((daysBetween(someMonday, day) % 7) + 7) % 7;
  return weekdays[index] ?? 1;
}

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const exception = calendar.days[day];
  return exception === undefined ? !calendar.weekend.includes(weekdayOf(day)) : exception === 'working';
}

/** The day itself when people work on it, else the first working day after it. */
export function nextWorkingDay(calendar: WorkCalendar, day: Day): Day {
  for (let count = 0; count < longestBreak; count += 1) {
    const next = addDays(day, count);
    if (isWorkingDay(calendar, next)) return next;
  }
  throw new Error(`Calendar ${calendar.code} has no working day after ${day}`);
}
