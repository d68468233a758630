import { expect, test } from 'vitest';
import { asksToComeBack, endsBeforeStart, isTimeToCompare, type TrialFacts, trialState } from './trial.ts';

const today = '2026-11-23';
const none = { verdict: '', givenOn: null };
const yes = { verdict: 'yes', givenOn: today };
const trial = (more: Partial<TrialFacts>): TrialFacts => ({
  startedOn: '2026-11-02',
  endsOn: '2026-11-30',
  ours: none,
  theirs: none,
  ...more,
});

test.each([
  ['ahead', { startedOn: '2026-11-24' }],
  ['running', {}],
  ['running', { endsOn: today }],
  ['running', { endsOn: null, ours: yes }],
  ['awaits_verdict', { endsOn: '2026-11-22', ours: yes }],
  ['decided', { startedOn: '2026-11-24', ours: yes, theirs: yes }],
] as const)('a trial is %s: %o', (state, more) => {
  expect(trialState(trial(more), today)).toBe(state);
});

test('the first impression comes back on the last day, or with the first verdict', () => {
  expect(isTimeToCompare(trial({}), today)).toBe(false);
  expect(isTimeToCompare(trial({ endsOn: today }), today)).toBe(true);
  expect(isTimeToCompare(trial({ theirs: yes }), today)).toBe(true);
});

test('“not now” of either side asks for a day', () => {
  expect(asksToComeBack({ ours: yes, theirs: { verdict: 'not_now', givenOn: null } })).toBe(true);
  expect(asksToComeBack({ ours: yes, theirs: none })).toBe(false);
});

test('a trial may end on the day it began and not before', () => {
  expect(endsBeforeStart({ startedOn: today, endsOn: today })).toBe(false);
  expect(endsBeforeStart({ startedOn: today, endsOn: '2026-11-22' })).toBe(true);
});
