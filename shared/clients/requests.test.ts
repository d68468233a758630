import { expect, test } from 'vitest';
import { isToBeAskedAgain } from './intent.ts';
import { isSuccess, mayBeRefused } from './requests.ts';

test('a request without an option cannot be refused', () => {
  expect(mayBeRefused({ options: [] })).toBe(false);
  expect(mayBeRefused({ options: ['a table by mail'] })).toBe(true);
});

test('partly is a success', () => {
  expect(['met', 'partly', 'no', ''].map(isSuccess)).toEqual([true, true, false, false]);
});

test('an intent is asked again after 180 days', () => {
  expect(isToBeAskedAgain('2026-05-27', '2026-11-23')).toBe(false);
  expect(isToBeAskedAgain('2026-05-26', '2026-11-23')).toBe(true);
});
