import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dataOf } from '../real-backend.ts';

/** A disk of its own under the data of a copied scene; null where this user may not mount one. */
export function mountSmall(folder: string, size: string): (() => void) | null {
  const place = dataOf(folder);
  const beside = `${place}.beside`;
  cpSync(place, beside, { recursive: true });
  mkdirSync(place, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', place]).status !== 0) return null;
  cpSync(beside, place, { recursive: true });
  rmSync(beside, { recursive: true });
  return () => void spawnSync('umount', ['-l', place]);
}

export function remount(folder: string, how: 'ro' | 'rw'): boolean {
  return spawnSync('mount', ['-o', `remount,${how}`, dataOf(folder)]).status === 0;
}

/** What was on the disk stays when it is gone. */
export function keepData(folder: string, unmount: () => void): void {
  const place = dataOf(folder);
  const kept = `${place}.kept`;
  cpSync(place, kept, { recursive: true });
  unmount();
  rmSync(place, { recursive: true, force: true });
  cpSync(kept, place, { recursive: true });
  rmSync(kept, { recursive: true });
}
