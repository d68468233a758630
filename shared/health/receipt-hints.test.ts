import { expect, test } from 'vitest';
import { factsWith, idea, kpi, mark, today, touched } from './facts-in-test.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { receipt } from './receipt.ts';

function hintsOf(more: Partial<HealthFacts>) {
  return receipt(factsWith(more), today)?.hints;
}

test('quiet: under half of the touches of the quarter before', () => {
  const before = touched('2026-06-01', '2026-06-15', '2026-07-01', '2026-07-15', '2026-08-01');
  expect(hintsOf({ touches: [...before, ...touched('2026-10-01', '2026-11-01')] })).toEqual([
    { code: 'quiet', now: 2, before: 5 },
  ]);
  expect(hintsOf({ touches: [...before, ...touched('2026-10-01', '2026-11-01', '2026-11-10')] })).toEqual([]);
  expect(hintsOf({ touches: touched('2026-06-01', '2026-07-15') })).toEqual([]);
});

test('an idea is due every sixty days where work goes by plan', () => {
  const insights = [idea('2026-09-10')];
  expect(hintsOf({ insights })).toEqual([{ code: 'no_new_idea', days: 74, norm: 60, insightId: 'idea 2026-09-10' }]);
  expect(hintsOf({ insights, stage: 'reanimation' })).toEqual([]);
  expect(hintsOf({ insights: [...insights, idea('2026-10-01')] })).toEqual([]);
  // The line of ideas says it already.
  expect(hintsOf({ insights: [idea('2026-08-10')] })).toEqual([]);
  const thresholds = { rhythm: 14, report: 35, ideas: 180, intent: 180 };
  expect(hintsOf({ insights, thresholds })).toEqual([]);
  expect(hintsOf({ insights: [idea('2026-07-10')], thresholds })).toMatchObject([{ days: 136, norm: 120 }]);
});

test('long steady: eighteen months without a new direction', () => {
  const inStageSince = '2025-05-23';
  expect(hintsOf({ inStageSince })).toEqual([{ code: 'long_steady', months: 18 }]);
  expect(hintsOf({ inStageSince: '2025-05-24' })).toEqual([]);
  expect(hintsOf({ inStageSince, marks: [mark('G-NEWLINE', '2025-12-01', '2026-02-01')] })).toEqual([]);
  expect(hintsOf({ inStageSince, insights: [idea('2026-11-01', { state: 'accepted' })] })).toEqual([]);
});

const named = { id: 'kpi', name: 'Repeat orders' };

test('below the goal in two months running, the last of them read of late, and not on the way up', () => {
  const behind = kpi('29', { '2026-09-30': '28.5', '2026-10-31': '28' });
  expect(hintsOf({ kpis: [behind] })).toEqual([{ code: 'below_goal', kpi: named }]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-09-30': '29', '2026-10-31': '28.5' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-10-31': '28.5' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-09-30': '28', '2026-10-31': '28.5' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-08-31': '28.5', '2026-10-31': '28' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-06-30': '28.5', '2026-07-31': '28' })] })).toEqual([]);
});

test('a figure without progress does not hide another one that is behind', () => {
  const flat = kpi('29', { '2026-05-01': '30', '2026-08-01': '30', '2026-11-01': '29.5' });
  const behind = { ...kpi('29', { '2026-09-30': '28.5', '2026-10-31': '28' }), id: 'other' };
  expect(hintsOf({ kpis: [flat, behind] })).toEqual([
    { code: 'plateau', kpi: named },
    { code: 'below_goal', kpi: { ...named, id: 'other' } },
  ]);
});

test('plateau: no better than half a year ago, and no idea was taken up', () => {
  const flat = { '2026-05-01': '30', '2026-08-01': '30', '2026-11-01': '29.5' };
  expect(hintsOf({ kpis: [kpi('29', flat)] })).toEqual([{ code: 'plateau', kpi: named }]);
  expect(hintsOf({ kpis: [kpi('29', { ...flat, '2026-08-01': '31' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('40', { ...flat, '2026-08-01': '31' }, 'down')] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', flat)], insights: [idea('2026-11-01', { state: 'accepted' })] })).toEqual([]);
  expect(hintsOf({ kpis: [kpi('29', { '2026-08-01': '30', '2026-11-01': '30' })] })).toEqual([]);
});

test('a hint changes no verdict', () => {
  const quiet = { touches: touched('2026-06-01', '2026-06-15', '2026-07-01', '2026-11-01') };
  const loud = { touches: touched('2026-11-01') };
  expect(receipt(factsWith(quiet), today)?.score).toBe(receipt(factsWith(loud), today)?.score);
});
