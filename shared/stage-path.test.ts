import { describe, expect, test } from 'vitest';
import { stagePath } from './stage-path.ts';

const today = '2026-11-23';

function path(...steps: readonly (readonly [to: string, on: string])[]) {
  return stagePath(
    steps.map(([to, on], index) => ({ id: String(index), to, on })),
    today,
  );
}

describe('the path of a client', () => {
  test('each visit lasts until the next change, the last one until today', () => {
    expect(path(['acquaintance', '2026-01-01'], ['stable', '2026-03-01'])).toEqual([
      {
        changeId: '0',
        stage: 'acquaintance',
        fromOn: '2026-01-01',
        untilOn: '2026-03-01',
        time: 1,
        daysInAll: 59,
      },
      { changeId: '1', stage: 'stable', fromOn: '2026-03-01', untilOn: null, time: 1, daysInAll: 267 },
    ]);
  });

  test('a stage that is come back to is counted again, with the time of all visits', () => {
    const visits = path(
      ['stable', '2026-01-01'],
      ['stagnation', '2026-02-01'],
      ['stable', '2026-03-01'],
      ['ended', '2026-03-11'],
      ['stable', '2026-11-13'],
    );
    expect(visits.map(({ stage, time, daysInAll }) => [stage, time, daysInAll])).toEqual([
      ['stable', 1, 31],
      ['stagnation', 1, 28],
      ['stable', 2, 41],
      ['ended', 1, 247],
      ['stable', 3, 51],
    ]);
  });

  test('a change to where the client stood already begins nothing', () => {
    const visits = path(['stable', '2026-01-01'], ['stable', '2026-05-01'], ['ended', '2026-06-01']);
    expect(visits.map(({ changeId, fromOn, untilOn }) => [changeId, fromOn, untilOn])).toEqual([
      ['0', '2026-01-01', '2026-06-01'],
      ['2', '2026-06-01', null],
    ]);
  });

  test('there and back on one day is a visit of no days', () => {
    const visits = path(['stable', '2026-01-01'], ['honeymoon', '2026-01-05'], ['stable', '2026-01-05']);
    expect(visits.map(({ daysInAll }) => daysInAll)).toEqual([4, 0, 326]);
  });

  test('is empty when nothing was kept', () => {
    expect(path()).toEqual([]);
  });
});
