import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Courts } from './chaos/powerloss/courts.ts';
import { stateIn } from './chaos/powerloss/crash-states.ts';
import { canRecord, cutPower, judgeJudge, sharedOut } from './chaos/powerloss/powerloss.ts';
import { record } from './chaos/powerloss/recording.ts';
import { quickPlace } from './chaos/quick-place.ts';

describe.skipIf(!canRecord())('the whole backend on a computer that loses its power', { timeout: 600_000 }, () => {
  test('keeps all that it said to be done, and nothing by halves', async () => {
    const found = await cutPower({ states: sharedOut(60), seed: 7 });
    expect(found.wrong).toEqual([]);
    expect(found.states).toBeGreaterThanOrEqual(60);
    expect(found.fewestPerAct).toBeGreaterThan(0);
    // The same calls without a power cut leave what the program left, byte by byte.
    expect(found.unlike).toEqual([]);
    expect(found.replayed).toBeGreaterThan(10);
  });

  test('control: a database that does not wait for the disk loses what it said to be saved', async () => {
    const found = await cutPower({ states: { work: 30 }, fault: 'normal', seed: 7 });
    expect(found.verdicts.lost).toBeGreaterThan(0);
  });

  test('control: a migration whose backup may be gone is seen', async () => {
    const found = await cutPower({ states: { migration: 20 }, fault: 'backups not synced', seed: 7 });
    expect(found.wrong).toContainEqual(expect.stringMatching(/^lost: .*migrated without a backup of version 3/));
  });

  test('control: what was spoilt by hand is called half there, broken or lost', async () => {
    expect((await judgeJudge()).missed).toEqual([]);
  });

  test('what hangs fails after its time', async () => {
    const place = mkdtempSync(path.join(quickPlace, 'rapport-hanging-'));
    const courts = new Courts(place, 1, 1);
    try {
      await expect(record(path.join(place, 'r'), 'work', null, 100)).rejects.toThrow('took longer than 0.1 s');
      await courts.hear(stateIn(place), place, () => undefined);
      await expect(courts.rest()).rejects.toThrow('took longer than 0.001 s');
    } finally {
      await courts.end();
      rmSync(place, { recursive: true, force: true });
    }
  });
});
