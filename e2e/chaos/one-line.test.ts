import { afterEach, expect, test, vi } from 'vitest';
import { oneLine, shortOf } from './one-line.ts';

const lines: unknown[] = [];
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)));
vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => lines.splice(0));

test('figures that hold end well, and those that fall short say what', async () => {
  const check = (isSo: boolean) => () =>
    Promise.resolve({ figures: { tried: 3 }, fellShort: shortOf({ 'nothing is lost': isSo }) });
  expect(await oneLine('chaos:it', check(true))).toBe(0);
  expect(await oneLine('chaos:it', check(false))).toBe(1);
  expect(lines).toEqual([
    { command: 'chaos:it', tried: 3, fellShort: [] },
    { command: 'chaos:it', tried: 3, fellShort: ['nothing is lost'] },
  ]);
});

test('a check that ends before its end says so in its line, and does not end well', async () => {
  expect(await oneLine('chaos:it', () => Promise.reject(new Error('the disk is gone')))).toBe(1);
  expect(lines).toEqual([{ command: 'chaos:it', fellShort: ['ended before its end: Error: the disk is gone'] }]);
});
