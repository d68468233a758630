import { expect, test } from 'vitest';
import { daysOfChange, type Standing } from './stage-days.ts';

function standings(...rows: readonly (readonly [day: number, clientId: string, stage: string | null])[]): Standing[] {
  return rows.map(([day, clientId, stage]) => ({ day: `2026-03-0${day}`, clientId, stage }));
}

test('days on which a client came, moved or went', () => {
  const days = daysOfChange(
    standings([1, 'alder', 'stable'], [2, 'birch', 'honeymoon'], [4, 'alder', 'stagnation'], [7, 'birch', null]),
  );
  expect(days).toEqual(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-07']);
});

test('what was taken back on the same day changed nothing', () => {
  const days = daysOfChange(
    standings(
      [1, 'alder', 'stable'],
      [2, 'alder', 'honeymoon'],
      [2, 'alder', 'stable'],
      [3, 'birch', 'stable'],
      [3, 'birch', null],
      [4, 'alder', 'honeymoon'],
      [5, 'alder', 'stable'],
    ),
  );
  expect(days).toEqual(['2026-03-01', '2026-03-04', '2026-03-05']);
});

test('nothing has happened yet', () => {
  expect(daysOfChange([])).toEqual([]);
});
