import { expect, test } from 'vitest';
import { monogramOf } from './monogram.ts';

test.each([
  ['«Кварта»', 'К'],
  ['ёлка', 'Ё'],
  ['🦊 fox', 'F'],
  ['🦊', '🦊'],
  ['4 seasons', '4'],
  ['', ''],
])('the monogram of %s is %s', (name, monogram) => {
  expect(monogramOf(name)).toBe(monogram);
});
