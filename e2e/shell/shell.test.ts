import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfNeeded, root } from '../../electron/launcher/build.ts';
import { allMistakes, copyOfBuild, inspectCopy, namesOf, pointsElsewhere, pointsOf, tryMistakes } from './copies.ts';

let folder = '';

beforeAll(async () => {
  await buildIfNeeded();
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-shell-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the shell', () => {
  it.concurrent.each(['shown', 'not shown'] as const)('keeps its promises as built, %s', async (kind) => {
    const outcome = await inspectCopy(copyOfBuild(folder, `control ${kind}`), kind);
    expect(outcome.found?.broken, outcome.text).toEqual([]);
    expect(outcome.code).toBe(0);
    const everyPoint = Array.from({ length: 20 }, (_, index) => index + 1);
    const points = [...pointsOf(outcome), ...pointsElsewhere].toSorted((one, other) => one - other);
    if (kind === 'shown') expect(points).toEqual(everyPoint);
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

describe('a mistake in the shell is caught', () => {
  const groups = allMistakes.map((mistakes, index) => [namesOf(mistakes), mistakes, index] as const);
  it.concurrent.each(groups)('%s', async (_names, mistakes, index) => {
    const { missed, text } = await tryMistakes(folder, `mistake-${index}`, mistakes);
    expect(missed, text).toEqual([]);
  });
});
