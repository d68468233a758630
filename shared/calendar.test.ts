import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  isDay,
  isWorkingDay,
  nextWorkingDay,
  weekdayOf,
  type Day,
  type WorkCalendar,
} from './calendar.ts';
import {
  calendars,
  englandCalendar,
  russiaCalendar,
  unitedStatesCalendar,
  weekdaysCalendar,
} from './content/calendars.ts';

const anyDay = fc.integer({ min: -3000, max: 6000 }).map((offset) => addDays('2024-02-28', offset));
const anyCalendar = fc.constantFrom(...calendars);

function daysOfYear(year: number): readonly Day[] {
  const first = `${year}-01-01`;
  return Array.from({ length: daysBetween(first, `${year + 1}-01-01`) }, (_, index) => addDays(first, index));
}

function workingDays(calendar: WorkCalendar, year: number): number {
  return daysOfYear(year).filter((day) => isWorkingDay(calendar, day)).length;
}

describe('days', () => {
  test.each([
    ['2026-11-27', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11-27T00:00', false],
    ['', false],
    [20261127, false],
    [null, false],
  ])('%s is a day: %s', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });

  test.each([
    ['2026-11-23', 1],
    ['2026-11-27', 5],
    ['2026-11-29', 7],
    ['2023-12-31', 7],
    ['1999-12-31', 5],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const other = addDays(day, count);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(count);
        expect(other < day).toBe(count < 0);
      }),
    );
  });
});

describe('working days', () => {
  test('next is the nearest one', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const next = nextWorkingDay(calendar, day);
        expect(isWorkingDay(calendar, next)).toBe(true);
        for (let between = day; between < next; between = addDays(between, 1)) {
          expect(isWorkingDay(calendar, between)).toBe(false);
        }
      }),
    );
  });

  test('a calendar without working days is refused instead of searched for ever', () => {
    const never: WorkCalendar = { ...weekdaysCalendar, code: 'never', weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => nextWorkingDay(never, '2026-11-23')).toThrow('never');
  });
});

describe('tables', () => {
  test('hold real days of 2025 to 2028', () => {
    for (const calendar of calendars) {
      for (const day of Object.keys(calendar.days)) {
        expect(isDay(day) && day >= '2025' && day < '2029', `${calendar.code} ${day}`).toBe(true);
      }
    }
  });

  // The official production calendars count 247 working days in 2025 and 247 in 2026.
  test.each([
    [russiaCalendar, 2025, 247],
    [russiaCalendar, 2026, 247],
    [englandCalendar, 2025, 253],
    [englandCalendar, 2026, 253],
    [englandCalendar, 2027, 253],
    [englandCalendar, 2028, 252],
    [unitedStatesCalendar, 2025, 250],
    [unitedStatesCalendar, 2026, 250],
    [unitedStatesCalendar, 2027, 249],
    [unitedStatesCalendar, 2028, 250],
  ])('%# counts the working days of %i', (calendar, year, expected) => {
    expect(workingDays(calendar, year)).toBe(expected);
  });

  test('substitute days fall on weekdays: no table holiday of the English-speaking calendars is a weekend', () => {
    for (const calendar of [englandCalendar, unitedStatesCalendar]) {
      expect(Object.keys(calendar.days).filter((day) => weekdayOf(day) > 5)).toEqual([]);
    }
  });

  test.each([
    ['2025-11-01', true],
    ['2025-11-03', false],
    ['2025-12-31', false],
    ['2026-01-09', false],
    ['2026-01-12', true],
    ['2026-02-23', false],
    ['2026-03-09', false],
    ['2026-05-11', false],
    ['2026-11-04', false],
    ['2026-11-05', true],
    ['2026-12-31', false],
    ['2027-05-03', false],
    ['2027-06-14', false],
    ['2028-11-06', false],
  ])('in Russia %s is worked: %s', (day, expected) => {
    expect(isWorkingDay(russiaCalendar, day)).toBe(expected);
  });

  test.each([
    [englandCalendar, '2026-04-03', false],
    [englandCalendar, '2026-12-28', false],
    [englandCalendar, '2027-12-27', false],
    [unitedStatesCalendar, '2026-07-03', false],
    [unitedStatesCalendar, '2026-11-26', false],
    [unitedStatesCalendar, '2027-12-31', false],
    [weekdaysCalendar, '2026-01-01', true],
  ])('%# %s', (calendar, day, expected) => {
    expect(isWorkingDay(calendar, day)).toBe(expected);
  });
});
