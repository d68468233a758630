import { describe, expect, test } from 'vitest';
import { type Row, rowsOf } from './rows-in-view.ts';

const ids = Array.from({ length: 2000 }, (_, index) => `client ${index}`);

function indexes(rows: readonly Row[]): readonly number[] {
  return rows.flatMap((row) => (row.kind === 'card' ? [row.index] : []));
}

/** 132 guessed for a card and 8 between. */
function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.kind === 'card' ? 132 : row.height) + 8, -8);
}

describe('a column of 2,000 cards', () => {
  test('draws what is near the visible part and keeps the height of all', () => {
    const rows = rowsOf(ids, { top: 70_000, height: 900 }, [], new Map());
    const drawn = indexes(rows);
    expect(drawn.length).toBeLessThan(30);
    expect(drawn).toContain(500);
    expect(heightOf(rows)).toBe(2000 * 140 - 8);
  });

  test('draws its ends at its ends', () => {
    expect(indexes(rowsOf(ids, { top: 0, height: 900 }, [], new Map()))[0]).toBe(0);
    expect(indexes(rowsOf(ids, { top: 2000 * 140, height: 900 }, [], new Map())).at(-1)).toBe(1999);
  });

  test('always draws the card with the focus and the one in the hand, in their places', () => {
    const rows = rowsOf(ids, { top: 0, height: 900 }, ['client 1234', null, 'client 777'], new Map());
    const drawn = indexes(rows);
    expect(drawn.slice(-2)).toEqual([777, 1234]);
    expect(heightOf(rows)).toBe(2000 * 140 - 8);
  });
});

test('a short column is drawn whole', () => {
  expect(indexes(rowsOf(['a', 'b'], null, [], new Map()))).toEqual([0, 1]);
});
