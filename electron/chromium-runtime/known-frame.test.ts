import { expect, test } from 'vitest';
import { type BothSizes, KnownFrame, type Size } from './known-frame.ts';

const small = { width: 1000, height: 700 };
const large = { width: 1400, height: 900 };
const noPause = () => Promise.resolve();
const framed = ({ width, height }: Size): Size => ({ width: width + 16, height: height + 38 });

/** How often it looked, at these sizes and at the last of them from then on. */
async function looks(frame: KnownFrame, sizes: readonly BothSizes[]): Promise<number> {
  let times = 0;
  await frame.settle(() => Promise.resolve(sizes[Math.min(times++, sizes.length - 1)] ?? expect.fail()), noPause);
  return times;
}

test('a page that knows its window is believed at once, one that lags when it has heard', async () => {
  const frame = new KnownFrame();
  expect(await looks(frame, [{ window: small, page: small }])).toBe(1);
  const late = [
    { window: large, page: small },
    { window: large, page: small },
    { window: large, page: large },
  ];
  expect(await looks(frame, late)).toBe(3);
});

test('a window that the system counts larger is waited for once, and still when it was resized', async () => {
  const frame = new KnownFrame();
  const atRest = { window: framed(small), page: small };
  expect(await looks(frame, [atRest])).toBeGreaterThan(10);
  expect(await looks(frame, [atRest])).toBe(1);
  expect(
    await looks(frame, [
      { window: framed(large), page: small },
      { window: framed(large), page: large },
    ]),
  ).toBe(2);
});
