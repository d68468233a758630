import { CalendarDate, endOfMonth, parseDate } from '@internationalized/date';
import { addDays, isDay, weekdayOf, type Day } from './calendar.ts';

// Days as people write them, in Russian and English: «завтра», «12.11», «27 нояб.», «в прошлый вторник», “last Tuesday”,
// “Nov 27”. The text is lower case with ё as е; a phrase is read at its beginning.

/** Which year or week is meant when the words leave it open. */
export type Bias = 'past' | 'future';

export interface DayWords {
  readonly day: Day;
  /** How many characters the words take. */
  readonly length: number;
}

interface Moment {
  readonly today: Day;
  readonly bias: Bias;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Phrase {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, moment: Moment) => Day | null;
}

/** A due day that has just passed is overdue, not next year's. */
const graceDays = 120;

const months = [
  'янв(?:ар[ьяе])?|jan(?:uary)?',
  'фев(?:р(?:ал[ьяе])?)?|feb(?:ruary)?',
  'мар(?:т[ае]?)?|mar(?:ch)?',
  'апр(?:ел[ьяе])?|apr(?:il)?',
  'ма[йяе]|may',
  'июн[ьяе]?|june?',
  'июл[ьяе]?|july?',
  'авг(?:уст[ае]?)?|aug(?:ust)?',
  'сент?(?:ябр[ьяе])?|sept?(?:ember)?',
  'окт(?:ябр[ьяе])?|oct(?:ober)?',
  'ноя(?:б(?:р[ьяе])?)?|nov(?:ember)?',
  'дек(?:абр[ьяе])?|dec(?:ember)?',
];
const weekdays = [
  'понедельник[ауие]?|пн|mon(?:day)?',
  'вторник[ауие]?|вт|tue(?:s(?:day)?)?',
  'сред[ауые]|ср|wed(?:nesday)?',
  'четверг[ауие]?|чт|thu(?:r(?:s(?:day)?)?)?',
  'пятниц[ауые]|пт|fri(?:day)?',
  'суббот[ауые]|сб|sat(?:urday)?',
  'воскресень[ею]|воскресенья|вс|sun(?:day)?',
];
const wholes = (patterns: readonly string[]) => patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'));
const wholeMonths = wholes(months);
const wholeWeekdays = wholes(weekdays);
const month = `(?<month>${months.join('|')})\\.?`;
const weekday = `(?<weekday>${weekdays.join('|')})`;
const dayOfMonth = '(?<day>\\d{1,2})(?:-?(?:го|е|му)|st|nd|rd|th)?';
const year = '(?:,? (?<year>\\d{4})(?: (?:года|году|г\\.?))?)?';
const count = '(?:(?<count>\\d{1,3}|an?|one|один|одну|дв[ае]|two|три|three) )?';
const unit = '(?<unit>дн(?:я|ей|и)|день|недел(?:ю|и|ь)|месяц(?:а|ев)?|days?|weeks?|months?)';

function phrase(source: string, read: Phrase['read']): Phrase {
  return { pattern: new RegExp(`^(?:${source})(?![\\p{L}\\p{N}])`, 'u'), read };
}

const phrases: readonly Phrase[] = [
  phrase('(?<iso>\\d{4}-\\d{2}-\\d{2})', ({ iso }) => (isDay(iso) ? iso : null)),
  phrase(
    '(?<day>\\d{1,2})\\.(?<month>\\d{2})(?:\\.(?<year>\\d{4}|\\d{2}))?(?!\\.?\\d| ?(?:%|₽|млн|тыс|руб))',
    readNumbers,
  ),
  phrase(`${dayOfMonth} (?:of )?${month}${year}`, readNamed),
  phrase(`${month} ${dayOfMonth}${year}`, readNamed),
  phrase('сегодня|today', (_, { today }) => today),
  phrase('позавчера|the day before yesterday|day before yesterday', (_, { today }) => addDays(today, -2)),
  phrase('вчера|yesterday', (_, { today }) => addDays(today, -1)),
  phrase('послезавтра|the day after tomorrow|day after tomorrow', (_, { today }) => addDays(today, 2)),
  phrase('завтра|tomorrow', (_, { today }) => addDays(today, 1)),
  phrase(`${count}${unit} (?:назад|ago)`, (groups, moment) => readDistance(groups, moment, -1)),
  phrase(`(?:через|in) ${count}${unit}`, (groups, moment) => readDistance(groups, moment, 1)),
  phrase('(?:конца|концу) недели|(?:the )?end of (?:the )?week', (_, { today }) => endOfWorkingWeek(today)),
  phrase('(?:конца|концу) месяца|(?:the )?end of (?:the )?month', (_, { today }) =>
    endOfMonth(parseDate(today)).toString(),
  ),
  phrase(`(?:в |во |on )?(?:прошл(?:ый|ую|ое|ая|ой|ого)|last) ${weekday}`, (groups, { today }) =>
    before(groups, today),
  ),
  phrase(`(?:в |во |on )?(?:следующ(?:ий|ую|ее|ая|ей|его)|next) ${weekday}`, (groups, { today }) =>
    inWeekOf(groups, addDays(today, 7)),
  ),
  phrase(`(?:в |во |on )?(?:эт(?:от|у|о|а|ой|ого)|this) ${weekday}`, (groups, { today }) => inWeekOf(groups, today)),
  phrase(`(?:в |во |on )?${weekday}`, (groups, { today, bias }) =>
    bias === 'past' ? before(groups, today) : after(groups, today),
  ),
];

