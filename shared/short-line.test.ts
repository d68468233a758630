import { expect, test } from 'vitest';
import { shortLine } from './short-line.ts';

test('a line that fits stays, and of a longer one the beginning is told with an ellipsis', () => {
  expect(shortLine('Договор', 7)).toBe('Договор');
  expect(shortLine('Договор на год', 10)).toBe('Договор н…');
  expect(shortLine('Договор на год', 9)).toBe('Договор…');
});

test('no letter is cut in two', () => {
  expect(shortLine('ab😀cd', 4)).toBe('ab…');
  expect(shortLine('abe\u0301cd', 4)).toBe('ab…');
  expect(shortLine(`a${'\u0301'.repeat(100)}`, 10)).toBe(`a${'\u0301'.repeat(8)}…`);
});
