import { formatDecimal } from '../../shared/decimal.ts';
import type { Language } from '../../shared/language.ts';
import { dayOf } from './clock.ts';

/** A calendar day `YYYY-MM-DD` or an instant; days are read as local noon so that no time zone moves them. */
function moment(when: string): Date {
  return new Date(when.length === 10 ? `${when}T12:00:00` : when);
}

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language === 'ru' ? 'ru-RU' : 'en-US';
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(locale, options);
  made.set(key, fresh);
  return fresh;
}

function withYear(when: Date, today: string): Intl.DateTimeFormatOptions {
  return String(when.getFullYear()) === today.slice(0, 4) ? {} : { year: 'numeric' };
}

/** Russian puts «г.» after the year, which a line of small print does not need. */
function tidy(text: string): string {
  return text.replace(/\sг\.$/, '').replaceAll(' ', '\u00a0');
}

/** «23 ноября», `November 23`; the year only when it is not this one. */
export function formatDay(language: Language, when: string, today: string): string {
  const date = moment(when);
  return tidy(formatter(language, { day: 'numeric', month: 'long', ...withYear(date, today) }).format(date));
}

/** «23 ноября 2026», `November 23, 2026`: with the year in any case. */
export function formatWholeDay(language: Language, when: string): string {
  return tidy(formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(moment(when)));
}

/** «с 23 ноября», but «со 2 ноября»; `since November 23`. */
export function formatSince(language: Language, when: string, today: string): string {
  const preposition = language === 'en' ? 'since' : moment(when).getDate() === 2 ? 'со' : 'с';
  return `${preposition}\u00a0${formatDay(language, when, today)}`;
}

/** «23 нояб.», `Nov 23`. */
export function formatShortDay(language: Language, when: string, today: string): string {
  const date = moment(when);
  return tidy(formatter(language, { day: 'numeric', month: 'short', ...withYear(date, today) }).format(date));
}

/** «пятница, 27 ноября», `Friday, November 27`. */
export function formatWeekday(language: Language, when: string, today: string): string {
  const weekday = formatter(language, { weekday: 'long' }).format(moment(when));
  return `${weekday}, ${formatDay(language, when, today)}`;
}

/** «пт», `Fri`. */
export function formatDayOfWeek(language: Language, when: string): string {
  return formatter(language, { weekday: 'short' }).format(moment(when));
}

/** «март», `March`. */
export function formatMonthName(language: Language, when: string): string {
  return formatter(language, { month: 'long' }).format(moment(when));
}

/** «март 2023», `March 2023`. */
export function formatMonth(language: Language, when: string): string {
  return tidy(formatter(language, { month: 'long', year: 'numeric' }).format(moment(when)));
}

/** «дек. 2025», `Dec 2025`; of a month `2025-12`. */
export function formatShortMonth(language: Language, month: string): string {
  return tidy(formatter(language, { month: 'short', year: 'numeric' }).format(moment(`${month}-01`)));
}

const romanQuarters: Readonly<Record<string, string>> = { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' };

/** What a report is about: «октябрь 2026», «III квартал 2026»; `October 2026`, `Q3 2026`. Anything else stays as written. */
export function formatPeriod(language: Language, period: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return formatMonth(language, `${period}-01`);
  const [year = '', part = ''] = period.split('-');
  const quarter = romanQuarters[part];
  if (quarter === undefined) return period;
  return language === 'ru' ? `${quarter}\u00a0квартал\u00a0${year}` : `${part}\u00a0${year}`;
}

/** A value with its unit behind it: «31 %», «12 500 ₽». */
export function formatFigure(language: Language, value: string, unit: string): string {
  const number = formatDecimal(value, language);
  return unit === '' ? number : `${number}\u00a0${unit}`;
}

/** `11:42` in both languages. */
export function formatTime(when: string): string {
  const date = moment(when);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** «9–15 нояб.», «30 нояб. — 6 дек.», `Nov 9 – 15`. */
export function formatDayRange(language: Language, from: string, to: string, today: string): string {
  const sameYear = from.slice(0, 4) === today.slice(0, 4) && to.slice(0, 4) === today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  };
  const range = tidy(formatter(language, options).formatRange(moment(from), moment(to)));
  return language === 'ru' ? range.replace(/(?<=\s)–(?=\s)/, '—') : range;
}

/** Whole local days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  const day = (when: string) => Date.parse(`${when.length === 10 ? when : dayOf(new Date(when))}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

const dayForms = {
  en: { one: 'day', other: 'days' },
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
} as const;
const rules = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') } as const;

/** «4 дня», `4 days`. */
export function formatDayCount(language: Language, days: number): string {
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = dayForms[language];
  return `${days}\u00a0${forms[rules[language].select(days)] ?? dayForms[language].other}`;
}

const recent = { en: ['today', 'yesterday'], ru: ['сегодня', 'вчера'] } as const;

/** How long ago the last contact was: «сегодня», «вчера», «4 дня»; over the norm «31 дн., норма 14». */
export function formatLastContact(language: Language, days: number, norm: number | null): string {
  if (norm === null || days <= norm) return recent[language][days] ?? formatDayCount(language, days);
  return language === 'ru'
    ? `${days}\u00a0дн., норма\u00a0${norm}`
    : `${formatDayCount(language, days)}, norm\u00a0${norm}`;
}

/** «сегодня», «вчера», «4 дня назад». */
export function formatDaysAgo(language: Language, days: number): string {
  return recent[language][days] ?? `${formatDayCount(language, days)} ${language === 'ru' ? 'назад' : 'ago'}`;
}

const sizes = { en: ['bytes', 'KB', 'MB', 'GB'], ru: ['байт', 'КБ', 'МБ', 'ГБ'] } as const;

/** `1.4 MB`, «1,4 МБ». */
export function formatBytes(language: Language, bytes: number): string {
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: step === 0 ? 0 : 1 }).format(
    bytes / 1000 ** step,
  );
  return `${value}\u00a0${sizes[language][step] ?? ''}`;
}
