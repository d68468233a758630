import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cardOf, column, footOf, leaveBoard, openBoard, upperHalfOf } from './board-in-test.tsx';
import { type Places, placesOf } from './places.ts';
import { manyAt } from './testing.ts';

let board = document.body;
let places: Places | null = null;

/** Where `Steady 2`, the second of thirty, would land. */
beforeEach(async () => {
  await openBoard('en', [...manyAt('Steady', 'stable', 30), ...manyAt('Fading', 'stagnation', 2)]);
  const found = page.getByRole('list', { name: 'Stages' }).element();
  if (found instanceof HTMLElement) board = found;
  places = placesOf(board, 'Steady-2');
});

afterEach(() => {
  places?.stop();
  leaveBoard();
});

function lowerHalfOf(name: string) {
  const { left, top, height } = cardOf(name).getBoundingClientRect();
  return { x: left + 40, y: top + height * 0.75 };
}

const spotAt = (point: { readonly x: number; readonly y: number }) => places?.spotAt(point);
const edgesOf = (name: string) => column(name).element().getBoundingClientRect();

test('the nearest gap wins, and all of a column takes a card, head and foot too', () => {
  expect(spotAt(upperHalfOf('Fading 2'))).toEqual({ stage: 'stagnation', index: 1 });
  expect(spotAt(lowerHalfOf('Fading 2'))).toEqual({ stage: 'stagnation', index: 2 });
  expect(spotAt(footOf('Fading'))).toEqual({ stage: 'stagnation', index: 2 });
  const { left, top } = edgesOf('Fading');
  expect(spotAt({ x: left + 40, y: top + 4 })).toEqual({ stage: 'stagnation', index: 0 });
  expect(spotAt(footOf('Immersion'))).toEqual({ stage: 'honeymoon', index: 0 });
});

test('in its own column the card itself is not counted: both gaps beside it mean where it stands', () => {
  const home = { stage: 'stable', index: 1 };
  expect([upperHalfOf('Steady 2'), lowerHalfOf('Steady 2')].map(spotAt)).toEqual([home, home]);
  expect([lowerHalfOf('Steady 1'), upperHalfOf('Steady 3')].map(spotAt)).toEqual([home, home]);
  expect(spotAt(lowerHalfOf('Steady 3'))).toEqual({ stage: 'stable', index: 2 });
});

test('between two columns it is over the nearer one; above them and outside over none; the shelf takes it', () => {
  const { right, bottom } = edgesOf('Steady');
  expect(spotAt({ x: right + 5, y: bottom - 40 })?.stage).toBe('stable');
  expect(spotAt({ x: right + 8, y: bottom - 40 })?.stage).toBe('stagnation');
  expect(spotAt({ x: right - 40, y: 2 })).toBeNull();
  expect(spotAt({ x: right - 40, y: bottom + 100 })).toBeNull();
  const shelf = page
    .getByRole('button', { name: /open the archive/ })
    .element()
    .getBoundingClientRect();
  expect(spotAt({ x: shelf.left + 5, y: shelf.top + 300 })).toEqual({ stage: 'ended', index: 0 });
});

test('a column that is scrolled meanwhile is counted from its beginning', async () => {
  const list = column('Steady').getByRole('list').element();
  const point = upperHalfOf('Steady 4');
  expect(spotAt(point)).toEqual({ stage: 'stable', index: 2 });
  const scrolled = new Promise((resolve) => list.addEventListener('scroll', resolve, { once: true }));
  list.scrollTo({ top: 900, behavior: 'instant' });
  await scrolled;
  const under = () => document.elementFromPoint(point.x, point.y)?.closest('li');
  await expect.poll(() => under()?.dataset['index']).not.toBeUndefined();
  const number = Number(under()?.dataset['index']);
  expect(number).toBeGreaterThan(6);
  const index = spotAt(point)?.index ?? 0;
  expect([number - 1, number]).toContain(index);
});

test('near its edges a column scrolls up and down and the board sideways; over the shelf nothing does', () => {
  const { left } = edgesOf('Steady');
  const areas = places?.scrollAreas({ x: left + 40, y: 300 }) ?? [];
  const list = column('Steady').getByRole('list').element();
  expect(areas.map(({ element, axis }) => [element, axis])).toEqual([
    [list, 'y'],
    [board, 'x'],
  ]);
  const shelf = page
    .getByRole('button', { name: /open the archive/ })
    .element()
    .getBoundingClientRect();
  expect(areas[1]?.to).toBe(shelf.left);
  expect(places?.scrollAreas({ x: shelf.left + 5, y: 300 })).toEqual([]);
});
