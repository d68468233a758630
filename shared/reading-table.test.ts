import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDay } from './calendar.ts';
import { formatDecimal, isDecimal } from './decimal.ts';
import { readTable } from './reading-table.ts';

const context = { today: '2026-11-26', unit: '%' };
const read = (text: string) => readTable(text, context);
const brief = (text: string) => read(text).readings.map(({ measuredOn, value, remark }) => [measuredOn, value, remark]);

describe('a line', () => {
  test.each([
    ['2026-11-12\t31', '2026-11-12', '31', ''],
    ['12.11.2026;31,5', '2026-11-12', '31.5', ''],
    ['12.11.26;31', '2026-11-12', '31', ''],
    ['2026-11-12,31.5', '2026-11-12', '31.5', ''],
    ['2026-11-12,"31,5"', '2026-11-12', '31.5', ''],
    ['2026-11-12,"1,234,567"', '2026-11-12', '1234567', ''],
    ['2026-11-12,"31,5",after the release', '2026-11-12', '31.5', 'after the release'],
    ['2026-11-12, 31, after the release', '2026-11-12', '31', 'after the release'],
    ['Nov 12, 2026,31', '2026-11-12', '31', ''],
    ['12 нояб. 2026;31 %;после выпуска', '2026-11-12', '31', 'после выпуска'],
    ['окт. 2026\t30,4\tчерновые данные', '2026-10-31', '30.4', 'черновые данные'],
    ['нояб. 2026\t31', '2026-11-26', '31', ''],
    ['Ноябрь 2026 г.;31', '2026-11-26', '31', ''],
    ['Oct 2026,30', '2026-10-31', '30', ''],
    ['2026-02;1 234,5', '2026-02-28', '1234.5', ''],
    ['2/2026;7', '2026-02-28', '7', ''],
    ['2026-11-12 00:00:00\t31', '2026-11-12', '31', ''],
    ['"2026-11-12";"31"', '2026-11-12', '31', ''],
  ])('%s', (line, measuredOn, value, remark) => {
    expect(brief(line)).toEqual([[measuredOn, value, remark]]);
  });

  test.each([
    ['вчера была встреча; 31', 'no_day'],
    ['12.11;31', 'no_day'],
    ['Nov 12, 31', 'no_day'],
    ['31.11.2026;31', 'no_day'],
    ['2026-13;31', 'no_day'],
    ['2026-11-12;много', 'no_value'],
    ['2026-11-12', 'no_value'],
    ['2026-11-12;12,500', 'two_ways'],
    ['2026-11-12;1.234', 'two_ways'],
    ['2026-11-12,12,500', 'two_ways'],
    ['2026-11-12,31,5', 'two_ways'],
    ['2026-11-12,31,2024', 'two_ways'],
    ['Nov 12, 2026, 31, 5', 'two_ways'],
    ['2026-11-27;31', 'future'],
    ['дек. 2026;31', 'future'],
  ])('%s is named', (line, problem) => {
    const { readings, unread } = read(`2026-01-01;1\n${line}`);
    expect(readings).toHaveLength(1);
    expect(unread).toEqual([{ line: 2, text: line, problem }]);
  });
});

test('a heading and empty lines are passed over, words further down are not', () => {
  const { readings, unread } = read('Месяц;Доля\n\nокт. 2026;30\n;;\nитого;слова\n');
  expect(readings).toMatchObject([{ line: 3, measuredOn: '2026-10-31' }]);
  expect(unread).toEqual([{ line: 5, text: 'итого;слова', problem: 'no_day' }]);
});

test('a day that comes twice is read once', () => {
  const { readings, unread } = read('2026-10-31\t1\r\nокт. 2026\t2');
  expect(readings).toMatchObject([{ value: '1' }]);
  expect(unread).toMatchObject([{ line: 2, problem: 'repeated' }]);
});

const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(context.today, -count));
const values = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => {
  const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}${whole}.${fraction}`;
});
const tables = fc.uniqueArray(fc.tuple(days, values), { selector: ([day]) => day, maxLength: 30 });

test('a table that was written out is read back whole, with any mark and in either language', () => {
  const ways = fc.constantFrom(
    ['\t', 'ru'] as const,
    [';', 'ru'] as const,
    ['\t', 'en'] as const,
    [';', 'en'] as const,
    [',', 'en'] as const,
  );
  fc.assert(
    fc.property(tables, ways, fc.boolean(), (rows, [mark, language], isRussianDay) => {
      const lines = rows.map(([day, value]) => {
        const written = isRussianDay ? day.split('-').toReversed().join('.') : day;
        return `${written}${mark}${formatDecimal(value, language)}`;
      });
      expect(read(lines.join('\n'))).toMatchObject({
        readings: rows.map(([measuredOn, value]) => ({ measuredOn, value: value === '-0.00' ? '0.00' : value })),
        unread: [],
      });
    }),
  );
});

test('whatever is pasted, each line is read or named, and what is read is a day and a decimal', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('2026-11-12', 'окт. 2026', '31,5', '"', '12.11'));
  const line = fc.tuple(cell, fc.constantFrom('\t', ';', ',', ', '), cell).map((cells) => cells.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { readings, unread } = read(lines.join('\n'));
      const numbers = [...readings, ...unread].map((each) => each.line);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { measuredOn, value } of readings) {
        expect(isDay(measuredOn) && measuredOn <= context.today).toBe(true);
        expect(isDecimal(value)).toBe(true);
      }
    }),
  );
});
