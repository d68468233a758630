import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { fastFolder } from './fast-folder.ts';

const memory = mkdtempSync(path.join(tmpdir(), 'rapport-memory-'));
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => {
  rmSync(memory, { recursive: true });
});

test('is in memory where there is room, and leaves nothing there', () => {
  vi.stubEnv('TMPDIR', path.dirname(memory));
  expect(fastFolder(memory, 1)).toBe(memory);
  expect(readdirSync(memory)).toEqual([]);
});

test('is elsewhere without room, and where there is no memory for files', () => {
  vi.stubEnv('TMPDIR', '/elsewhere');
  expect(fastFolder(path.dirname(memory), 2 ** 60)).toBe('/elsewhere');
  expect(fastFolder(path.join(memory, 'missing'))).toBe('/elsewhere');
});

test('stays the one that was chosen in memory before', () => {
  vi.stubEnv('TMPDIR', '/dev/shm/chosen');
  expect(fastFolder('/dev/shm', 2 ** 60)).toBe('/dev/shm/chosen');
});
