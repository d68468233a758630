import { expect, test } from 'vitest';
import { works } from './chaos/at-work/kill-at-work.ts';
import { roundsAtWork, shareOf, spoiltRound } from './chaos/at-work/rounds.ts';
import { randomFrom } from './chaos/random.ts';

test('killed in a migration, a backup, a restoring or an export, the program loses nothing and opens again', async () => {
  const done = await roundsAtWork(15, randomFrom(11));
  expect(done.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  for (const work of works)
    expect(done.filter((each) => each.work === work && each.isAmid).length, work).toBe(shareOf(15)[work]);
});

test('control: where what was saved is thrown away, it is seen', async () => {
  expect((await spoiltRound()).wrong).toContainEqual(expect.stringMatching(/^lost: /));
});

test('of a hundred kills thirty hit a migration and twenty a backup, a restoring or an export', () => {
  expect(shareOf(100)).toEqual({ migration: 30, backup: 8, restore: 6, export: 6 });
});
