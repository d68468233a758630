import { expect, test } from 'vitest';
import { playPrograms } from './undo/undo-property.ts';

test('random programs of real commands are undone to the first state and done again to the last', async () => {
  const { wrong, undone } = await playPrograms(1, 8);
  expect(wrong).toEqual([]);
  expect(undone).toBeGreaterThan(100);
});

test('control: a change that no log knows is seen', async () => {
  expect((await playPrograms(1, 2, true)).wrong.length).toBeGreaterThan(0);
});
