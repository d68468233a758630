import { expect, test } from 'vitest';
import { works } from './chaos/at-work/kill-at-work.ts';
import { crashedRound, isCrashSeen, isLossSeen, roundsOf, shareOf, spoiltRound } from './chaos/at-work/rounds.ts';
import { randomFrom } from './chaos/random.ts';

test.each(works)('killed in a %s, the program loses nothing and opens again', async (work) => {
  const wanted = shareOf(15)[work];
  const done = await roundsOf(work, wanted, randomFrom(11));
  expect(done.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  expect(done.filter(({ isAmid }) => isAmid)).toHaveLength(wanted);
});

test('control: where what was saved is thrown away, it is seen', async () => {
  const spoilt = await spoiltRound();
  expect(isLossSeen(spoilt), spoilt.wrong.join()).toBe(true);
});

test('control: where the program ends by itself, it is not taken for killed', async () => {
  const crashed = await crashedRound();
  expect(isCrashSeen(crashed), crashed.wrong.join()).toBe(true);
});

test('of a hundred kills thirty hit a migration and twenty a backup, a restoring or an export', () => {
  expect(shareOf(100)).toEqual({ migration: 30, backup: 8, restore: 6, export: 6 });
});
