import { expect, test } from 'vitest';
import { contract } from '../shared/contract/contract.ts';
import { attackBackend } from './ipc/ground.ts';
import { attackUnchecked } from './ipc/unchecked.ts';

test('every call refuses what does not belong there, and nothing is changed or told', async () => {
  const found = await attackBackend({ count: 12 });
  expect(found.bad).toEqual([]);
  expect(found.payloads).toBeGreaterThanOrEqual(12 * Object.keys(contract).length);
  expect(found.carriedOut).toBeGreaterThan(100);
  expect(found.replayed).toBeGreaterThan(100);
});

test('control: handlers without a schema, which tell what went wrong, are caught', async () => {
  const { bad } = await attackUnchecked(60);
  for (const fault of ['took what does not fit', 'says too much', 'wrote on'])
    expect(
      bad.some((each) => each.includes(fault)),
      fault,
    ).toBe(true);
});
