import { expect, test } from 'vitest';
import { dayInState } from './asset-day.ts';

const today = '2026-11-25';

test.each([
  ['not_started', '2026-11-30', 'transferring', '2026-11-30'],
  ['waiting_for_client', null, 'transferring', null],
  ['transferring', '2026-11-30', 'transferred', today],
  ['transferred', '2026-11-20', 'transferred', '2026-11-20'],
  ['transferred', '2026-11-20', 'revoked', today],
  ['revoked', '2026-11-20', 'verified', today],
  ['transferred', '2026-11-20', 'transferring', null],
  ['verified', '2026-11-20', 'not_started', null],
])('%s with the day %s becomes %s: %s', (before, stateOn, after, expected) => {
  expect(dayInState({ state: before, stateOn }, after, today)).toBe(expected);
});
