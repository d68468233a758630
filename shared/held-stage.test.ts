import { expect, test } from 'vitest';
import { isHeldByHandoff } from './held-stage.ts';
import { stages } from './stage.ts';

test('a running handoff keeps its client from every other stage, the shelf among them, and from no place in its own', () => {
  const held = stages.filter((stage) => isHeldByHandoff('stagnation', stage, true));
  expect(held).toEqual(stages.filter((stage) => stage !== 'stagnation'));
  expect(held).toContain('ended');
});

test('without one a client goes anywhere', () => {
  expect(stages.filter((stage) => isHeldByHandoff('stagnation', stage, false))).toEqual([]);
});
