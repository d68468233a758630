import { parseDate } from '@internationalized/date';
import { daysBetween, type Day } from './calendar.ts';

export interface Anniversary {
  /** How many years are full on that day. */
  readonly years: number;
  readonly on: Day;
  /** Days until then; 0 on the day itself. */
  readonly inDays: number;
}

/** The next full year of a relationship, today included; who came on 29 February has theirs on the 28th. */
export function nextAnniversary(since: Day, today: Day): Anniversary {
  const first = parseDate(since);
  const passed = Math.max(1, parseDate(today).year - first.year);
  const thisYear = first.add({ years: passed }).toString();
  const years = thisYear < today ? passed + 1 : passed;
  const on = first.add({ years }).toString();
  return { years, on, inDays: daysBetween(today, on) };
}
