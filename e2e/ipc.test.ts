import { expect, test } from 'vitest';
import { attackBackend } from './ipc/ground.ts';
import { attackUnchecked } from './ipc/unchecked.ts';

/** The long form attacks all of them. */
const attacked = /^(?:settings|board|health|search)\./;

test('calls refuse what does not belong there, and nothing is changed or told', { timeout: 300_000 }, async () => {
  const found = await attackBackend({ count: 12, isAttacked: (name) => attacked.test(name) });
  expect(found.bad).toEqual([]);
  expect(found.payloads).toBeGreaterThan(0);
  expect(found.replayed).toBeGreaterThan(0);
});

test('control: handlers without a schema, which tell what went wrong, are caught', async () => {
  const { bad } = await attackUnchecked(60);
  for (const fault of ['took what does not fit', 'says too much', 'wrote on'])
    expect(
      bad.some((each) => each.includes(fault)),
      fault,
    ).toBe(true);
});
