import { expect, test } from 'vitest';
import { playPrograms, shortOf } from './undo/undo-property.ts';

test('random programs of real commands, a long one first, are undone to the first state and done again to the last', async () => {
  const figures = await playPrograms(26, 5);
  expect(shortOf(figures, 5)).toEqual([]);
  expect(figures.restarts).toBeGreaterThan(5);
});

test.each([104, 106, 111])('what a final command leads to and changed stays under it: program %s', async (seed) => {
  expect((await playPrograms(seed, 1)).wrong).toEqual([]);
});

test('control: a change that no log knows is seen', async () => {
  const { wrong } = await playPrograms(14, 1, 'unlogged');
  expect(wrong.join()).toContain('client.');
});

test('control: a command that Undo goes past without a reason is seen', async () => {
  const { wrong } = await playPrograms(4, 1, 'final');
  expect(wrong.join()).toMatch(/clients\.add\w+ is final/);
});

test('control: what falls short is named', () => {
  const figures = {
    programs: 4,
    commands: 200,
    never: [],
    undone: 90,
    longest: 40,
    restarts: 8,
    refused: {},
    wrong: [],
  };
  expect(shortOf(figures, 5)).toEqual(['4 of 5 programs', 'no more than 40 steps back']);
  expect(shortOf({ ...figures, programs: 300, longest: 120, never: ['board.createClient'] }, 300)).toEqual([
    'never carried out: board.createClient',
  ]);
  expect(shortOf({ ...figures, programs: 0, longest: 120 }, 0)).toEqual(['0 of 0 programs']);
});
