import type { Day, WorkCalendar } from '../calendar.ts';
import type { Words } from '../language.ts';

// What the days off of the calendars that ship are called.

const words = (en: string, ru: string): Words => ({ en, ru });

const newYear = words('New Year’s Day', 'Новый год');
const christmas = words('Christmas Day', 'Рождество');

const winterHolidays = words('New Year holidays', 'Новогодние каникулы');
const russian: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '08'].map((day) => [`01-${day}`, winterHolidays])),
  '01-07': words('Orthodox Christmas', 'Рождество Христово'),
  '02-23': words('Defender of the Fatherland Day', 'День защитника Отечества'),
  '03-08': words('International Women’s Day', 'Международный женский день'),
  '05-01': words('Spring and Labour Day', 'Праздник Весны и Труда'),
  '05-09': words('Victory Day', 'День Победы'),
  '06-12': words('Russia Day', 'День России'),
  '11-04': words('Unity Day', 'День народного единства'),
};
const movedOff = words('moved day off', 'перенесённый выходной');
const movedWork = words('worked instead of another day', 'рабочий день вместо другого');

const english: readonly Words[] = [
  newYear,
  words('Good Friday', 'Страстная пятница'),
  words('Easter Monday', 'Пасхальный понедельник'),
  words('Early May bank holiday', 'Майский праздник'),
  words('Spring bank holiday', 'Весенний праздник'),
  words('Summer bank holiday', 'Летний праздник'),
  christmas,
  words('Boxing Day', 'День подарков'),
];

/** By the month, or by the half of it where a month has two. */
const american: Readonly<Record<string, Words>> = {
  '01 first': newYear,
  '01 second': words('Martin Luther King Jr. Day', 'День Мартина Лютера Кинга'),
  '02 second': words('Washington’s Birthday', 'День рождения Вашингтона'),
  '05 second': words('Memorial Day', 'День памяти'),
  '06 second': words('Juneteenth', 'Джунтинт'),
  '07 first': words('Independence Day', 'День независимости'),
  '09 first': words('Labor Day', 'День труда'),
  '10 first': words('Columbus Day', 'День Колумба'),
  '11 first': words('Veterans Day', 'День ветеранов'),
  '11 second': words('Thanksgiving Day', 'День благодарения'),
  '12 second': christmas,
};

/** Of a day that a calendar that ships names an exception; null where it has no name. */
export function dayNameIn(calendar: Pick<WorkCalendar, 'code' | 'days'>, day: Day): Words | null {
  const kind = calendar.days[day];
  if (kind === undefined) return null;
  const date = day.slice(5);
  switch (calendar.code) {
    case 'ru':
      return kind === 'working' ? movedWork : (russian[date] ?? movedOff);
    case 'gb-eng': {
      const year = Object.keys(calendar.days).filter((each) => each.startsWith(day.slice(0, 4)));
      return english[year.toSorted().indexOf(day)] ?? null;
    }
    case 'us':
      if (date === '12-31') return newYear;
      // Veterans Day is kept on the 10th, 11th or 12th; Columbus Day between the 8th and the 14th.
      return american[`${date.slice(0, 2)} ${Number(date.slice(3)) <= 14 ? 'first' : 'second'}`] ?? null;
    default:
      return null;
  }
}
