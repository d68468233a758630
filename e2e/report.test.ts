import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { partsOf, type Proven, runProof } from './report.ts';

async function endOf(prove: () => Promise<Proven>, minutes = 1) {
  const lines: unknown[] = [];
  const given: number[] = [];
  const ending = {
    print: (line: string) => lines.push(JSON.parse(line)),
    tell: () => {},
    give: (code: number) => given.push(code),
  };
  await runProof(prove, { minutes, ...ending });
  return { lines, given };
}

const never = async () => {
  await wait(60_000, null, { ref: false });
  return { figures: {}, short: [] };
};

test('a proof that holds says so in one line', async () => {
  const { given, lines } = await endOf(() => Promise.resolve({ figures: { looks: 3 }, short: [] }));
  expect(given).toEqual([0]);
  expect(lines).toEqual([{ isProven: true, short: [], looks: 3 }]);
});

test('one that falls short keeps its figures and does not pass', async () => {
  const { given, lines } = await endOf(() => Promise.resolve({ figures: { looks: 0 }, short: ['nothing was seen'] }));
  expect(given).toEqual([1]);
  expect(lines).toEqual([{ isProven: false, short: ['nothing was seen'], looks: 0 }]);
});

test('one that ends with an error, or never, prints its line as well and does not pass', async () => {
  const thrown = await endOf(() => Promise.reject(new Error('no browser')));
  expect(thrown).toMatchObject({ lines: [{ isProven: false, short: ['Error: no browser'] }], given: [1] });
  const hanging = await endOf(never, 0.001);
  expect(hanging).toMatchObject({ lines: [{ short: ['not over after 0.001 minutes'] }], given: [1] });
});

test('a part that fails or hangs hides nothing of the others', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const parts = {
    good: () => Promise.resolve(3),
    broken: () => Promise.reject<number>(new Error('no page')),
    hanging: never,
  };
  const { found, short } = await partsOf(parts, { minutes: 0.001 });
  expect(found).toEqual({ good: 3 });
  expect(short).toEqual(['broken: Error: no page', 'hanging: Error: not over after 0.001 minutes']);
  told.mockRestore();
});
