import type { Day, WorkCalendar } from '../calendar.ts';
import type { Words } from '../language.ts';

export interface ShippedCalendar extends WorkCalendar {
  /** What is known to be missing, from this year on. */
  readonly gap?: { readonly fromYear: number; readonly note: Words };
}

type DayTable = WorkCalendar['days'];

/** Days of one year written as `MM-DD MM-DD …`. */
function year(kind: 'holiday' | 'working', number: number, days: string): DayTable {
  const entries = days.split(' ').map((day): [Day, 'holiday' | 'working'] => [`${number}-${day}`, kind]);
  return Object.fromEntries(entries);
}

export const weekdaysCalendar: ShippedCalendar = {
  code: 'weekdays',
  label: { en: 'Monday to Friday, no holidays', ru: 'С понедельника по пятницу, без праздников' },
  weekend: [6, 7],
  days: {},
};

/**
 * Russia: Labour Code, article 112. Transfers of days off: 2025 by government decree No. 1335 of 4 October 2024 (so that
 * Saturday 1 November was a working day), 2026 by decree No. 1466 of 24 September 2025. 2027 and 2028 hold what the code
 * itself gives: the holidays and the Monday after a holiday on a weekend; the two January weekend days that the
 * government moves each year have to be added when its decree is out.
 */
export const russiaCalendar: ShippedCalendar = {
  code: 'ru',
  label: { en: 'Russia', ru: 'Россия' },
  weekend: [6, 7],
  gap: {
    fromYear: 2027,
    note: {
      en: 'These are the holidays by the Labour Code. The days that the government moves each year are not in yet: press them in the year, or import a calendar file.',
      ru: 'Здесь праздники по Трудовому кодексу. Дни, которые каждый год переносит правительство, ещё не внесены: отметьте их в году или загрузите файл календаря.',
    },
  },
  days: {
    ...year('holiday', 2025, '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-02 05-08 05-09'),
    ...year('holiday', 2025, '06-12 06-13 11-03 11-04 12-31'),
    ...year('working', 2025, '11-01'),
    ...year('holiday', 2026, '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09 02-23 03-08 03-09 05-01 05-09'),
    ...year('holiday', 2026, '05-11 06-12 11-04 12-31'),
    ...year('holiday', 2027, '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-03 05-09 05-10'),
    ...year('holiday', 2027, '06-12 06-14 11-04'),
    ...year('holiday', 2028, '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'),
    ...year('holiday', 2028, '11-06'),
  },
};

/** England and Wales: bank holidays under the Banking and Financial Dealings Act 1971, with their substitute days. */
export const englandCalendar: WorkCalendar = {
  code: 'gb-eng',
  label: { en: 'England and Wales', ru: 'Англия и Уэльс' },
  weekend: [6, 7],
  days: {
    ...year('holiday', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'),
    ...year('holiday', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'),
    ...year('holiday', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'),
    ...year('holiday', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'),
  },
};

/** United States: federal holidays under 5 U.S.C. 6103, on the day they are observed (31 December 2027 is for 2028). */
export const unitedStatesCalendar: WorkCalendar = {
  code: 'us',
  label: { en: 'United States, federal', ru: 'США, федеральные праздники' },
  weekend: [6, 7],
  days: {
    ...year('holiday', 2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'),
    ...year('holiday', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'),
    ...year('holiday', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'),
    ...year('holiday', 2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'),
  },
};

export const calendars: readonly ShippedCalendar[] = [
  weekdaysCalendar,
  russiaCalendar,
  englandCalendar,
  unitedStatesCalendar,
];
