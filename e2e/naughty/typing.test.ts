import { beforeAll, expect, test } from 'vitest';
import { naughtyStrings } from './naughty-strings.ts';
import { typeAll, type TypedAll } from './typing.ts';
import { moveData } from './whole-data.ts';

const strings = naughtyStrings();

/** One round is enough for every field to have had some; `npm run sec:xss` types all of them into each. */
let typed: TypedAll;
beforeAll(async () => {
  typed = await typeAll(strings, { isOver: () => true });
});

test('what is typed into any field of the contract is kept as it was typed, and no field is left out', () => {
  expect(typed.differences).toEqual([]);
  expect(typed.leftOut).toEqual([]);
  expect(typed.compared).toBeGreaterThan(typed.fields);
});

test('the example with a hostile text in every cell moves to another computer as it is', async () => {
  const moved = await moveData(strings, typed.columns);
  expect(moved.differences).toEqual([]);
  expect(moved.texts).toBeGreaterThan(1000);
  expect(moved.refused).toBeGreaterThan(5);
});
