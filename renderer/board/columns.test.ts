import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../shared/contract/board.ts';
import { cardWith } from '../ui/test-data.ts';
import { cardAbove, columnsOf, countWith, gapAt, indexOfGap, neighbourStage, noColumns, spotOf } from './columns.ts';
import { columnsThrough, wholeBoard } from './lens.ts';

function card(id: string, stage: string, place: string, partnerId: string | null = null): Card {
  return cardWith({ id, name: id, stage, place, partnerId });
}

function byId(...cards: readonly Card[]) {
  return Object.fromEntries(cards.map((each) => [each.id, each]));
}

describe('the columns', () => {
  test('are in the order of the places, compared as text, then of the ids', () => {
    const cards = byId(
      card('d', 'stable', 'a1'),
      card('c', 'stable', 'Zz'),
      card('b', 'stable', 'a1'),
      card('a', 'stable', 'a0V'),
    );
    expect(columnsOf(cards).stable).toEqual(['c', 'a', 'b', 'd']);
  });

  test('keep the identity of what did not change', () => {
    const before = columnsOf(byId(card('a', 'stable', 'a0'), card('b', 'stagnation', 'a0')));
    const after = columnsOf(byId(card('a', 'stable', 'a0'), card('b', 'reanimation', 'a0')), before);
    expect(after.stable).toBe(before.stable);
    expect(after.stagnation).not.toBe(before.stagnation);
  });

  test('show a client in a stage of a newer version rather than lose it', () => {
    expect(columnsOf(byId(card('a', 'dormant', 'a0'))).acquaintance).toEqual(['a']);
  });

  test('count the moved card once', () => {
    const columns = columnsOf(byId(card('a', 'stable', 'a0'), card('b', 'stable', 'a1')));
    expect([countWith(columns, 'stable', 'a'), countWith(columns, 'stagnation', 'a')]).toEqual([2, 1]);
    expect(spotOf(columns, 'b')).toEqual({ stage: 'stable', index: 1 });
    expect(spotOf(columns, 'z')).toBeNull();
  });

  test('have neighbours; the shelf stands beyond the last', () => {
    expect(neighbourStage('acquaintance', -1)).toBeNull();
    expect(neighbourStage('stable', 1)).toBe('stagnation');
    expect(neighbourStage('reanimation', 1)).toBeNull();
    expect(neighbourStage('ended', -1)).toBe('reanimation');
  });
});

describe('a place among the cards of one partner', () => {
  const cards = byId(
    card('a', 'stable', 'a0', 'gleb'),
    card('b', 'stable', 'a1', 'vera'),
    card('c', 'stable', 'a2', 'gleb'),
    card('d', 'stable', 'a3', 'vera'),
  );
  const all = columnsOf(cards);
  const shown = columnsThrough({ ...wholeBoard, partnerId: 'vera' }, all, cards, {
    today: '2026-11-23',
    stages: [],
    before: noColumns,
    verdicts: {},
    marks: null,
  });

  test('on top is right above the first that is shown', () => {
    expect(shown.stable).toEqual(['b', 'd']);
    expect(cardAbove(all.stable, shown.stable, 0, 'd')).toBe('a');
  });

  test('elsewhere is right below the one that is shown above it', () => {
    expect(cardAbove(all.stable, shown.stable, 1, 'x')).toBe('b');
    expect(cardAbove(all.stable, shown.stable, 2, 'x')).toBe('d');
  });

  test('in an empty column is its top', () => {
    expect(cardAbove([], [], 0, 'x')).toBeNull();
  });
});

describe('a gap', () => {
  test('is the nearest one to the pointer', () => {
    const middles = [50, 150, 250];
    expect([-10, 49, 51, 149, 160, 900].map((height) => gapAt(middles, height))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test('counted with the moved card and without it mean the same place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.nat(), (length, sourceSeed, gapSeed) => {
        const ids = Array.from({ length }, (_, index) => String(index));
        const source = sourceSeed % length;
        const gap = gapSeed % (length + 1);
        const moved = ids[source] ?? '';
        const others = ids.filter((id) => id !== moved);
        const result = others.toSpliced(indexOfGap(gap, source), 0, moved);
        const wanted = [
          ...ids.slice(0, gap).filter((id) => id !== moved),
          moved,
          ...ids.slice(gap).filter((id) => id !== moved),
        ];
        expect(result).toEqual(wanted);
      }),
    );
  });
});
