import { expect, test } from 'vitest';
import { naughtyStrings } from './naughty-strings.ts';
import { typeAll } from './typing.ts';

/** One round is enough for every field to have had some; `npm run sec:xss` types all of them into each. */
test('what is typed into any field of the contract is kept as it was typed, and no field is left out', async () => {
  const typed = await typeAll(naughtyStrings(), { isOver: () => true });
  expect(typed.differences).toEqual([]);
  expect(typed.leftOut).toEqual([]);
  expect(typed.compared).toBeGreaterThan(typed.fields);
});