/** Keeps the length, so that places in the result are places in the original. */
export function foldDayWords(text: string): string {
  const lower = text.toLowerCase().replaceAll('ё', 'е').replaceAll('\u00a0', ' ');
  return lower.length === text.length ? lower : text;
}

/** The day written at the beginning of a folded text; null when there is none. */
export function readDay(folded: string, moment: Moment): DayWords | null {
  for (const { pattern, read } of phrases) {
    const match = pattern.exec(folded);
    const day = match === null ? null : read(match.groups ?? {}, moment);
    if (match !== null && day !== null) return { day, length: match[0].length };
  }
  return null;
}

const monthOfYear = new RegExp(`^${month},? (?<year>\\d{4})(?: (?:года|году|г\\.?))?$`, 'u');

/** A month that is written alone in a folded text, `YYYY-MM`: «нояб. 2026», “Nov 2026”; null when it is none. */
export function readMonth(folded: string): string | null {
  const groups = monthOfYear.exec(folded)?.groups;
  if (groups === undefined) return null;
  return `${groups['year'] ?? ''}-${String(indexOf(wholeMonths, groups['month']) + 1).padStart(2, '0')}`;
}

/** A name of a month, in lower case. */
export function isMonthWord(word: string): boolean {
  return indexOf(wholeMonths, word) >= 0;
}

function readNumbers({ day, month: monthNumber, year: yearText }: Groups, moment: Moment): Day | null {
  const full = yearText?.length === 2 ? `20${yearText}` : yearText;
  return dayOf(Number(day), Number(monthNumber), full, moment);
}

function readNamed({ day, month: name, year: yearText }: Groups, moment: Moment): Day | null {
  return dayOf(Number(day), indexOf(wholeMonths, name) + 1, yearText, moment);
}

function dayOf(day: number, monthNumber: number, yearText: string | undefined, { today, bias }: Moment): Day | null {
  if (yearText !== undefined) return existing(Number(yearText), monthNumber, day);
  const thisYear = parseDate(today).year;
  const candidates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((offset) => {
    const found = existing(thisYear + offset, monthNumber, day);
    return found === null ? [] : [found];
  });
  if (bias === 'past') return candidates.findLast((candidate) => candidate <= today) ?? null;
  return candidates.find((candidate) => candidate >= addDays(today, -graceDays)) ?? null;
}

/** Null for the 31st of a month that has none. */
function existing(yearNumber: number, monthNumber: number, day: number): Day | null {
  const date = new CalendarDate(yearNumber, monthNumber, day);
  return date.day === day && date.month === monthNumber && date.year === yearNumber ? date.toString() : null;
}

const numbers: Readonly<Record<string, number>> = { две: 2, два: 2, two: 2, три: 3, three: 3 };

function readDistance({ count: countText, unit: unitText }: Groups, { today }: Moment, sign: 1 | -1): Day {
  const word = countText ?? '1';
  const amount = sign * (/^\d/.test(word) ? Number(word) : (numbers[word] ?? 1));
  if (/^(?:недел|week)/.test(unitText ?? '')) return addDays(today, amount * 7);
  if (/^(?:месяц|month)/.test(unitText ?? '')) return parseDate(today).add({ months: amount }).toString();
  return addDays(today, amount);
}

/** Friday; on a weekend its Sunday. */
function endOfWorkingWeek(today: Day): Day {
  const number = weekdayOf(today);
  return addDays(today, number <= 5 ? 5 - number : 7 - number);
}

// A weekday without more never means today: who means today says so.

function before({ weekday: name }: Groups, today: Day): Day {
  const distance = (weekdayOf(today) - weekdayNumber(name) + 7) % 7;
  return addDays(today, -(distance === 0 ? 7 : distance));
}

function after({ weekday: name }: Groups, today: Day): Day {
  const distance = (weekdayNumber(name) - weekdayOf(today) + 7) % 7;
  return addDays(today, distance === 0 ? 7 : distance);
}

function inWeekOf({ weekday: name }: Groups, day: Day): Day {
  return addDays(day, weekdayNumber(name) - weekdayOf(day));
}

function weekdayNumber(name: string | undefined): number {
  return indexOf(wholeWeekdays, name) + 1;
}

function indexOf(patterns: readonly RegExp[], name: string | undefined): number {
  return patterns.findIndex((pattern) => pattern.test(name ?? ''));
}
