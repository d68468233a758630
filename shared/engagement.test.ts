import { expect, test } from 'vitest';
import { engagementProblem, isRunning, runningSince } from './engagement.ts';

const today = '2026-11-26';

test('work begins when it begins and does not end before that', () => {
  expect(engagementProblem({ startOn: '2026-11-27', endOn: null }, today)).toBe('starts_ahead');
  expect(engagementProblem({ startOn: '2026-11-20', endOn: '2026-11-19' }, today)).toBe('ends_before');
  expect(engagementProblem({ startOn: today, endOn: today }, today)).toBeNull();
  expect(engagementProblem({ startOn: today, endOn: '2027-12-31' }, today)).toBeNull();
});

test('it runs to its last day', () => {
  expect(isRunning({ startOn: '2026-01-01', endOn: today }, today)).toBe(true);
  expect(isRunning({ startOn: '2026-01-01', endOn: '2026-11-25' }, today)).toBe(false);
  expect(isRunning({ startOn: '2026-01-01', endOn: null }, today)).toBe(true);
});

test('work has been going on since the last break', () => {
  const stretch = (startOn: string, endOn: string | null) => ({ startOn, endOn });
  expect(runningSince([], today)).toBeNull();
  expect(runningSince([stretch('2022-01-01', '2026-03-01')], today)).toBeNull();
  expect(runningSince([stretch('2026-10-20', null), stretch('2022-01-01', '2026-03-01')], today)).toBe('2026-10-20');
  expect(runningSince([stretch('2022-01-01', '2026-10-31'), stretch('2026-11-01', null)], today)).toBe('2022-01-01');
  expect(runningSince([stretch('2022-01-01', null), stretch('2026-01-01', '2026-02-01')], today)).toBe('2022-01-01');
});
