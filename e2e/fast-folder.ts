import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** In bytes: hundreds of data files and browser profiles lie there at once. */
const room = 4 * 2 ** 30;

/** Some tests put programs of their own into the folder; containers often forbid to run anything from memory. */
function mayRunPrograms(folder: string): boolean {
  const own = mkdtempSync(path.join(folder, 'rapport-tests-'));
  try {
    const script = path.join(own, 'nothing');
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o700 });
    return spawnSync(script).status === 0;
  } finally {
    rmSync(own, { recursive: true });
  }
}

/**
 * A folder in memory, where there is one with room, else the system's folder for what does not last: tests make hundreds
 * of data files and throw them away. Where `TMPDIR` lies in memory already, it stays that one.
 */
export function fastFolder(memory = '/dev/shm', needed = room): string {
  if (tmpdir().startsWith(`${memory}/`)) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > needed && mayRunPrograms(memory)) return memory;
  } catch {
    // Only Linux has it.
  }
  return tmpdir();
}
