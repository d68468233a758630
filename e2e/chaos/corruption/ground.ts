import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openBackend } from '../../../electron/backend/backend.ts';
import { systemClock } from '../../../electron/backend/system-clock.ts';
import { testDesktop } from '../../../electron/backend/testing.ts';
import { dataOf, fileOf, openReal } from '../real-backend.ts';
import { type Rows, rowsIn } from './rows.ts';

/** A filled file that was closed well, with a backup of it, and what came after a time of work that was broken off. */
export interface Ground {
  readonly root: string;
  readonly folder: string;
  readonly rows: Rows;
  readonly bytes: Buffer;
  readonly pages: number;
}

export const pageSize = 4096;

export async function makeGround(): Promise<Ground> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-corruption-'));
  const folder = path.join(root, 'ground');
  mkdirSync(dataOf(folder), { recursive: true });
  await makeSample(root, fileOf(folder));
  const real = await openReal(folder);
  await real.call('board.createClient', { commandId: randomUUID(), name: 'Alder', stage: 'stable' });
  await real.call('safety.backUpNow', {});
  await real.backend.close();
  const bytes = readFileSync(fileOf(folder));
  const rows = rowsIn(fileOf(folder));
  // Who only reads leaves an empty log behind.
  for (const ending of ['-wal', '-shm']) rmSync(`${fileOf(folder)}${ending}`, { force: true });
  return { root, folder, rows, bytes, pages: bytes.length / pageSize };
}

/** The example of the program fills every corner of a file; here it is somebody's own. */
async function makeSample(root: string, target: string): Promise<void> {
  const folder = path.join(root, 'sample');
  const backend = await openBackend({
    folder,
    userData: path.join(root, 'sample-config'),
    sample: true,
    desktop: testDesktop('en'),
    clock: systemClock,
    appVersion: '0.0.0',
  });
  await backend.close();
  copyFileSync(path.join(folder, 'sample.db'), target);
  const file = new Database(target);
  file.exec(`update local_setting set value = 'en' where name = 'language'`);
  file.close();
}

/** A computer of its own with the same data. */
export function copyOf(ground: Ground, name: string): string {
  const folder = path.join(ground.root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(ground.folder, folder, { recursive: true });
  // What a computer knows of its files it knows by their paths.
  for (const name of ['device.json', 'closed.json']) {
    const known = path.join(folder, 'config', name);
    writeFileSync(known, readFileSync(known, 'utf8').replaceAll(ground.folder, folder));
  }
  return folder;
}
