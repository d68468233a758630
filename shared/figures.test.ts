import { expect, test } from 'vitest';
import { changeOver, lastFigure, monthFigures, targetState } from './figures.ts';

const read = (measuredOn: string, value: string) => ({ measuredOn, value });

test('a target is reached from above or from below', () => {
  const goal = { target: '29', direction: 'up' };
  expect(targetState(goal, '29.0')).toBe('reached');
  expect(targetState(goal, '28.9')).toBe('behind');
  expect(targetState({ ...goal, direction: 'down' }, '28.9')).toBe('reached');
  expect(targetState({ ...goal, direction: 'down' }, '29.1')).toBe('behind');
  expect(targetState({ ...goal, target: '' }, '29')).toBeNull();
  expect(targetState(goal, undefined)).toBeNull();
});

test('the last reading is that of the latest day, and of one day the one written last', () => {
  expect(lastFigure([read('2026-11-20', '3'), read('2026-10-01', '2'), read('2026-11-20', '4')])?.value).toBe('4');
  expect(lastFigure([])).toBeUndefined();
});

test('a month shows its last reading, and a gap stays a gap', () => {
  const readings = [read('2026-11-03', '31'), read('2026-11-28', '32'), read('2026-09-01', '29')];
  expect(monthFigures(readings)).toEqual([
    { month: '2026-09', value: '29' },
    { month: '2026-10', value: null },
    { month: '2026-11', value: '32' },
  ]);
});

test('what is older than twelve months is not drawn', () => {
  const months = monthFigures([read('2024-01-01', '1'), read('2026-01-31', '2'), read('2026-11-30', '4')]);
  expect(months.map(({ month }) => month).at(0)).toBe('2026-01');
  expect(months).toHaveLength(11);
  expect(monthFigures([read('2024-01-01', '1'), read('2026-11-30', '4')])).toHaveLength(1);
  expect(monthFigures([])).toEqual([]);
});

test('the change is exact and says over how long', () => {
  const year = [read('2025-12-31', '27.1'), read('2026-11-30', '31')];
  expect(changeOver(monthFigures(year))).toEqual({ by: '3.9', months: 12 });
  expect(changeOver(monthFigures(year.slice(1)))).toBeNull();
  expect(changeOver([])).toBeNull();
});
