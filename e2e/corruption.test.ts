import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clear, isGood, leastSaved, playCase, playRestore, playTaken } from './chaos/corruption/cases.ts';
import { fareCarelessly, fareTaken } from './chaos/corruption/controls.ts';
import { plainSalvageLeast, sweepPages } from './chaos/corruption/corruption.ts';
import { figuresOf } from './chaos/corruption/figures.ts';
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

  test.each(damages)('control: $name deceives a program that looks at nothing', async (damage) => {
    expect(await fareCarelessly(ground, damage, random)).toMatchObject({ caught: 1 });
  });

  test.each(takings)('$name: what was saved a moment before is there again', async (taking) => {
    const played = await playTaken(ground, taking);
    expect(isGood(played), JSON.stringify(played)).toBe(true);
    expect(await fareTaken(ground, taking)).toMatchObject({ caught: 1 });
  });

  test('a backup takes the place of a broken file', async () => {
    const zeroed = damages.find(({ name }) => name === 'zeroed page');
    if (!zeroed) throw new Error('no such damage');
    const played = await playRestore(ground, zeroed, random);
    expect(played).toMatchObject({ outcome: 'file_damaged', isKept: true, isRestored: true });
  });

  test('of one bad page nearly all is saved, wherever it is', async () => {
    for (const page of await sweepPages(ground, Math.ceil(ground.pages / 2)))
      expect(isGood(page), JSON.stringify(page)).toBe(true);
  });

  test('control: SQLite alone saves less', () => {
    expect(plainSalvageLeast(ground, 3)).toBeLessThan(leastSaved);
  });
});

test('the figures tell of each kind what was tried, refused, kept and led back', () => {
  const refused = { kind: 'header', outcome: 'file_damaged', isKept: true, salvaged: null, isRestored: null };
  const cases = [
    { ...refused, salvaged: { agency: 1, history: 0.5 } },
    { ...refused, outcome: 'file_not_database', isKept: false, isRestored: true },
    { ...refused, outcome: 'wrong', isKept: null },
  ];
  expect(figuresOf(cases)).toEqual({
    header: {
      tried: 3,
      failed: 3,
      refused: { file_damaged: 1, file_not_database: 1 },
      openedWhole: 0,
      openedWrongly: 1,
      endedByItself: 0,
      keptEqual: 1,
      salvaged: 1,
      leastOfAgency: 1,
      leastOfHistory: 0.5,
      restored: 1,
    },
  });
});
