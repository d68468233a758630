import { parseDate } from '@internationalized/date';
import type { Day } from '../calendar.ts';
import type { Language } from '../language.ts';

// Dates of a document are made by hand, not by Intl: the same data must give the same bytes on every computer, whatever
// the tables of its runtime say.

const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};
const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  ru: 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.'.split(' '),
};

const nonBreakingSpace = '\u00a0';

/** «23 ноября 2026», “November 23, 2026”. */
export function fullDate(day: Day, language: Language): string {
  const { year } = parseDate(day);
  return language === 'ru'
    ? `${dayAndMonth(day, language)}${nonBreakingSpace}${year}`
    : `${dayAndMonth(day, language)}, ${year}`;
}

/** With the year only when it is not the document's own. */
export function dateIn(year: number, day: Day, language: Language): string {
  return parseDate(day).year === year ? dayAndMonth(day, language) : fullDate(day, language);
}

/** «9–15 ноября», «30 ноября — 9 декабря»; “November 9–15”, “November 30 – December 9”. */
export function dateRange(from: Day, to: Day, language: Language, length: 'long' | 'short' = 'long'): string {
  const first = parseDate(from);
  const last = parseDate(to);
  if (first.month !== last.month || first.year !== last.year) {
    const dash = language === 'ru' ? '—' : '–';
    return `${dayAndMonth(from, language, length)} ${dash} ${dayAndMonth(to, language, length)}`;
  }
  const month = monthName(from, language, length);
  const days = `${first.day}–${last.day}`;
  return language === 'ru' ? `${days}${nonBreakingSpace}${month}` : `${month}${nonBreakingSpace}${days}`;
}

function dayAndMonth(date: Day, language: Language, length: 'long' | 'short' = 'long'): string {
  const { day } = parseDate(date);
  const month = monthName(date, language, length);
  return language === 'ru' ? `${day}${nonBreakingSpace}${month}` : `${month}${nonBreakingSpace}${day}`;
}

function monthName(day: Day, language: Language, length: 'long' | 'short'): string {
  const names = length === 'long' ? months : shortMonths;
  return names[language][parseDate(day).month - 1] ?? '';
}
