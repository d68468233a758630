import ICAL from 'ical.js';
import { addDays, type Day, daysBetween, isDay } from '../../../shared/calendar.ts';
import { type CalendarFile, mostDaysAtOnce, type UnreadReason } from '../../../shared/contract/work-calendars.ts';
import { AppError } from '../../../shared/errors.ts';
import { shortLine } from '../../../shared/short-line.ts';
import { readWhole } from '../transfer/source-files.ts';

// Days off as other programs write them: whole-day events of an ICS file. Each event is read by itself, so that a
// damaged one costs nothing but itself.

type Found = Omit<CalendarFile, 'name'>;
type FoundDay = Found['days'][number];

const largestFile = 4_000_000;
/** What repeats is read for so many years around today. */
const yearsBack = 1;
const yearsAhead = 5;
/** Holidays of one name in all those years; more is a rule for weekdays, or no holiday. */
const mostDaysOfEvent = 120;
const mostUnread = 500;
const longestTitle = 200;

/** Refused with `calendar_unreadable`, or with `source_gone` when the file is not there. */
export async function readCalendarFile(file: string, today: Day): Promise<Found> {
  const text = await readWhole(file, largestFile, () => new Promise(setImmediate)).catch(sayGone);
  if (text === null) throw new AppError('calendar_unreadable', 'no text, or too large');
  return readCalendar(text, today);
}

function sayGone(error: unknown): never {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  throw isOfSystem ? new AppError('source_gone', 'the chosen file is not there') : error;
}

export function readCalendar(text: string, today: Day): Found {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r\n|\n|\r/);
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line)))
    throw new AppError('calendar_unreadable', 'no calendar in it');
  const days = new Map<Day, FoundDay>();
  const unread: Found['unread'] = [];
  for (const event of eventsOf(lines)) {
    const read = readEvent(event, today);
    if (read === 'cancelled') continue;
    if (Array.isArray(read) && days.size + read.length <= mostDaysAtOnce) {
      for (const found of read) if (!days.has(found.day)) days.set(found.day, found);
    } else if (unread.length < mostUnread)
      unread.push({ title: titleOf(event), reason: typeof read === 'string' ? read : 'too_many' });
  }
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), unread };
}

/** The lines of each event; one whose end is missing goes on to the next one's beginning. */
function eventsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const events: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      open = [];
      events.push(open);
    } else if (/^END:VEVENT\s*$/i.test(line)) open = null;
    else if (line.trim() !== '') open?.push(saidAsDate(line));
  }
  return events;
}

/** Some write a bare date and do not say that it is one. */
function saidAsDate(line: string): string {
  return line.replace(/^(DTSTART|DTEND)(?:;(?!VALUE=)[^:]*)?:(\d{8})\s*$/i, '$1;VALUE=DATE:$2');
}

/** Also of an event that cannot be read otherwise. */
function titleOf(event: readonly string[]): string {
  const summary = event.find((line) => /^SUMMARY[;:]/i.test(line))?.replace(/^SUMMARY[^:]*:/i, '') ?? '';
  return tidy(summary.replace(/\\n/gi, ' ').replace(/\\([\\;,])/g, '$1'));
}

function tidy(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();
  return shortLine(line, longestTitle);
}

