import { expect, test } from 'vitest';
import { scrollSpeed } from './auto-scroll.ts';

test('scrolling starts 64 px before an edge and grows to 900 px a second', () => {
  expect([300, 164, 132, 100, 50].map((position) => scrollSpeed(position, 100, 500))).toEqual([0, 0, -450, -900, -900]);
  expect([436, 468, 500, 700].map((position) => scrollSpeed(position, 100, 500))).toEqual([0, 450, 900, 900]);
});
