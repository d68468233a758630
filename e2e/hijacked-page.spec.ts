import path from 'node:path';
import { root } from '../electron/launcher/build.ts';
import { expect, test } from './app.ts';
import { hijackProgram, shortOfHijack } from './ipc/hijack.ts';

test('a page in wrong hands gets refusals and changes nothing; a program that answers everybody is caught', ({
  folder,
}) => {
  test.setTimeout(600_000);
  const found = hijackProgram(path.join(root, 'dist/electron/main.js'), folder, { timeout: 500_000, most: 2 });
  expect(shortOfHijack(found)).toEqual([]);
});
