import { afterEach, expect, test, vi } from 'vitest';
import { jumpClocks } from './chaos/clock/clock.ts';
import { inZone, JumpingClock } from './chaos/clock/jumping-clock.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a clock that jumps by −2 and +400 days in mid-run changes nothing but the dates that it told', async () => {
  const { wrong, jumps, byClockAlone, rotationByTime, blind } = await jumpClocks(2, 10, 5);
  expect(wrong).toEqual([]);
  expect(jumps).toBeGreaterThan(5);
  // The control: an eye that believes the clock alone sees it otherwise.
  expect(byClockAlone.days).toBeGreaterThan(0);
  expect(byClockAlone.paths).toBeGreaterThan(0);
  expect(byClockAlone.ids).toBeGreaterThan(0);
  expect(rotationByTime).toBeGreaterThan(0);
  // And what one of two worlds has alone is seen.
  expect(blind).toEqual([]);
});

test.each(['Pacific/Honolulu', 'Pacific/Kiritimati'])('it tells the same days on a computer in %s', async (zone) => {
  vi.stubEnv('TZ', zone);
  const clock = new JumpingClock();
  // The control: where the computer stands, it is another day at one hour or another.
  const isOther = (hour: number) => new Date(`2026-11-25T${hour}:00:00.000Z`).getDate() !== 25;
  expect([10, 20].some(isOther) || new Date(clock.now()).getDate() !== 25).toBe(true);
  expect(await inZone(() => clock.today())).toBe(clock.day);
  expect(process.env['TZ']).toBe(zone);
});
