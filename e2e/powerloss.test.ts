import { describe, expect, test } from 'vitest';
import { canRecord, cutPower, sharedOut } from './chaos/powerloss/powerloss.ts';

describe.skipIf(!canRecord())('the whole backend on a computer that loses its power', { timeout: 300_000 }, () => {
  test('keeps all that it said to be done, and nothing by halves', async () => {
    const found = await cutPower({ states: sharedOut(110), synchronous: 'full', seed: 7 });
    expect(found.wrong).toEqual([]);
    expect(found.states).toBeGreaterThanOrEqual(100);
  });

  test('control: a database that does not wait for the disk loses what it said to be saved', async () => {
    const found = await cutPower({ states: { work: 30 }, synchronous: 'normal', seed: 7 });
    expect(found.verdicts.lost).toBeGreaterThan(0);
  });
});
