import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Proven, runProof } from './report.ts';

async function endOf(prove: () => Promise<Proven>, minutes = 1) {
  const lines: unknown[] = [];
  const given: number[] = [];
  const ending = {
    print: (line: string) => lines.push(JSON.parse(line)),
    tell: () => {},
    give: (code: number) => given.push(code),
  };
  return { code: await runProof(prove, { minutes, ...ending }), lines, given };
}

test('a proof that holds says so in one line', async () => {
  const { code, lines } = await endOf(() => Promise.resolve({ figures: { looks: 3 }, short: [] }));
  expect(code).toBe(0);
  expect(lines).toEqual([{ isProven: true, short: [], looks: 3 }]);
});

test('one that falls short keeps its figures and does not pass', async () => {
  const { code, lines } = await endOf(() => Promise.resolve({ figures: { looks: 0 }, short: ['nothing was seen'] }));
  expect(code).toBe(1);
  expect(lines).toEqual([{ isProven: false, short: ['nothing was seen'], looks: 0 }]);
});

test('one that ends with an error, or never, prints its line as well and does not pass', async () => {
  const thrown = await endOf(() => Promise.reject(new Error('no browser')));
  expect(thrown).toMatchObject({ code: 1, lines: [{ isProven: false, short: ['Error: no browser'] }], given: [] });
  const hanging = await endOf(async () => {
    await wait(60_000, null, { ref: false });
    return { figures: {}, short: [] };
  }, 0.001);
  expect(hanging).toMatchObject({ code: 1, lines: [{ short: ['not over after 0.001 minutes'] }], given: [1] });
});
