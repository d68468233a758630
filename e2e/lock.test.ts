import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../electron/launcher/build.ts';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optional: z.boolean().optional(),
      engines: z.record(z.string(), z.string()).or(z.array(z.string())).optional(),
    }),
  ),
});

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}

/** A range that leaves Node 20 out: it begins at 21 or later and names no older line. */
function leavesNode20Out(range: string): boolean {
  return range.split('||').every((part) => Number(/\d+/.exec(part)?.[0] ?? 0) > 20);
}

describe('the lock', () => {
  it('holds no optional package that npm under Node 20 passes over', () => {
    // npm does not install an optional package whose engines leave out the Node it runs on itself, and says nothing. Our
    // tools run on the Node of node_modules, so such an entry goes without its engines.
    const { packages } = lock.parse(readJson('package-lock.json'));
    const passedOver = Object.entries(packages).filter(
      ([, { optional, engines }]) =>
        optional === true && !Array.isArray(engines) && leavesNode20Out(engines?.['node'] ?? '*'),
    );
    expect(passedOver.map(([name]) => name)).toEqual([]);
  });

  it('knows a range that leaves Node 20 out', () => {
    expect(['>=22.19.0', '^22.12.0 || >=24'].map(leavesNode20Out)).toEqual([true, true]);
    expect(['>=18', '^20.19.0 || >=22.12.0', '*', '>= 10'].map(leavesNode20Out)).toEqual([false, false, false, false]);
  });

  it('rests on exact versions', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest.parse(readJson('package.json'));
    const loose = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
