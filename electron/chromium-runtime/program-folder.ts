import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The started program: the folder of its package.json, and what Electron reads from it. */
export interface Program {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function nearestPackage(folder: string): string {
  const here = path.join(folder, 'package.json');
  if (existsSync(here)) return here;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('The program has no package.json');
  return nearestPackage(above);
}

export function readProgram(mainFile: string): Program {
  const file = nearestPackage(path.dirname(mainFile));
  const described: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entry = (name: string): string | null =>
    typeof described === 'object' && described !== null ? text(Reflect.get(described, name)) : null;
  return {
    folder: path.dirname(file),
    name: entry('productName') ?? entry('name') ?? 'Rapport',
    version: entry('version') ?? '0.0.0',
  };
}
