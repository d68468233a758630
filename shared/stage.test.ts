import { expect, test } from 'vitest';
import { boardStages, isBoardStage, isStage, stages } from './stage.ts';

test('the board is every stage but the last', () => {
  expect([...boardStages, 'ended']).toEqual([...stages]);
});

test('guards know their words and nothing else', () => {
  for (const stage of stages) expect(isStage(stage)).toBe(true);
  for (const other of ['', 'Stable', 'lost', 0, null, undefined, {}]) expect(isStage(other)).toBe(false);
  expect(isBoardStage('ended')).toBe(false);
  expect(isBoardStage('stable')).toBe(true);
});
