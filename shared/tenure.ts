import { parseDate } from '@internationalized/date';
import { addDays, daysBetween, type Day } from './calendar.ts';
import type { Language } from './language.ts';

// How long a client has been with us, counted from the first signed work. Under a month in days, under three months in
// weeks, under a year in months, then in years and months.

type Unit = 'day' | 'week' | 'month' | 'year';

interface Part {
  readonly count: number;
  readonly unit: Unit;
}

type Forms = readonly [one: string, few: string, many: string];

const nonBreakingSpace = '\u00a0';

const shortForms: Readonly<Record<Unit, Forms>> = {
  day: ['день', 'дня', 'дней'],
  week: ['неделя', 'недели', 'недель'],
  month: ['мес.', 'мес.', 'мес.'],
  year: ['г.', 'г.', 'л.'],
};
const fullForms: Readonly<Record<Unit, Forms>> = {
  ...shortForms,
  month: ['месяц', 'месяца', 'месяцев'],
  year: ['год', 'года', 'лет'],
};
const shortEnglish: Readonly<Record<Unit, readonly [one: string, other: string]>> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['mo', 'mo'],
  year: ['yr', 'yr'],
};

/** «9 дней», «5 недель», «7 мес.», «4 г. 2 мес.»; “9 days”, “5 weeks”, “7 mo”, “4 yr 2 mo”. */
export function tenure(since: Day, today: Day, language: Language): string {
  return partsOf(since, today)
    .map(({ count, unit }) => {
      const word = language === 'ru' ? russianForm(count, shortForms[unit]) : shortEnglish[unit][count === 1 ? 0 : 1];
      return `${count}${nonBreakingSpace}${word}`;
    })
    .join(' ');
}

/** Spelled out for a letter, as an object of a verb: «шесть лет и один месяц», “six years and one month”. */
export function tenureInWords(since: Day, today: Day, language: Language): string {
  return partsOf(since, today)
    .map(({ count, unit }) =>
      language === 'ru'
        ? `${russianNumber(count)}${nonBreakingSpace}${russianForm(count, fullForms[unit])}`
        : `${englishNumber(count)} ${count === 1 ? unit : `${unit}s`}`,
    )
    .join(language === 'ru' ? ' и ' : ' and ');
}

/** The day since which the average of these clients would be with us; null without clients. */
export function averageSince(starts: readonly Day[], today: Day): Day | null {
  if (starts.length === 0) return null;
  const total = starts.reduce((sum, since) => sum + Math.max(0, daysBetween(since, today)), 0);
  return addDays(today, -Math.round(total / starts.length));
}

function partsOf(since: Day, today: Day): readonly Part[] {
  const months = wholeMonths(since, today);
  const days = Math.max(1, daysBetween(since, today));
  if (months < 1) return [{ count: days, unit: 'day' }];
  if (months < 3) return [{ count: Math.floor(days / 7), unit: 'week' }];
  const parts: readonly Part[] = [
    { count: Math.floor(months / 12), unit: 'year' },
    { count: months % 12, unit: 'month' },
  ];
  return parts.filter((part) => part.count > 0);
}

/** The last day of a longer month counts as reached on the last day of a shorter one. */
function wholeMonths(since: Day, today: Day): number {
  const start = parseDate(since);
  const end = parseDate(today);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return start.add({ months }).compare(end) > 0 ? months - 1 : months;
}

function russianForm(count: number, [one, few, many]: Forms): string {
  const tens = count % 100;
  const units = count % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

const russianUnits =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать ' +
  'пятнадцать шестнадцать семнадцать восемнадцать девятнадцать';
const russianTens = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто';
const englishUnits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen';
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety';

function russianNumber(count: number): string {
  return spelled(count, russianUnits.split(' '), russianTens.split(' '), ' ');
}

function englishNumber(count: number): string {
  return spelled(count, englishUnits.split(' '), englishTens.split(' '), '-');
}

/** Numbers from a hundred on stay in digits. */
function spelled(count: number, units: readonly string[], tens: readonly string[], joint: string): string {
  if (count < 20) return units[count] ?? String(count);
  const ten = tens[Math.floor(count / 10) - 2];
  if (ten === undefined) return String(count);
  return count % 10 === 0 ? ten : `${ten}${joint}${units[count % 10] ?? ''}`;
}
