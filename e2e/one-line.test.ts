import { expect, test } from 'vitest';
import { onOneLine } from './one-line.ts';

async function run(check: Parameters<typeof onOneLine>[0]) {
  const lines: string[] = [];
  const code = await onOneLine(check, (line) => lines.push(line));
  return { code, lines: lines.map((line): unknown => JSON.parse(line)) };
}

test('a check that holds prints its figures', async () => {
  const { code, lines } = await run(() => Promise.resolve({ seed: 1, failed: [] }));
  expect([code, lines]).toMatchObject([0, [{ seed: 1, failed: 0, what: [] }]]);
});

test('one that falls short says what failed', async () => {
  const { code, lines } = await run(() => Promise.resolve({ seed: 1, failed: ['an id'] }));
  expect([code, lines]).toMatchObject([1, [{ seed: 1, failed: 1, what: ['an id'] }]]);
});

test('one that breaks off prints its line all the same', async () => {
  const { code, lines } = await run(() => Promise.reject(new Error('no disk')));
  expect([code, lines]).toMatchObject([1, [{ failed: 1, what: [expect.stringContaining('no disk')] }]]);
});
