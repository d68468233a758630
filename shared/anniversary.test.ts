import { expect, test } from 'vitest';
import { nextAnniversary } from './anniversary.ts';

test.each([
  ['2022-09-20', '2026-11-26', { years: 5, on: '2027-09-20', inDays: 298 }],
  ['2022-11-26', '2026-11-26', { years: 4, on: '2026-11-26', inDays: 0 }],
  ['2022-11-27', '2026-11-26', { years: 4, on: '2026-11-27', inDays: 1 }],
  ['2026-11-20', '2026-11-26', { years: 1, on: '2027-11-20', inDays: 359 }],
  ['2024-02-29', '2026-02-28', { years: 2, on: '2026-02-28', inDays: 0 }],
  ['2024-02-29', '2027-03-01', { years: 4, on: '2028-02-29', inDays: 365 }],
])('since %s, seen on %s', (since, today, anniversary) => {
  expect(nextAnniversary(since, today)).toEqual(anniversary);
});
