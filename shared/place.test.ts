import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBetween, placesBetween } from './place.ts';

/** Plays inserts at any position of a growing list and gives back its keys in order. */
function grow(positions: readonly number[]): readonly string[] {
  const places: string[] = [];
  for (const position of positions) {
    const index = position % (places.length + 1);
    places.splice(index, 0, placeBetween(places[index - 1] ?? null, places[index] ?? null));
  }
  return places;
}

function expectRising(places: readonly string[]): void {
  for (const [index, place] of places.entries()) {
    const next = places[index + 1];
    if (next !== undefined) expect(place < next, `${place} < ${next}`).toBe(true);
  }
}

describe('placeBetween', () => {
  test('keeps the order whatever is inserted where', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 120 }), (positions) => expectRising(grow(positions))));
  });

  test('has room for 2,000 cards dropped between the same two neighbours', () => {
    const first = placeBetween(null, null);
    const last = placeBetween(first, null);
    for (const side of ['below the first', 'above the last', 'by turns'] as const) {
      let before = first;
      let after = last;
      let longest = 0;
      for (let round = 0; round < 2000; round += 1) {
        const place = placeBetween(before, after);
        expect(before < place && place < after).toBe(true);
        longest = Math.max(longest, place.length);
        if (side === 'below the first' || (side === 'by turns' && round % 2 === 0)) after = place;
        else before = place;
      }
      expect(longest, side).toBeLessThan(700);
    }
  });

  test('stays short when cards are added at an end', () => {
    let top = placeBetween(null, null);
    let bottom = top;
    for (let round = 0; round < 10_000; round += 1) {
      const above = placeBetween(null, top);
      const below = placeBetween(bottom, null);
      expect(above < top && bottom < below).toBe(true);
      top = above;
      bottom = below;
    }
    expect(Math.max(top.length, bottom.length)).toBeLessThan(6);
  });

  test('gives the place below when both neighbours have the same key', () => {
    const place = placeBetween(null, null);
    expect(placeBetween(place, place) > place).toBe(true);
    expect(placeBetween(place, placeBetween(place, place)) > place).toBe(true);
  });
});

describe('placesBetween', () => {
  test('gives as many keys as asked, in order, inside the neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), fc.nat(), fc.nat({ max: 60 }), (positions, at, count) => {
        const list = grow(positions);
        const index = at % (list.length + 1);
        const before = list[index - 1] ?? null;
        const after = list[index] ?? null;
        const places = placesBetween(before, after, count);
        expect(places).toHaveLength(count);
        expectRising([...(before === null ? [] : [before]), ...places, ...(after === null ? [] : [after])]);
      }),
    );
  });

  test('works below two equal keys', () => {
    const place = placeBetween(null, null);
    expectRising([place, ...placesBetween(place, place, 5)]);
    expect(placesBetween(place, place, 0)).toEqual([]);
  });
});
