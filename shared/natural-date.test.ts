import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, weekdayOf } from './calendar.ts';
import { parseNaturalDate } from './natural-date.ts';

/** A Monday. */
const now = { day: '2026-11-23', time: '11:42' };

function past(text: string): string | null {
  const found = parseNaturalDate(text, { now, bias: 'past' });
  return found === null ? null : `${found.day} ${found.time ?? '–'}`;
}

function future(text: string): string | null {
  return parseNaturalDate(text, { now, bias: 'future' })?.day ?? null;
}

describe('in the past', () => {
  test.each([
    ['сегодня', '2026-11-23 –'],
    ['Сегодня 9:30', '2026-11-23 09:30'],
    ['вчера', '2026-11-22 –'],
    ['вчера 15:00', '2026-11-22 15:00'],
    ['вчера в 15:00', '2026-11-22 15:00'],
    ['вчера, в 15', '2026-11-22 15:00'],
    ['Вчера в 3 часа дня', '2026-11-22 15:00'],
    ['вчера в 11 ночи', '2026-11-22 23:00'],
    ['вчера в 10 часов ночи', '2026-11-22 22:00'],
    ['вчера 12 ночи', '2026-11-22 00:00'],
    ['вчера 2 ночи', '2026-11-22 02:00'],
    ['позавчера 10.30', '2026-11-21 10:30'],
    ['позавчера в 9', '2026-11-21 09:00'],
    ['15:00 вчера', '2026-11-22 15:00'],
    ['15:00', '2026-11-23 15:00'],
    ['12.11', '2026-11-12 –'],
    ['12.11.', '2026-11-12 –'],
    ['12.11.2025', '2025-11-12 –'],
    ['12.11.24 18:00', '2024-11-12 18:00'],
    ['12.12', '2025-12-12 –'],
    ['12 ноября 10:30', '2026-11-12 10:30'],
    ['12 нояб.', '2026-11-12 –'],
    ['12\u00a0нояб. в 10:30', '2026-11-12 10:30'],
    ['1 декабря', '2025-12-01 –'],
    ['3 мая 2024 года', '2024-05-03 –'],
    ['в прошлый вторник', '2026-11-17 –'],
    ['прошлая среда 12:00', '2026-11-18 12:00'],
    ['во вторник', '2026-11-17 –'],
    ['понедельник', '2026-11-16 –'],
    ['пт 16:20', '2026-11-20 16:20'],
    ['3 дня назад', '2026-11-20 –'],
    ['неделю назад', '2026-11-16 –'],
    ['две недели назад', '2026-11-09 –'],
    ['месяц назад', '2026-10-23 –'],
    ['час назад', '2026-11-23 10:42'],
    ['полчаса назад', '2026-11-23 11:12'],
    ['20 минут назад', '2026-11-23 11:22'],
    ['12 часов назад', '2026-11-22 23:42'],
    ['сейчас', '2026-11-23 11:42'],
    ['вчера утром', '2026-11-22 10:00'],
    ['вчера днём', '2026-11-22 14:00'],
    ['в среду вечером', '2026-11-18 19:00'],
    ['вчера вечером в 8', null],
    ['this morning', '2026-11-23 10:00'],
    ['yesterday evening', '2026-11-22 19:00'],
    ['last night', '2026-11-22 19:00'],
    ['Last evening', '2026-11-22 19:00'],
    ['Monday afternoon', '2026-11-16 14:00'],
    ['monday 10:30', '2026-11-16 10:30'],
    ['через неделю', '2026-11-30 –'],
    ['через неделю в 10:00', '2026-11-30 10:00'],
    ['через час', '2026-11-23 12:42'],
    ['через полчаса', '2026-11-23 12:12'],
    ['in 2 hours', '2026-11-23 13:42'],
    ['in half an hour', '2026-11-23 12:12'],
    ['29 февраля', '2024-02-29 –'],
    ['2026-11-20', '2026-11-20 –'],
    ['2026-11-20T09:05', '2026-11-20 09:05'],
    ['2026-11-20 9:05', '2026-11-20 09:05'],
    ['today', '2026-11-23 –'],
    ['Yesterday 3pm', '2026-11-22 15:00'],
    ['yesterday at 3:30 pm', '2026-11-22 15:30'],
    ['yesterday at noon', '2026-11-22 12:00'],
    ['last Tuesday', '2026-11-17 –'],
    ['last Tuesday 3pm', '2026-11-17 15:00'],
    ['tomorrow', '2026-11-24 –'],
    ['Tuesday 10:00', '2026-11-17 10:00'],
    ['12 Nov', '2026-11-12 –'],
    ['Nov 12', '2026-11-12 –'],
    ['November 12th, 2025', '2025-11-12 –'],
    ['12th of November 9am', '2026-11-12 09:00'],
    ['3 days ago', '2026-11-20 –'],
    ['a week ago', '2026-11-16 –'],
    ['an hour ago', '2026-11-23 10:42'],
    ['12am', '2026-11-23 00:00'],
    ['now', '2026-11-23 11:42'],
  ])('%s is %s', (text, expected) => {
    expect(past(text)).toBe(expected);
  });
});

