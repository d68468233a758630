import { expect, test } from 'vitest';
import { exitLinesAsked } from './exit-lines.ts';
import { boardStages } from './stage.ts';

function codes(from: string, to: string): readonly string[] {
  return exitLinesAsked(from, to).map(({ code }) => code);
}

test('forward asks for the exit lines of the stage left behind, also over several stages', () => {
  expect(codes('acquaintance', 'honeymoon')).toEqual(['ACQ-8']);
  expect(codes('acquaintance', 'reanimation')).toEqual(['ACQ-8']);
  for (const [index, stage] of boardStages.slice(0, -1).entries())
    expect(codes(stage, boardStages[index + 1] ?? ''), stage).not.toEqual([]);
});

test('back, nowhere and the end ask nothing', () => {
  expect(codes('stable', 'honeymoon')).toEqual([]);
  expect(codes('reanimation', 'stagnation')).toEqual([]);
  expect(codes('reanimation', 'acquaintance')).toEqual([]);
  expect(codes('stable', 'stable')).toEqual([]);
  expect(codes('stable', 'ended')).toEqual([]);
  expect(codes('ended', 'acquaintance')).toEqual([]);
  expect(codes('some stage of a newer version', 'stable')).toEqual([]);
});

test('out of second wind the way forward is back to good work', () => {
  expect(codes('reanimation', 'honeymoon')).toEqual(['REV-7']);
  expect(codes('reanimation', 'stable')).toEqual(['REV-7']);
});
