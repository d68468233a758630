import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenForFirst, noteSecondStart, silentFirst } from './second-start.ts';

let userData: string;
beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'rapport-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

test('a second start knows that the first one has heard of it, and when it has not', async () => {
  const first = listenForFirst(userData);
  noteSecondStart(userData);
  expect(await first()).toBe(true);
  const second = listenForFirst(userData);
  expect(await second(2)).toBe(false);
  noteSecondStart(userData);
  expect(await second(2)).toBe(true);
});

test('it is said in the language of the system, with what to do', () => {
  expect(silentFirst('en').message).toBe('Rapport does not react');
  expect(silentFirst('ru')).toEqual({
    message: 'Rapport не отвечает',
    detail: 'Программа уже открыта, но не отвечает. Завершите её и запустите снова. Сохранённое остаётся на месте.',
    buttons: ['Закрыть'],
  });
});
