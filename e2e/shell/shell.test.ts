import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfNeeded, root } from '../../electron/launcher/build.ts';
import { mutations } from './mutations.ts';

interface Outcome {
  readonly code: number;
  readonly text: string;
}

let folder = '';

beforeAll(async () => {
  await buildIfNeeded();
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-shell-'));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of the built program, which can be spoilt. */
function copyOfBuild(name: string): string {
  const copy = path.join(folder, name);
  mkdirSync(path.join(copy, 'dist'), { recursive: true });
  cpSync(path.join(root, 'dist/electron'), path.join(copy, 'dist/electron'), { recursive: true });
  symlinkSync(path.join(root, 'dist/renderer'), path.join(copy, 'dist/renderer'));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  return copy;
}

/** Holds all promises of the shell against a copy, in a process of its own. */
function inspect(copy: string): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const args = [path.join(root, 'e2e/shell/inspect.mjs'), path.join(copy, 'dist/electron/main.js'), copy];
  const environment = { ...process.env, LANG: 'en_US.UTF-8', HOME: copy };
  execFile(process.execPath, args, { env: environment, timeout: 110_000 }, (problem, stdout, stderr) => {
    resolve({ code: typeof problem?.code === 'number' ? problem.code : problem ? -1 : 0, text: `${stdout}${stderr}` });
  });
  return promise;
}

describe('the shell', { timeout: 180_000 }, () => {
  it('keeps its promises as built', async () => {
    const { code, text } = await inspect(copyOfBuild('control'));
    expect(text).toContain('"broken":null');
    expect(code).toBe(0);
    const { promises }: { readonly promises: readonly string[] } = JSON.parse(text.slice(text.indexOf('{"promises"')));
    const points = new Set(promises.map((promise) => Number.parseInt(promise, 10)));
    // The version and the fuses are no matter of a program that runs: faults.test.ts looks at them.
    const elsewhere = [16, 19];
    expect(Array.from({ length: 20 }, (_, index) => index + 1).filter((point) => !points.has(point))).toEqual(
      elsewhere,
    );
  });

  it('has a preload that is one CommonJS file and requires electron alone', () => {
    const text = readFileSync(path.join(root, 'dist/electron/preload.cjs'), 'utf8');
    expect([...text.matchAll(/require\(([^)]*)\)/g)].map((found) => found[1])).toEqual(['"electron"']);
    expect(text).not.toMatch(/^\s*(?:import|export)\b|\bimport\(/m);
  });

  it('stays small where it touches Electron', () => {
    const lines = ['main', 'preload', 'window', 'menu', 'desktop', 'smoke'].flatMap((name) =>
      readFileSync(path.join(root, `electron/${name}.ts`), 'utf8').split('\n'),
    );
    const code = lines.filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line));
    expect(code.length).toBeLessThan(340);
  });
});

describe('a mistake in the shell is caught', { timeout: 180_000 }, () => {
  it.concurrent.each(mutations.map((mutation, index) => ({ ...mutation, index })))(
    '$mistake',
    async ({ index, file, from, to, caughtBy }) => {
      const copy = copyOfBuild(`mistake-${index}`);
      const spoilt = path.join(copy, 'dist/electron', file);
      const built = readFileSync(spoilt, 'utf8');
      const changed = built.replace(from, () => to);
      expect(changed, 'the mistake changes the file').not.toBe(built);
      writeFileSync(spoilt, changed);
      const { code, text } = await inspect(copy);
      expect(text).toContain(caughtBy);
      expect(code).not.toBe(0);
    },
  );
});
