import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const mainFile = path.join(root, 'dist/electron/main.js');

/** Each configuration and the folder of dist/ it fills. */
const parts = [
  ['renderer/vite.config.ts', 'renderer'],
  ['electron/vite.config.ts', 'electron'],
  ['electron/vite.preload.config.ts', 'electron'],
  ['electron/vite.worker.config.ts', 'electron'],
  ['electron/vite.note-worker.config.ts', 'electron'],
  ['electron/vite.backup-worker.config.ts', 'electron'],
] as const;
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

/** Builds renderer, main with its workers and preload, and then puts them in the place of dist/: a failed build leaves the last one. */
export async function build(): Promise<void> {
  const stamp = stampOfSources();
  const { build: buildPart } = await import('vite');
  const fresh = path.join(root, `node_modules/.cache/rapport-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  for (const [configuration, folder] of parts) {
    await buildPart({
      configFile: path.join(root, configuration),
      logLevel: 'warn',
      build: { outDir: path.join(fresh, folder), emptyOutDir: false },
    });
  }
  writeFileSync(path.join(fresh, 'built.txt'), stamp);
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, path.join(root, 'dist'));
}

/** Builds only when a source changed since the last build. */
export async function buildIfNeeded(): Promise<void> {
  if (builtStamp() === stampOfSources()) return;
  console.error('Building …');
  await build();
}
