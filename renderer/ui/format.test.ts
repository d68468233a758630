import { expect, test } from 'vitest';
import {
  daysBetween,
  formatBytes,
  formatDay,
  formatDayRange,
  formatDaysAgo,
  formatLastContact,
  formatMonth,
  formatPeriod,
  formatShortDay,
  formatSince,
  formatWeekday,
} from './format.ts';

const today = '2026-11-23';
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

test.each([
  ['2026-11-23', '23 ноября', 'November 23'],
  ['2025-03-08', '8 марта 2025', 'March 8, 2025'],
])('%s in full: %s, %s', (day, russian, english) => {
  expect(plain(formatDay('ru', day, today))).toBe(russian);
  expect(plain(formatDay('en', day, today))).toBe(english);
});

test.each([
  ['2026-11-23', '23 нояб.', 'Nov 23'],
  ['2026-08-31', '31 авг.', 'Aug 31'],
  ['2025-08-31', '31 авг. 2025', 'Aug 31, 2025'],
  ['2025-05-01', '1 мая 2025', 'May 1, 2025'],
])('%s in short: %s, %s', (day, russian, english) => {
  expect(plain(formatShortDay('ru', day, today))).toBe(russian);
  expect(plain(formatShortDay('en', day, today))).toBe(english);
});

test('a day and its month never part at the end of a line', () => {
  expect(formatShortDay('ru', '2026-11-23', today)).toBe('23\u00a0нояб.');
});

test.each([
  ['2026-03-02', 'со 2 марта', 'since March 2'],
  ['2026-03-22', 'с 22 марта', 'since March 22'],
  ['2025-12-01', 'с 1 декабря 2025', 'since December 1, 2025'],
])('since %s: %s, %s', (day, russian, english) => {
  expect(plain(formatSince('ru', day, today))).toBe(russian);
  expect(plain(formatSince('en', day, today))).toBe(english);
});

test('the weekday comes first', () => {
  expect(plain(formatWeekday('ru', '2026-11-27', today))).toBe('пятница, 27 ноября');
  expect(plain(formatWeekday('en', '2026-11-27', today))).toBe('Friday, November 27');
});

test('a month stands alone with its year', () => {
  expect(plain(formatMonth('ru', '2023-03-10'))).toBe('март 2023');
  expect(plain(formatMonth('en', '2023-03-10'))).toBe('March 2023');
});

test('a range names the month once when it can', () => {
  expect(plain(formatDayRange('ru', '2026-11-09', '2026-11-15', today))).toBe('9–15 нояб.');
  expect(plain(formatDayRange('ru', '2026-11-30', '2026-12-06', today))).toBe('30 нояб. — 6 дек.');
  expect(plain(formatDayRange('en', '2026-11-30', '2026-12-06', today))).toBe('Nov 30 – Dec 6');
});

test('days are counted by the calendar', () => {
  expect(daysBetween('2026-10-23', '2026-11-23')).toBe(31);
  expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  expect(daysBetween(new Date(2026, 10, 22, 23, 59).toISOString(), '2026-11-23')).toBe(1);
});

test.each([
  [0, 14, 'сегодня', 'today'],
  [1, 14, 'вчера', 'yesterday'],
  [4, 14, '4 дня', '4 days'],
  [11, 14, '11 дней', '11 days'],
  [31, 14, '31 дн., норма 14', '31 days, norm 14'],
  [21, null, '21 день', '21 days'],
])('%d days since the last contact, norm %s: %s, %s', (days, norm, russian, english) => {
  expect(plain(formatLastContact('ru', days, norm))).toBe(russian);
  expect(plain(formatLastContact('en', days, norm))).toBe(english);
});

test('how long ago', () => {
  expect(plain(formatDaysAgo('ru', 22))).toBe('22 дня назад');
  expect(plain(formatDaysAgo('en', 1))).toBe('yesterday');
});

test('sizes are read by people', () => {
  expect(plain(formatBytes('ru', 1_437_000))).toBe('1,4 МБ');
  expect(plain(formatBytes('en', 812))).toBe('812 bytes');
});

test.each([
  ['2026-10', 'октябрь 2026', 'October 2026'],
  ['2026-Q4', 'IV квартал 2026', 'Q4 2026'],
  ['autumn', 'autumn', 'autumn'],
  ['2026-13', '2026-13', '2026-13'],
])('the period %s: %s, %s', (period, russian, english) => {
  expect(plain(formatPeriod('ru', period))).toBe(russian);
  expect(plain(formatPeriod('en', period))).toBe(english);
});
