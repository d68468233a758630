import { expect, test } from 'vitest';
import { isSameName } from './same-name.ts';

test.each([
  ['Мебель «Ольха»', 'мебель ольха'],
  ['Мебель «Ольха»', ' Мебель  "Ольха" '],
  ['Полёт', 'полет'],
  ['***', ' *** '],
])('%j is typed as %j', (name, typed) => {
  expect(isSameName(typed, name)).toBe(true);
});

test.each([
  ['Мебель «Ольха»', 'Ольха'],
  ['Мебель «Ольха»', ''],
  ['***', ''],
  ['Alder', 'Alders'],
])('%j is not typed as %j', (name, typed) => {
  expect(isSameName(typed, name)).toBe(false);
});
