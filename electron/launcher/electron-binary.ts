import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.ts';

function binaryName(folder: string): string {
  const named = path.join(folder, 'path.txt');
  if (existsSync(named)) return readFileSync(named, 'utf8').trim();
  switch (process.platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}

/** Electron's binary, found by its files: `require('electron')` would begin to download it. */
export function electronBinary(): string | null {
  const folder = path.join(root, 'node_modules/electron');
  const distribution = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist');
  const binary = path.join(distribution, binaryName(folder));
  return existsSync(binary) ? binary : null;
}
