import type { Selectable } from 'kysely';
import { v5 } from 'uuid';
import type { Day, WorkCalendar, Weekday } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import { calendarIn, type CalendarState, type OwnCalendar, type OwnDay, weekdays } from '../shared/work-calendars.ts';
import { putRow, removeRow } from './row-changes.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { agencyId, agencyOf, writeAgency } from './settings.ts';
import type { Stamp } from './storage.ts';

// Rows hold only what a partner changed of a calendar, so that what ships is improved by a newer program.

type CalendarRow = Selectable<Schema['work_calendar']>;

const columnOf = {
  1: 'works_monday',
  2: 'works_tuesday',
  3: 'works_wednesday',
  4: 'works_thursday',
  5: 'works_friday',
  6: 'works_saturday',
  7: 'works_sunday',
} as const satisfies Readonly<Record<Weekday, keyof CalendarRow>>;

/** The same calendar, and the same day of it, is the same row on every computer. */
function calendarIdOf(code: string): Id {
  return v5(`work calendar ${code}`, agencyId);
}

function dayIdOf(code: string, day: Day): Id {
  return v5(`work calendar ${code} day ${day}`, agencyId);
}

/** `otherwise` is in force where the agency has not chosen yet. */
export async function readCalendars(reader: Reader, otherwise = ''): Promise<CalendarState> {
  const agency = await agencyOf(reader);
  const rows = await reader
    .selectFrom('work_calendar')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const dayRows = await reader
    .selectFrom('work_calendar_day')
    .select(['calendar', 'day_on', 'is_worked', 'title'])
    .where('deleted_at', 'is', null)
    .orderBy('day_on')
    .execute();
  const daysOf = Map.groupBy(dayRows, ({ calendar }) => calendar);
  const own = rows.map((row): OwnCalendar => ({
    code: row.code,
    base: row.base,
    name: row.name,
    week: weekOf(row),
    days: new Map(
      (daysOf.get(row.code) ?? []).map(({ day_on, is_worked, title }): [Day, OwnDay] => [
        day_on,
        { isWorked: is_worked === 1, title },
      ]),
    ),
  }));
  return { chosen: agency?.calendar || otherwise, own };
}

function weekOf(row: CalendarRow): ReadonlyMap<Weekday, boolean> {
  return new Map(
    weekdays.flatMap((weekday): [Weekday, boolean][] => {
      const cell = row[columnOf[weekday]];
      return cell === null ? [] : [[weekday, cell === 1]];
    }),
  );
}

/** The one every due date is counted with. */
export async function agencyCalendar(reader: Reader): Promise<WorkCalendar> {
  return calendarIn(await readCalendars(reader));
}

/** Writes only what differs. */
export async function saveCalendars(
  writer: Writer,
  stamp: Stamp,
  before: CalendarState,
  after: CalendarState,
): Promise<void> {
  for (const calendar of after.own) await saveCalendar(writer, stamp, ownIn(before, calendar.code), calendar);
  for (const { code, days } of before.own) {
    if (ownIn(after, code) !== null) continue;
    for (const day of days.keys()) await removeRow(writer, stamp, 'work_calendar_day', dayIdOf(code, day));
    await removeRow(writer, stamp, 'work_calendar', calendarIdOf(code));
  }
  // An agency that has not chosen yet has chosen with its first change.
  const stored = (await agencyOf(writer))?.calendar;
  if (after.chosen !== stored) await writeAgency(writer, { calendar: after.chosen }, stamp);
}

function ownIn(state: CalendarState, code: string): OwnCalendar | null {
  return state.own.find((calendar) => calendar.code === code) ?? null;
}

async function saveCalendar(
  writer: Writer,
  stamp: Stamp,
  before: OwnCalendar | null,
  after: OwnCalendar,
): Promise<void> {
  if (before === after) return;
  const { code, base, name, week, days } = after;
  const isSame =
    before !== null && before.name === name && weekdays.every((each) => before.week.get(each) === week.get(each));
  if (!isSame) {
    const cells = weekdays.map((weekday) => [columnOf[weekday], cellOf(week.get(weekday))]);
    await putRow(writer, stamp, 'work_calendar', calendarIdOf(code), {
      code,
      base,
      name,
      ...Object.fromEntries(cells),
    });
  }
  for (const [day, { isWorked, title }] of days) {
    const was = before?.days.get(day);
    if (was?.isWorked === isWorked && was.title === title) continue;
    const row = { calendar: code, day_on: day, is_worked: Number(isWorked), title };
    await putRow(writer, stamp, 'work_calendar_day', dayIdOf(code, day), row);
  }
  for (const day of before?.days.keys() ?? []) {
    if (!days.has(day)) await removeRow(writer, stamp, 'work_calendar_day', dayIdOf(code, day));
  }
}

function cellOf(isWorked: boolean | undefined): number | null {
  return isWorked === undefined ? null : Number(isWorked);
}
