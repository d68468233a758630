import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const mainFile = path.join(root, 'dist/electron/main.js');

const configurations = ['renderer/vite.config.ts', 'electron/vite.config.ts', 'electron/vite.preload.config.ts'];
const sources = ['shared', 'db', 'electron', 'renderer', 'package-lock.json'];
const stampFile = path.join(root, 'dist/built.txt');

function isPartOfProgram(file: string): boolean {
  return !/\.test\.tsx?$/.test(file) && !file.includes('chromium-runtime') && !file.includes('launcher');
}

/** A digest of names, sizes and times of all files the build is made from. */
function stampOfSources(): string {
  const digest = createHash('sha256');
  for (const source of sources) {
    const place = path.join(root, source);
    const inside = statSync(place).isDirectory() ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [''];
    for (const name of inside.toSorted().filter(isPartOfProgram)) {
      const status = statSync(path.join(place, name));
      if (status.isFile()) digest.update(`${source}/${name} ${status.size} ${status.mtimeMs}\n`);
    }
  }
  return digest.digest('hex');
}

function builtStamp(): string | null {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

/** Builds renderer, main and preload into dist/. */
export async function build(): Promise<void> {
  const stamp = stampOfSources();
  const vite = await import('vite');
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  for (const name of configurations) {
    await vite.build({ configFile: path.join(root, name), logLevel: 'warn' });
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Builds only when a source changed since the last build. */
export async function buildIfNeeded(): Promise<void> {
  if (builtStamp() === stampOfSources()) return;
  console.error('Building …');
  await build();
}
