import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileOf } from '../real-backend.ts';
import { type KilledAtWork, killAtWork, lengthOf, type Work, works } from './kill-at-work.ts';

/** Of a hundred kills, thirty hit a migration and twenty a backup, a restoring or an export. */
export function shareOf(kills: number): Readonly<Record<Work, number>> {
  const others = Math.round(kills / 5);
  const third = Math.floor(others / 3);
  return { migration: Math.round(kills * 0.3), backup: others - 2 * third, restore: third, export: third };
}

/** Only those count that hit the work before its end; one that came too late is made up for. */
export async function roundsAtWork(kills: number, random: () => number): Promise<readonly KilledAtWork[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-at-work-'));
  const done: KilledAtWork[] = [];
  try {
    for (const work of works) {
      const lengthMs = await lengthOf(root, work);
      const wanted = shareOf(kills)[work];
      const own: KilledAtWork[] = [];
      for (let tries = 0; own.filter(({ isAmid }) => isAmid).length < wanted && tries < wanted * 5; tries += 1)
        own.push(await killAtWork(root, { work, random, lengthMs }));
      done.push(...own);
    }
    return done;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The log with all that was saved since the last start is thrown away: the check must see it. */
export async function spoiltRound(): Promise<KilledAtWork> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-at-work-'));
  const spoil = (folder: string) => rmSync(`${fileOf(folder)}-wal`, { force: true });
  try {
    return await killAtWork(root, { work: 'backup', random: () => 0.99, lengthMs: 1500, spoil });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
