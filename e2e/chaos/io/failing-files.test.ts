import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quickPlace } from '../quick-place.ts';
import { type FailingFiles, failingFiles, type Fault, isDue } from './fault.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(quickPlace, 'rapport-failing-'));
  folder = path.join(root, 'disk');
  mkdirSync(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const preload = pathToFileURL(path.join(import.meta.dirname, 'failing-files.ts')).href;

/** Runs lines that write `file`, `whole` into it, with Node's own modules at hand; the code of what they throw, or "done". */
function play(lines: string, { fault = null, inWorker = false }: { fault?: Fault | null; inWorker?: boolean } = {}) {
  const told: FailingFiles = { folder, fault, countsTo: path.join(root, 'counts') };
  const script = `
    const fs = require('node:fs'); const { pipeline } = require('node:stream/promises'); const { Readable } = require('node:stream');
    const file = ${JSON.stringify(path.join(folder, 'file'))}; const whole = 'all of it '.repeat(100);
    (async () => { ${lines} })().then(() => console.log('done'), (problem) => console.log(problem.code));`;
  const entry = path.join(root, 'entry.cjs');
  writeFileSync(entry, script);
  const starting = `new (require('node:worker_threads').Worker)(${JSON.stringify(entry)})`;
  const args = inWorker ? ['-e', starting] : [entry];
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    encoding: 'utf8',
    env: { ...process.env, [failingFiles]: JSON.stringify(told) },
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

function counted(): Readonly<Record<string, number>> {
  const counts = globSync(path.join(root, 'counts.*')).map((name) => JSON.parse(readFileSync(name, 'utf8')));
  return counts[0] ?? {};
}

const ways: readonly (readonly [lines: string, call: Fault['call']])[] = [
  [`fs.writeFileSync(file, whole)`, 'write'],
  [`fs.writeFileSync(file, whole, { encoding: 'utf8' })`, 'write'],
  [`fs.writeFileSync(file, Buffer.from(whole), { mode: 0o600, flush: true })`, 'write'],
  [`fs.appendFileSync(file, whole)`, 'write'],
  [`const at = fs.openSync(file, 'w'); fs.writeSync(at, whole); fs.closeSync(at)`, 'write'],
  [
    `const at = fs.openSync(file, 'w'); fs.writeSync(at, Buffer.from(whole), 0, whole.length, 0); fs.closeSync(at)`,
    'write',
  ],
  [`await pipeline(Readable.from([whole]), fs.createWriteStream(file, { flags: 'wx', flush: true }))`, 'write'],
  [`await new Promise((done, fail) => fs.writeFile(file, whole, (error) => (error ? fail(error) : done())))`, 'write'],
  [`await fs.promises.writeFile(file, whole)`, 'write'],
  [`await fs.promises.appendFile(file, whole)`, 'write'],
  [
    `const at = await fs.promises.open(file, 'wx'); try { await at.writeFile(whole) } finally { await at.close() }`,
    'write',
  ],
  [`const at = await fs.promises.open(file, 'w'); try { await at.write(whole) } finally { await at.close() }`, 'write'],
  [`fs.openSync(file, 'wx', 0o600)`, 'open'],
  [`(await fs.promises.open(file, 'w')).close()`, 'open'],
  [`await pipeline(Readable.from([whole]), fs.createWriteStream(file))`, 'open'],
  [`fs.mkdirSync(file)`, 'mkdir'],
  [`await fs.promises.mkdir(file, { recursive: true })`, 'mkdir'],
  [`fs.copyFileSync(process.execPath, file)`, 'copyFile'],
  [`await fs.promises.copyFile(process.execPath, file)`, 'copyFile'],
];

test.each(ways)('%s is counted, and fails when its turn comes', (lines, call) => {
  expect(play(lines)).toBe('done');
  expect(counted()[call]).toBeGreaterThan(0);
  rmSync(path.join(folder, 'file'), { recursive: true, force: true });
  expect(play(lines, { fault: { call, error: 'ENOSPC', when: '1+' } })).toBe('ENOSPC');
});

test.each(['write', 'open'] as const)('%s fails in a thread of its own as well', (call) => {
  const lines = `fs.writeFileSync(file, whole)`;
  expect(play(lines, { fault: { call, error: 'EIO', when: '1' }, inWorker: true })).toBe('EIO');
});

test('a full disk takes the first half', () => {
  play(`fs.writeFileSync(file, whole)`, { fault: { call: 'write', error: 'ENOSPC', when: '1+' } });
  expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('all of it '.repeat(50));
});

test('a short write is cut by who does not look, and whole by who goes on', () => {
  const fault = { call: 'write', error: 'short', when: '1' } as const;
  const size = () => readFileSync(path.join(folder, 'file')).length;
  expect(play(`fs.writeSync(fs.openSync(file, 'w'), Buffer.from(whole))`, { fault })).toBe('done');
  expect(size()).toBe(500);
  expect(play(`fs.writeFileSync(file, whole)`, { fault })).toBe('done');
  expect(size()).toBe(1000);
  expect(play(`await pipeline(Readable.from([whole]), fs.createWriteStream(file))`, { fault })).toBe('done');
  expect(size()).toBe(1000);
});

test('control: reading, and writing elsewhere, never fails', () => {
  const fault = { call: 'open', error: 'EIO', when: '1+' } as const;
  const elsewhere = path.join(root, 'elsewhere');
  expect(
    play(`fs.readFileSync(process.execPath); fs.writeFileSync(${JSON.stringify(elsewhere)}, whole)`, { fault }),
  ).toBe('done');
  expect(counted()['open'] ?? 0).toBe(0);
});

test.each([
  ['3', [3]],
  ['3..5', [3, 4, 5]],
  ['6+', [6, 7, 8]],
  ['2+3', [2, 5, 8]],
])('%s fails the calls %j of eight', (when, due) => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].filter((count) => isDue(when, count))).toEqual(due);
});
