import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../electron/launcher/build.ts';
import { readPlaywright, readVitest, slowest } from './reports.ts';

let folder: string;
let report: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-reports-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  report = path.join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: readonly string[]): void {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '1' };
  spawnSync(path.join(root, 'node_modules/.bin', command), args, { cwd: folder, env });
}

const tests = (runner: string, skip: string) => `import { expect, test } from '${runner}';
test('two is two', () => expect(2).toBe(2));
test('two is three', () => expect(2).toBe(3));
${skip}('nobody looks', () => {});
`;

test('a report of unit tests names what failed and why', () => {
  writeFileSync(path.join(folder, 'some.test.mjs'), tests('vitest', 'test.skip'));
  writeFileSync(path.join(folder, 'broken.test.mjs'), 'throw new Error("cannot be loaded");');
  run('vitest', 'run', '--root', folder, '--reporter=json', `--outputFile.json=${report}`);
  const count = readVitest(report);
  expect(count).toMatchObject({ passed: 1, skipped: 1 });
  expect(count?.took.map(({ title }) => title).toSorted()).toEqual(['nobody looks', 'two is three', 'two is two']);
  expect(count?.failed.toSorted()).toEqual([
    expect.stringContaining('broken.test.mjs: '),
    expect.stringMatching(/some\.test\.mjs: two is three: AssertionError: expected 2 to be 3/),
  ]);
});

test('a unit test that passes only when it is run again is counted and named', () => {
  writeFileSync(
    path.join(folder, 'some.test.mjs'),
    `import { expect, test } from 'vitest';
let times = 0;
test('two is two in the end', () => { times += 1; expect(times).toBe(2); });
test('two is two', () => expect(2).toBe(2));`,
  );
  run('vitest', 'run', '--root', folder, '--retry=1', '--reporter=json', `--outputFile.json=${report}`);
  expect(readVitest(report)).toMatchObject({
    passed: 2,
    skipped: 0,
    failed: [],
    unsteady: [expect.stringMatching(/some\.test\.mjs: two is two in the end: AssertionError: expected 1 to be 2/)],
  });
});

test('a report of end-to-end tests names what failed in each project and why', () => {
  writeFileSync(path.join(folder, 'some.spec.mjs'), tests('@playwright/test', 'test.skip'));
  writeFileSync(
    path.join(folder, 'playwright.config.mjs'),
    `export default { reporter: 'json', projects: [{ name: 'one' }, { name: 'two' }] };`,
  );
  run('playwright', 'test');
  const count = readPlaywright(report);
  expect(count).toMatchObject({ passed: 2, skipped: 2 });
  expect(count?.took.map(({ file }) => file)).toEqual(Array.from({ length: 6 }, () => 'some.spec.mjs'));
  expect(count?.failed.toSorted()).toEqual(
    ['one', 'two'].map((project) =>
      expect.stringMatching(
        new RegExp(`^\\[${project}\\] some\\.spec\\.mjs:3 two is three: .*Expected: 3; Received: 2$`),
      ),
    ),
  );
});

test('a test that passes only when it is run again is counted and named', () => {
  writeFileSync(
    path.join(folder, 'some.spec.mjs'),
    `import { expect, test } from '@playwright/test';
test('two is two in the end', ({}, { retry }) => expect(retry + 1).toBe(2));
test('two is two', () => expect(2).toBe(2));`,
  );
  writeFileSync(path.join(folder, 'playwright.config.mjs'), `export default { reporter: 'json', retries: 1 };`);
  run('playwright', 'test');
  expect(readPlaywright(report)).toMatchObject({
    passed: 2,
    skipped: 0,
    failed: [],
    unsteady: [expect.stringMatching(/some\.spec\.mjs:2 two is two in the end: .*Expected: 2; Received: 1$/)],
  });
});

test('the slowest tests are named, the slowest first', () => {
  const took = [1500, 20, 3000].map((milliseconds) => ({
    file: 'a.spec.ts',
    title: `takes ${milliseconds}`,
    milliseconds,
  }));
  expect(slowest(took, 2)).toBe('3.0 s a.spec.ts: takes 3000; 1.5 s a.spec.ts: takes 1500');
});

test('a runner that left no report is known by it', () => {
  expect([readVitest(report), readPlaywright(report)]).toEqual([null, null]);
});
