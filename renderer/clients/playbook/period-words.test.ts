import { expect, test } from 'vitest';
import { periodWords } from './period-words.ts';

test.each([
  ['2026-10', 'October 2026', 'октябрь 2026'],
  ['2026-Q4', 'Q4 2026', 'IV квартал 2026'],
  ['autumn', 'autumn', 'autumn'],
])('%s is read as %s', (period, english, russian) => {
  expect(periodWords('en', period).replaceAll('\u00a0', ' ')).toBe(english);
  expect(periodWords('ru', period).replaceAll('\u00a0', ' ')).toBe(russian);
});
