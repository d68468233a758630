import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfNeeded, root } from '../../electron/launcher/build.ts';
import { patience } from '../patience.ts';
import { mistakesOfMain, mistakesOnPage, type Mutation } from './mutations.ts';

interface Outcome {
  readonly code: number;
  readonly text: string;
  /** Null where the program was stopped before it could be asked. */
  readonly found: { readonly promises: readonly string[]; readonly broken: readonly string[] } | null;
}

let folder = '';

beforeAll(async () => {
  await buildIfNeeded();
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-shell-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const changeable: readonly string[] = ['main.js', 'preload.cjs'] satisfies readonly Mutation['file'][];

/** The built program, with main and preload of its own, which can be spoilt. */
function copyOfBuild(name: string): string {
  const copy = path.join(folder, name);
  const built = path.join(root, 'dist/electron');
  const own = path.join(copy, 'dist/electron');
  mkdirSync(own, { recursive: true });
  for (const file of readdirSync(built)) {
    if (changeable.includes(file)) cpSync(path.join(built, file), path.join(own, file));
    else symlinkSync(path.join(built, file), path.join(own, file));
  }
  symlinkSync(path.join(root, 'dist/renderer'), path.join(copy, 'dist/renderer'));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  return copy;
}

/** Holds the promises of the shell against a copy, in a process of its own; without a browser those of main alone. */
function inspect(copy: string, kind: 'shown' | 'not shown'): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const args = [path.join(root, 'e2e/shell/inspect.mjs'), path.join(copy, 'dist/electron/main.js'), copy, kind];
  const env = { ...process.env, LANG: 'en_US.UTF-8', HOME: copy };
  execFile(process.execPath, args, { env, timeout: patience.testTimeout - 10_000 }, (problem, stdout, stderr) => {
    const report = stdout.split('\n').find((line) => line.startsWith('{"promises"'));
    resolve({
      code: typeof problem?.code === 'number' ? problem.code : problem ? -1 : 0,
      text: `${stdout}${stderr}`,
      found: report === undefined ? null : JSON.parse(report),
    });
  });
  return promise;
}

/**
 * Mistakes that break one promise each, and not the same one, are made in one copy: what they break must be broken then and
 * nothing else, so that one which covers another up is seen. `SHELL_MISTAKES=each` makes every one alone.
 */
function together(mistakes: readonly Mutation[]): readonly (readonly Mutation[])[] {
  if (process.env['SHELL_MISTAKES'] === 'each') return mistakes.map((mistake) => [mistake]);
  const groups: Mutation[][] = [];
  for (const mistake of mistakes) {
    const [promise, ...more] = mistake.breaks;
    const isSingle = promise !== undefined && more.length === 0;
    const fits = (group: Mutation[]) => group.every(({ breaks }) => breaks.length === 1 && breaks[0] !== promise);
    const group = isSingle ? groups.find(fits) : undefined;
    if (group) group.push(mistake);
    else groups.push([mistake]);
  }
  return groups;
}

function spoil(copy: string, { mistake, file, from, to }: Mutation): void {
  const spoilt = path.join(copy, 'dist/electron', file);
  const built = readFileSync(spoilt, 'utf8');
  const changed = built.replace(from, () => to);
  expect(changed, `${mistake}: the file is changed`).not.toBe(built);
  writeFileSync(spoilt, changed);
}

describe('the shell', () => {
  it.concurrent.each(['shown', 'not shown'] as const)('keeps its promises as built, %s', async (kind) => {
    const { code, text, found } = await inspect(copyOfBuild(`control ${kind}`), kind);
    expect(found?.broken, text).toEqual([]);
    expect(code).toBe(0);
    if (kind === 'not shown') return;
    const points = new Set(found?.promises.map((promise) => Number.parseInt(promise, 10)));
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

const groups = [
  ...together(mistakesOnPage).map((mistakes) => ({ kind: 'shown', mistakes }) as const),
  ...together(mistakesOfMain).map((mistakes) => ({ kind: 'not shown', mistakes }) as const),
].map((group, index) => [group.mistakes.map(({ mistake }) => mistake).join('; '), { ...group, index }] as const);

describe('a mistake in the shell is caught', () => {
  it.concurrent.each(groups)('%s', async (_names, { index, kind, mistakes }) => {
    const copy = copyOfBuild(`mistake-${index}`);
    for (const mistake of mistakes) spoil(copy, mistake);
    const { code, text, found } = await inspect(copy, kind);
    for (const { refusal } of mistakes) if (refusal !== undefined) expect(text).toContain(refusal);
    const broken = mistakes.flatMap(({ breaks }) => breaks);
    if (broken.length > 0) expect(found?.broken.toSorted(), text).toEqual(broken.toSorted());
    else expect(found, text).toBeNull();
    expect(code).not.toBe(0);
  });
});
