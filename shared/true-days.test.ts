import { expect, test } from 'vitest';
import { trueDays } from './true-days.ts';

const march = (...days: readonly number[]) => days.map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const later = '2027-04-09';
const today = '2026-03-09';

test('a clock that was never wrong is believed', () => {
  expect(trueDays(march(2, 3, 3, 7), today)).toEqual(march(2, 3, 3, 7));
  expect(trueDays([], today)).toEqual([]);
});

test('what was done while the clock ran ahead happened on the day before it was set wrong', () => {
  expect(trueDays([...march(2, 3), later, ...march(4, 5)], today)).toEqual(march(2, 3, 3, 4, 5));
});

test('so did what was done while it was behind', () => {
  expect(trueDays(march(2, 3, 6, 4, 6, 9), today)).toEqual(march(2, 3, 6, 6, 6, 9));
});

test('a clock that was wrong at first is not believed', () => {
  expect(trueDays([later, ...march(4, 5)], today)).toEqual(march(4, 4, 5));
});

test('days that have not come are not believed, however many the clock told in a row', () => {
  const ahead = ['2027-04-09', '2027-04-10', '2027-04-11', '2027-04-12'];
  expect(trueDays([...march(2, 3), ...ahead, ...march(4)], today)).toEqual(march(2, 3, 3, 3, 3, 3, 4));
  expect(trueDays([...march(2, 3), ...ahead], today)).toEqual(march(2, 3, 3, 3, 3, 3));
  expect(trueDays([...ahead, ...march(4)], today)).toEqual(march(4, 4, 4, 4, 4));
  expect(trueDays(ahead, today)).toEqual(march(9, 9, 9, 9));
  // Once they have come nobody can tell.
  expect(trueDays([...march(2, 3), ...ahead], '2027-04-12')).toEqual([...march(2, 3), ...ahead]);
});