describe('in the future', () => {
  test.each([
    ['завтра', '2026-11-24'],
    ['послезавтра', '2026-11-25'],
    ['пятница', '2026-11-27'],
    ['в пятницу', '2026-11-27'],
    ['понедельник', '2026-11-30'],
    ['в следующую среду', '2026-12-02'],
    ['в эту среду', '2026-11-25'],
    ['27 ноября', '2026-11-27'],
    ['27 нояб.', '2026-11-27'],
    ['20 ноября', '2026-11-20'],
    ['12.01', '2027-01-12'],
    ['через неделю', '2026-11-30'],
    ['через 3 дня', '2026-11-26'],
    ['через два месяца', '2027-01-23'],
    ['конца недели', '2026-11-27'],
    ['конца месяца', '2026-11-30'],
    ['29 февраля', '2028-02-29'],
    ['tomorrow', '2026-11-24'],
    ['Thursday', '2026-11-26'],
    ['next Thursday', '2026-12-03'],
    ['Nov 27', '2026-11-27'],
    ['Jan 5', '2027-01-05'],
    ['2026-11-27', '2026-11-27'],
    ['in 3 days', '2026-11-26'],
    ['in a week', '2026-11-30'],
    ['end of the month', '2026-11-30'],
  ])('%s is %s', (text, expected) => {
    expect(future(text)).toBe(expected);
  });
});

describe('not a date', () => {
  test.each([
    '',
    ' ',
    'привет',
    'hello there',
    '12',
    '31.02',
    '31 июня',
    '2026-02-30',
    '12.13',
    '25:00',
    '12:75',
    '15 pm',
    'вчера вечером долго говорили',
    'вчера 15:00 и завтра',
    'may be',
    'маяк',
    'среднее',
    'monday-ish plan',
    '3.5',
    'назад',
    'ago',
  ])('%j', (text) => {
    expect(past(text)).toBeNull();
    expect(future(text)).toBeNull();
  });
});

describe('for any day', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2023-01-01', offset));
  const anyBias = fc.constantFrom('past' as const, 'future' as const);

  test('a written day is read back, in every spelling with a year', () => {
    const russian = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
    const english = 'Jan Feb March Apr May June July Aug Sept October Nov December'.split(' ');
    fc.assert(
      fc.property(anyDay, anyDay, anyBias, (day, today, bias) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const index = Number(month) - 1;
        const spellings = [
          day,
          `${Number(date)}.${month}.${year}`,
          `${Number(date)} ${russian[index]} ${year}`,
          `${english[index]} ${Number(date)}, ${year}`,
        ];
        for (const spelling of spellings) {
          const found = parseNaturalDate(`${spelling} 07:05`, { now: { day: today, time: '00:00' }, bias });
          expect(found, spelling).toEqual({ day, time: '07:05' });
        }
      }),
    );
  });

  test('a day without a year stays on the side of the bias', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        const text = `${Number(day.slice(8))}.${day.slice(5, 7)}`;
        const before = parseNaturalDate(text, { now: { day: today, time: '00:00' }, bias: 'past' });
        const after = parseNaturalDate(text, { now: { day: today, time: '00:00' }, bias: 'future' });
        expect(before !== null && before.day <= today).toBe(true);
        expect(after !== null && daysBetween(today, after.day) >= -120).toBe(true);
      }),
    );
  });

  test('a weekday is within a week and is that weekday', () => {
    const names = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 6 }), anyBias, (today, index, bias) => {
        const found = parseNaturalDate(names[index] ?? '', { now: { day: today, time: '00:00' }, bias });
        const distance = daysBetween(today, found?.day ?? today) * (bias === 'past' ? -1 : 1);
        expect(distance >= 1 && distance <= 7).toBe(true);
        expect(weekdayOf(found?.day ?? today)).toBe(index + 1);
      }),
    );
  });

  test('any text gives null or a real day', () => {
    const pieces = fc.constantFrom(
      'вчера',
      '12',
      '.',
      '11',
      ' ',
      '15:00',
      'pm',
      'в',
      'вт',
      'next',
      'мая',
      ',',
      '0',
      '99',
      'ё',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), anyDay, anyBias, (parts, today, bias) => {
        const found = parseNaturalDate(parts.join(''), { now: { day: today, time: '12:00' }, bias });
        if (found === null) return;
        expect(isDay(found.day)).toBe(true);
        expect(found.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
      { numRuns: 500 },
    );
  });
});
