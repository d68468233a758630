import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clear, playCase, playRestore, playTaken } from './chaos/corruption/cases.ts';
import { controls, isGood, leastSaved, sweepPages } from './chaos/corruption/corruption.ts';
import { type Ground, makeGround } from './chaos/corruption/ground.ts';
import { damages, takings } from './chaos/corruption/kinds.ts';
import { randomFrom } from './chaos/random.ts';

describe('the whole backend on a broken file', () => {
  let ground: Ground;
  const random = randomFrom(7);
  beforeAll(async () => {
    ground = await makeGround();
  }, 120_000);
  afterAll(() => clear(ground));

  test.each(damages)('$name: nothing wrong is opened, the file is kept, and there is a way on', async (damage) => {
    const played = await playCase(ground, damage, random);
    expect(isGood(played), JSON.stringify(played)).toBe(true);
  });

  test.each(takings)('$name: what was saved a moment before is there again', async (taking) => {
    const played = await playTaken(ground, taking);
    expect(isGood(played), JSON.stringify(played)).toBe(true);
  });

  test('a backup takes the place of a broken file', async () => {
    const zeroed = damages.find(({ name }) => name === 'zeroed page');
    if (!zeroed) throw new Error('no such damage');
    const played = await playRestore(ground, zeroed, random);
    expect(played).toMatchObject({ outcome: 'file_damaged', isKept: true, isRestored: true });
  });

  test('of one bad page nearly all is saved, wherever it is', async () => {
    for (const page of await sweepPages(ground, Math.ceil(ground.pages / 4)))
      expect(isGood(page), JSON.stringify(page)).toBe(true);
  });

  test('control: without the checks something wrong is opened, and SQLite alone saves less', async () => {
    const { uncheckedWrongOpenings, plainSalvageLeast } = await controls(ground, 10, random);
    expect(uncheckedWrongOpenings).toBeGreaterThan(0);
    expect(plainSalvageLeast).toBeLessThan(leastSaved);
  });
});
