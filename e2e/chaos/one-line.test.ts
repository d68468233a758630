import { afterEach, expect, test, vi } from 'vitest';
import { oneLine } from './one-line.ts';
import { within } from './within.ts';

afterEach(() => void vi.restoreAllMocks());

async function printed(work: Parameters<typeof oneLine>[0]) {
  vi.spyOn(console, 'error').mockReturnValue();
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const code = await oneLine(work);
  expect(log).toHaveBeenCalledOnce();
  return { code, line: JSON.parse(String(log.mock.calls[0]?.[0])) };
}

test('a check that holds prints its figures', async () => {
  const { code, line } = await printed(async (noted) => {
    noted['states'] = 12;
    return [];
  });
  expect(code).toBe(0);
  expect(line).toEqual({ states: 12, seconds: 0, failed: [] });
});

test('one that falls short says in what', async () => {
  const { code, line } = await printed(async () => ['2 states are wrong']);
  expect(code).toBe(1);
  expect(line.failed).toEqual(['2 states are wrong']);
});

test('one that breaks off prints what it had found and why it broke off', async () => {
  const { code, line } = await printed(async (noted) => {
    noted['states'] = 12;
    throw new Error('the chapter "work" did not end well');
  });
  expect(code).toBe(1);
  expect(line).toMatchObject({ states: 12, failed: ['broke off: the chapter "work" did not end well'] });
});

test('what takes too long fails in words and is ended', async () => {
  const giveUp = vi.fn();
  await expect(within(5, 'waiting', new Promise(() => undefined), giveUp)).rejects.toThrow(
    'waiting took longer than 0.005 s',
  );
  expect(giveUp).toHaveBeenCalledOnce();
  await expect(within(1000, 'waiting', Promise.resolve(7), giveUp)).resolves.toBe(7);
});
