import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultOf, log, logInto } from './log.ts';
import { testParts } from './testing.ts';

test('the log lies with the program’s own files, for its owner alone, and nowhere before', () => {
  const parts = testParts();
  const file = join(parts.userData, 'logs', 'main.log');
  log.error('too early');
  expect(existsSync(file)).toBe(false);
  logInto(parts.userData);
  log.error('settings.load', 'failed');
  log.transports.file.level = false;
  expect(readFileSync(file, 'utf8')).toContain('settings.load failed');
  expect(readFileSync(file, 'utf8')).not.toContain('too early');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  parts.remove();
});

test('where no log can lie there is none, and the program goes on', () => {
  const parts = testParts();
  const inTheWay = join(parts.userData, 'logs');
  mkdirSync(parts.userData, { recursive: true });
  writeFileSync(inTheWay, 'not a folder');
  log.transports.file.level = 'info';
  expect(() => logInto(parts.userData)).not.toThrow();
  expect(log.transports.file.level).toBe(false);
  log.error('settings.load', 'failed');
  expect(readFileSync(inTheWay, 'utf8')).toBe('not a folder');
  parts.remove();
});

test('a fault is told by its name, its code and where it was, never by its message', () => {
  const fault = Object.assign(new Error('at'), { code: 'SQLITE_FULL' });
  const [first, ...frames] = faultOf(fault).split('\n');
  expect(first).toBe('Error SQLITE_FULL');
  expect(frames[0]).toContain('log.test.ts');
  const words = faultOf(new Error('Alder\n    at their wits’ end'));
  expect(words).not.toContain('wits');
  expect(words).toMatch(/^Error\n +at .*log\.test\.ts/);
});
