import { expect, test } from 'vitest';
import { randomFrom } from '../random.ts';
import { chosen, type Played } from './moments.ts';

// Two things are said to be done, after the fourth and the eighth call.
const moments: Played['moments'] = Array.from({ length: 10 }, (_, call) => ({
  call,
  done: call < 3 ? 0 : call < 7 ? 1 : 2,
  isDue: call === 3 || call === 7,
  weight: 1,
}));
const played: Played = { moments, files: 0, unlike: [] };
const taken = (states: number, fewestAmid: number) =>
  chosen(played, { states, fewestAmid }, randomFrom(1)).map(({ done, isDue }) => `${done}${isDue ? '' : ' by chance'}`);

test('each promise has its moment, and the time before the first one, when no state at all is wanted', () => {
  expect(taken(0, 0)).toEqual(['0', '1', '2']);
  expect(chosen(played, { states: 0, fewestAmid: 0 }, randomFrom(1)).slice(1)).toMatchObject([
    { call: 3 },
    { call: 7 },
  ]);
});

test('thoroughly, so do some moments in between', () => {
  expect(taken(0, 2)).toEqual(['0', '0', '1', '1', '1', '2', '2', '2']);
});

test('others come by chance', () => {
  expect(taken(1000, 0).filter((each) => each.endsWith('by chance'))).toHaveLength(7);
});