function readEvent(event: readonly string[], today: Day): FoundDay[] | UnreadReason | 'cancelled' {
  try {
    const component = new ICAL.Component(ICAL.parse(['BEGIN:VEVENT', ...event, 'END:VEVENT'].join('\r\n')));
    if (String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return 'cancelled';
    const span = spanOf(component);
    if (typeof span === 'string') return span;
    if (!component.getAllProperties('rrule').every(isYearly)) return 'repeats';
    const starts = startsOf(component, span.first, today);
    if (starts === null || starts.length * span.days > mostDaysOfEvent) return 'too_many';
    if (starts.length === 0) return 'far_away';
    const title = tidy(String(component.getFirstPropertyValue('summary') ?? ''));
    const kind = isWorked(component, title) ? 'working' : 'holiday';
    return starts.flatMap((start) =>
      Array.from({ length: span.days }, (_, index) => ({ day: addDays(start, index), kind, title })),
    );
  } catch {
    return 'damaged';
  }
}

interface Span {
  readonly first: ICAL.Time;
  readonly days: number;
}

/** The end is the day after the last one; an event without one lasts a day. */
function spanOf(component: ICAL.Component): Span | UnreadReason {
  const first = component.getFirstPropertyValue('dtstart');
  if (!(first instanceof ICAL.Time)) return 'no_date';
  // The library counts a 41st day on into the next month.
  const written = component.getFirstProperty('dtstart')?.toJSON()[3];
  if (!isDay(String(written).slice(0, 10))) return 'damaged';
  const end = component.getFirstPropertyValue('dtend');
  const duration = component.getFirstPropertyValue('duration');
  if (!isMidnight(first) || (end instanceof ICAL.Time && !isMidnight(end))) return 'has_time';
  const days =
    end instanceof ICAL.Time
      ? daysBetween(dayOf(first), dayOf(end))
      : duration instanceof ICAL.Duration
        ? duration.toSeconds() / 86_400
        : first.isDate
          ? 1
          : 0;
  // Some write the same day for the end of a single one.
  if (first.isDate && days === 0) return { first, days: 1 };
  return Number.isInteger(days) && days > 0 ? { first, days } : 'has_time';
}

function isMidnight({ isDate, hour, minute, second }: ICAL.Time): boolean {
  return isDate || hour + minute + second === 0;
}

function dayOf({ year, month, day }: ICAL.Time): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Steps of a rule until it is given up. */
const longestWalk = 10_000;
/** The first year of other programs. */
const earliestYear = 1600;
const longestInterval = 20;
const yearlyParts: readonly string[] = ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST'];

/** What repeats more often is no holiday, and a rule that never comes true would be walked for ever. */
function isYearly(property: ICAL.Property): boolean {
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return false;
  const { interval, parts } = rule;
  return interval >= 1 && interval <= longestInterval && Object.keys(parts).every((part) => yearlyParts.includes(part));
}

/** The first days within the years that are read; null when they are too many. */
function startsOf(component: ICAL.Component, first: ICAL.Time, today: Day): readonly Day[] | null {
  const year = Number(today.slice(0, 4));
  const [from, to] = [`${year - yearsBack}-01-01`, `${year + yearsAhead}-12-31`];
  const starts: Day[] = [];
  const repeats = first.year >= earliestYear && new ICAL.Event(component).isRecurring();
  const dates = repeats ? new ICAL.RecurExpansion({ component, dtstart: first }) : null;
  if (dates === null) return [dayOf(first)].filter((day) => day >= from && day <= to);
  // A rule that began long ago is walked from its beginning.
  for (let step = 0; step < longestWalk; step += 1) {
    const next = dates.next();
    const day = next instanceof ICAL.Time ? dayOf(next) : null;
    if (day === null || day > to) return starts;
    if (day >= from) starts.push(day);
    if (starts.length > mostDaysOfEvent) return null;
  }
  return null;
}

const working = /(?<!\p{L})(?:рабочий день|рабочая суббота|рабочее воскресенье|working day|workday|business day)/iu;
/** «Не рабочий день», “No working day”, or a day whose work is done on another one. */
const notWorking = /(?:не|non|not?)[- ]?(?:an? )?(?:рабоч|work|business)|выходной|день перенес[её]н/iu;
/** Worked, only less. */
const shortened = /предпраздничн|сокращ[её]нн|shortened|short day/iu;

/** A weekend day that is worked says so in its name or its kind. */
function isWorked(component: ICAL.Component, title: string): boolean {
  const categories = component.getAllProperties('categories').flatMap((property) => property.getValues());
  return [title, ...categories.map(String)].some(
    (text) => shortened.test(text) || (working.test(text) && !notWorking.test(text)),
  );
}
