import { expect, test } from 'vitest';
import { signals } from './content/signals.ts';
import { signalOf, signalsForStage, worstFirst } from './signal-order.ts';

const mark = (code: string, markedOn = '2026-11-01') => ({ code, markedOn });

test('critical flags come first, then flags by weight, then good signs', () => {
  const marks = ['G-WEEKLY', 'G-TRIAL', 'R-BUREAU', 'F-OVER', 'U-PAY', 'C-LEAVE', 'F-OWNER'].map((code) => mark(code));
  expect(worstFirst(marks).map(({ code }) => code)).toEqual([
    'C-LEAVE',
    'F-OWNER',
    'U-PAY',
    'R-BUREAU',
    'F-OVER',
    'G-WEEKLY',
    'G-TRIAL',
  ]);
});

test('of equals the newest comes first; a code of another version stands among them', () => {
  const marks = [mark('S-QUIET', '2026-10-01'), mark('X-NEW'), mark('U-PAY', '2026-11-20')];
  expect(worstFirst(marks).map(({ code }) => code)).toEqual(['U-PAY', 'S-QUIET', 'X-NEW']);
  expect(signalOf('X-NEW')).toBeNull();
});

test('signs of the stage are offered first, those that are open not at all', () => {
  const { first, others } = signalsForStage('acquaintance', ['F-OWNER'], []);
  expect(first.length).toBeGreaterThan(0);
  expect(first.every(({ stage }) => stage === 'acquaintance')).toBe(true);
  expect([...first, ...others].map(({ code }) => code)).not.toContain('F-OWNER');
  expect(first.length + others.length).toBe(signals.length - 1);
});

test('partners may have other signs offered first in a stage', () => {
  const words = { en: '', ru: '' };
  const own = [
    {
      stage: 'acquaintance',
      label: words,
      hint: words,
      contactNormDays: null,
      offered: ['U-PAY'],
      withheld: ['F-OWNER'],
    },
  ] as const;
  const codes = signalsForStage('acquaintance', [], own).first.map(({ code }) => code);
  expect(codes).toContain('U-PAY');
  expect(codes).not.toContain('F-OWNER');
  const shipped = signalsForStage('acquaintance', [], []).first.map(({ code }) => code);
  expect(codes.toSorted()).toEqual([...shipped.filter((code) => code !== 'F-OWNER'), 'U-PAY'].toSorted());
  expect(signalsForStage('stable', [], own)).toEqual(signalsForStage('stable', [], []));
});
