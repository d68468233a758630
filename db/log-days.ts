import { sql } from 'kysely';
import type { Day, Instant } from '../shared/contract/call.ts';
import { trueDays } from '../shared/true-days.ts';
import { localDays } from './local-day.ts';
import type { Reader } from './schema.ts';

/** Commands of one day that follow each other, by their numbers. */
interface DayOfLog {
  readonly day: Day;
  readonly last: number;
}

interface Known {
  /** As the clock told them. */
  readonly readings: readonly DayOfLog[];
  /** By which it was told which of them are right. */
  readonly today: Day;
  readonly days: readonly DayOfLog[];
}

/** Commands never change, they only become more: what was read of a file is kept. */
const known = new WeakMap<Reader, Known>();
const nothing: Known = { readings: [], today: '', days: [] };

/**
 * The days on which something was written where the partner sits, in the order of the log, and the last command of each.
 * The log knows the order; the clock that told the days may have been wrong for a while, and none of them is after `today`.
 */
export async function daysOfLog(reader: Reader, today: Day): Promise<readonly DayOfLog[]> {
  const before = known.get(reader) ?? nothing;
  const more = await lastOfQuarters(reader, before.readings.at(-1)?.last ?? 0);
  if (more.length === 0 && before.today === today) return before.days;
  const dayOf = localDays();
  const readings = [...before.readings];
  for (const { seq: last, made_at } of more) {
    const day = dayOf(made_at);
    if (readings.at(-1)?.day === day) readings.pop();
    readings.push({ day, last });
  }
  // Many commands more of one day tell nothing new about the days.
  const isSame =
    before.today === today &&
    readings.length === before.readings.length &&
    readings.at(-1)?.day === before.readings.at(-1)?.day;
  const right = isSame
    ? before.days.map(({ day }) => day)
    : trueDays(
        readings.map(({ day }) => day),
        today,
      );
  const days = readings.map(({ last }, index) => ({ day: right[index] ?? '', last }));
  known.set(reader, { readings, today, days });
  return days;
}

/** Commands after which another quarter of an hour begins: no zone on earth begins its day within one. */
async function lastOfQuarters(reader: Reader, after: number) {
  const quarter = sql`substr(made_at, 1, 14) || (substr(made_at, 15, 2) / 15)`;
  const query = sql<{ readonly seq: number; readonly made_at: Instant }>`(
    select seq, made_at, ${quarter} as quarter, lead(${quarter}) over (order by seq) as next
    from local_command where seq > ${after})`;
  return reader
    .selectFrom(query.as('command'))
    .select(['seq', 'made_at'])
    .where(sql<boolean>`next is not quarter`)
    .orderBy('seq')
    .execute();
}

/** Asked for commands in the order of the log. */
export function dayOfEach(days: readonly DayOfLog[]): (seq: number) => Day {
  let place = 0;
  return (seq) => {
    while (place < days.length - 1 && (days[place]?.last ?? seq) < seq) place += 1;
    return days[place]?.day ?? '';
  };
}
