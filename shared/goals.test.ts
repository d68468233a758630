import { expect, test } from 'vitest';
import { mismatchOf } from './goals.ts';

test.each([
  ['', '', '', null],
  ['years', '', '', null],
  ['years', 'years', 'yes', null],
  ['years', 'half_year', '', 'horizons'],
  ['years', 'half_year', 'yes', 'horizons'],
  ['years', 'years', 'no', 'goals'],
  ['', '', 'no', 'goals'],
  ['years', 'year', 'no', 'both'],
])('ours %s, theirs %s, said to match: %s', (ourHorizon, theirHorizon, goalsMatch, mismatch) => {
  expect(mismatchOf({ ourHorizon, theirHorizon, goalsMatch })).toBe(mismatch);
});
