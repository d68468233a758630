import { expect, test } from 'vitest';
import { jumpClocks } from './chaos/clock/clock.ts';

test('a clock that jumps by −2 and +400 days in mid-run changes nothing but the dates that it told', async () => {
  const { wrong, jumps, byClockAlone, rotationByTime } = await jumpClocks(3, 20, 5);
  expect(wrong).toEqual([]);
  expect(jumps).toBeGreaterThan(5);
  // The control: an eye that believes the clock alone sees it otherwise.
  expect(byClockAlone.days).toBeGreaterThan(0);
  expect(byClockAlone.paths).toBeGreaterThan(0);
  expect(byClockAlone.ids).toBeGreaterThan(0);
  expect(rotationByTime).toBeGreaterThan(0);
});
