import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { averageSince, tenure, tenureInWords } from './tenure.ts';

const today = '2026-11-23';

/** Tests are easier to read with plain spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('tenure', () => {
  test.each([
    ['2026-11-23', '1 день', '1 day'],
    ['2026-11-22', '1 день', '1 day'],
    ['2026-11-21', '2 дня', '2 days'],
    ['2026-11-14', '9 дней', '9 days'],
    ['2026-11-02', '21 день', '21 days'],
    ['2026-10-24', '30 дней', '30 days'],
    ['2026-10-23', '4 недели', '4 weeks'],
    ['2026-10-18', '5 недель', '5 weeks'],
    ['2026-08-24', '13 недель', '13 weeks'],
    ['2026-08-23', '3 мес.', '3 mo'],
    ['2026-04-20', '7 мес.', '7 mo'],
    ['2025-11-24', '11 мес.', '11 mo'],
    ['2025-11-23', '1 г.', '1 yr'],
    ['2022-09-10', '4 г. 2 мес.', '4 yr 2 mo'],
    ['2021-02-01', '5 л. 9 мес.', '5 yr 9 mo'],
    ['2020-11-23', '6 л.', '6 yr'],
    ['2015-11-01', '11 л.', '11 yr'],
    ['2014-10-01', '12 л. 1 мес.', '12 yr 1 mo'],
    ['2005-11-01', '21 г.', '21 yr'],
    ['2002-11-01', '24 г.', '24 yr'],
    ['2001-11-01', '25 л.', '25 yr'],
    ['2026-12-31', '1 день', '1 day'],
  ])('since %s is %s, %s', (since, russian, english) => {
    expect(plain(tenure(since, today, 'ru'))).toBe(russian);
    expect(plain(tenure(since, today, 'en'))).toBe(english);
  });

  test('keeps the number on the line of its unit', () => {
    expect(tenure('2022-09-10', today, 'ru')).toBe('4\u00a0г. 2\u00a0мес.');
    expect(tenure('2022-09-10', today, 'en')).toBe('4\u00a0yr 2\u00a0mo');
  });

  test('counts a month from the 31st to the end of a shorter month', () => {
    expect(plain(tenure('2026-01-31', '2026-02-28', 'ru'))).toBe('4 недели');
    expect(plain(tenure('2026-01-31', '2026-02-27', 'ru'))).toBe('27 дней');
    expect(plain(tenure('2024-02-29', '2025-02-28', 'en'))).toBe('1 yr');
  });

  test('never says zero or less, for any two days', () => {
    const day = fc.integer({ min: -20_000, max: 20_000 }).map((offset) => addDays(today, offset));
    fc.assert(
      fc.property(day, day, fc.constantFrom('en' as const, 'ru' as const), (since, until, language) => {
        expect(tenure(since, until, language)).toMatch(/^[1-9]/);
        expect(tenure(since, until, language)).not.toMatch(/\b0/);
      }),
    );
  });
});

describe('tenureInWords', () => {
  test.each([
    ['2020-10-20', 'шесть лет и один месяц', 'six years and one month'],
    ['2025-11-01', 'один год', 'one year'],
    ['2022-09-10', 'четыре года и два месяца', 'four years and two months'],
    ['2021-02-01', 'пять лет и девять месяцев', 'five years and nine months'],
    ['2005-11-01', 'двадцать один год', 'twenty-one years'],
    ['1996-11-01', 'тридцать лет', 'thirty years'],
    ['2026-04-20', 'семь месяцев', 'seven months'],
    ['2026-10-18', 'пять недель', 'five weeks'],
    ['2026-11-02', 'двадцать один день', 'twenty-one days'],
    ['1826-11-01', '200 лет', '200 years'],
  ])('since %s is %s, %s', (since, russian, english) => {
    expect(plain(tenureInWords(since, today, 'ru'))).toBe(russian);
    expect(tenureInWords(since, today, 'en')).toBe(english);
  });
});

describe('averageSince', () => {
  test('is the day in the middle', () => {
    expect(averageSince(['2024-11-23', '2022-11-23'], today)).toBe('2023-11-23');
    expect(averageSince([], today)).toBeNull();
  });

  test('counts a start in the future as today', () => {
    expect(averageSince(['2027-01-01'], today)).toBe(today);
  });
});
