import { expect, test } from 'vitest';
import { exitLinesAsked } from './exit-lines.ts';
import { boardStages } from './stage.ts';

function codes(from: string, to: string): readonly string[] {
  return exitLinesAsked(from, to).map(({ code }) => code);
}

test('any change of stage asks for the exit lines of the one left behind: forward, back and over several', () => {
  for (const from of boardStages) {
    for (const to of boardStages.filter((stage) => stage !== from)) {
      expect(codes(from, to), `${from} to ${to}`).not.toEqual([]);
      expect(codes(from, to)).toEqual(codes(from, boardStages.find((stage) => stage !== from) ?? ''));
    }
  }
  expect(codes('acquaintance', 'reanimation')).toEqual(['ACQ-8']);
  expect(codes('reanimation', 'stagnation')).toEqual(['REV-7']);
});

test('staying, the end and the way back from it ask nothing', () => {
  expect(codes('stable', 'stable')).toEqual([]);
  expect(codes('stable', 'ended')).toEqual([]);
  expect(codes('ended', 'acquaintance')).toEqual([]);
  expect(codes('some stage of a newer version', 'stable')).toEqual([]);
});
