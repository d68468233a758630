import { expect, test, vi } from 'vitest';
import { within } from './within.ts';

test('what takes too long fails in words and is ended, and what is in time gives its value', async () => {
  const giveUp = vi.fn();
  await expect(within(5, 'waiting', new Promise(() => undefined), giveUp)).rejects.toThrow(
    'waiting took longer than 0.005 s',
  );
  expect(giveUp).toHaveBeenCalledOnce();
  await expect(within(1000, 'waiting', Promise.resolve(7), giveUp)).resolves.toBe(7);
});
