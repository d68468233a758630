import { describe, expect, test } from 'vitest';
import type { HealthReason } from '../contract/client-health.ts';
import { type Doubt, doubtEntries } from './doubts.ts';

const flag: HealthReason = {
  code: 'flag',
  markId: 'slow',
  signal: 'R-SLOW',
  evidence: 'Два дня',
  isCritical: false,
  points: -8,
};
const noStep: HealthReason = { code: 'next_step', points: -5, isUnknown: false, dueOn: null, taskId: null };
const quiet: HealthReason = { code: 'rhythm', points: -8, isUnknown: false, days: 31, norm: 14 };
const unasked: HealthReason = {
  code: 'intent',
  points: 0,
  isUnknown: true,
  answer: '',
  days: null,
  norm: 180,
  checkId: null,
};

const doubt = (...reasons: readonly HealthReason[]): Doubt => ({ verdict: 'watch', reasons, language: 'ru' });
const subjectsOf = (of: Doubt | undefined) => doubtEntries(of).map(({ subject }) => subject);

describe('a client in doubtful health', () => {
  test('waits for its worst reason alone, in the words of the client', () => {
    expect(doubtEntries(doubt(flag, noStep))).toEqual([
      {
        subject: 'health:slow',
        group: 'watch',
        reason: { kind: 'health', verdict: 'watch', worst: flag, language: 'ru' },
        lateDays: 0,
      },
    ]);
    expect(doubtEntries(doubt(noStep))[0]?.reason).toEqual({
      kind: 'health',
      verdict: 'watch',
      worst: noStep,
    });
  });

  test('is not told of twice, nor for what nobody knows yet', () => {
    expect(subjectsOf(doubt(quiet))).toEqual([]);
    expect(subjectsOf(doubt(unasked))).toEqual([]);
    expect(subjectsOf(doubt({ ...noStep, stale: { taskId: 'late', dueOn: '2026-11-20' } }))).toEqual([]);
    expect(subjectsOf(doubt({ ...noStep, stale: { taskId: 'some day', dueOn: null } }))).toEqual(['health:next_step']);
    expect(subjectsOf(undefined)).toEqual([]);
  });

  test('waits for what stands in no other row, also behind something worse that does', () => {
    expect(subjectsOf(doubt(quiet, flag, noStep))).toEqual(['health:slow']);
    expect(subjectsOf(doubt(unasked, noStep))).toEqual(['health:next_step']);
    expect(subjectsOf(doubt(quiet, { code: 'quiet', now: 1, before: 4 }, { ...flag, points: 0 }))).toEqual([]);
  });
});
