import { expect, test } from 'vitest';
import { dayOfTerm, snoozeTerms } from './snooze-days.ts';

test.each([
  ['2026-11-23', ['2026-11-24', '2026-11-30', '2026-12-07', '2026-12-21', '2027-01-18']],
  ['2026-11-29', ['2026-11-30', '2026-11-30', '2026-12-13', '2026-12-27', '2027-01-24']],
])('from %s on', (today, days) => {
  expect(snoozeTerms.map((term) => dayOfTerm(term, today))).toEqual(days);
});
