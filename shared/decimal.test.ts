import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, formatDecimal, isDecimal, readDecimal, readsTwoWays, subtract } from './decimal.ts';

const decimals = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    fc.option(fc.stringMatching(/^\d{1,10}$/), { nil: undefined }),
  )
  .map(
    ([isNegative, whole, fraction]) =>
      `${isNegative ? '-' : ''}${whole}${fraction === undefined ? '' : `.${fraction}`}`,
  )
  .filter(isDecimal);

test.each([
  ['31', '31'],
  ['31,5', '31.5'],
  ['31.50', '31.50'],
  ['31 %', '31'],
  ['−4,2\u00a0п. п.', '-4.2'],
  ['+7', '7'],
  ['1 234 567,5', '1234567.5'],
  ['1,234,567', '1234567'],
  ['1.234.567,8', '1234567.8'],
  ['12,345.6', '12345.6'],
  ['12 500 ₽', '12500'],
  ['$12', '12'],
  ['007', '7'],
  [',5', '0.5'],
  ['-0', '0'],
  ['-0,0', '0.0'],
])('%s is read as %s', (written, value) => {
  expect(readDecimal(written)).toBe(value);
});

test.each([
  '',
  ' ',
  '-',
  'many',
  '3 1',
  '1,2,3',
  '1.2,3,4',
  '12 3456',
  '1e5',
  '31,5,',
  '0x10',
  '1'.repeat(16),
  `0,${'1'.repeat(11)}`,
])('“%s” is no number', (written) => {
  expect(readDecimal(written)).toBeNull();
});

test.each([
  ['12,500', true],
  ['1.234 ₽', true],
  ['\u2212123,456', true],
  ['0,125', false],
  ['12,50', false],
  ['1234,500', false],
  ['1,234,567', false],
  ['12 500', false],
])('whether “%s” may be thousands as well as a fraction: %s', (written, answer) => {
  expect(readsTwoWays(written)).toBe(answer);
});

test('the unit of the figure may stand behind it', () => {
  expect(readDecimal('12,5 дня', 'дня')).toBe('12.5');
  expect(readDecimal('12,5 дня')).toBeNull();
});

test('what is shown in either language is read as the same number', () => {
  fc.assert(
    fc.property(decimals, fc.constantFrom('ru' as const, 'en' as const), (value, language) => {
      expect(readDecimal(formatDecimal(value, language))).toBe(value);
    }),
  );
});

test('whatever is typed gives an exact decimal or none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d., +−-]{0,12}$/), (written) => {
      const value = readDecimal(written);
      expect(value === null || isDecimal(value)).toBe(true);
    }),
  );
});

test('differences are exact', () => {
  expect(subtract('0.3', '0.1')).toBe('0.2');
  expect(subtract('31', '27.0')).toBe('4');
  expect(subtract('999999999999999.9', '-0.1')).toBe('1000000000000000');
  expect(compare('2.10', '2.1')).toBe(0);
  expect(compare('-3', '2')).toBe(-1);
  fc.assert(
    fc.property(decimals, decimals, (one, other) => {
      expect(compare(one, other)).toBe(compare(other, one) === 0 ? 0 : -compare(other, one));
      expect(subtract(one, one)).toBe('0');
    }),
  );
});
