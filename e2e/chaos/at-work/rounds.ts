import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileOf } from '../real-backend.ts';
import { type KillAtWork, type KilledAtWork, killAtWork, lengthOf, type Work, works } from './kill-at-work.ts';

/** Of a hundred kills, thirty hit a migration and twenty a backup, a restoring or an export. */
export function shareOf(kills: number): Readonly<Record<Work, number>> {
  const others = Math.round(kills / 5);
  const third = Math.floor(others / 3);
  return { migration: Math.round(kills * 0.3), backup: others - 2 * third, restore: third, export: third };
}

/** Of all works, in the shares in which they are to be hit. */
export async function roundsAtWork(kills: number, random: () => number): Promise<readonly KilledAtWork[]> {
  const done: KilledAtWork[] = [];
  for (const work of works) done.push(...(await roundsOf(work, shareOf(kills)[work], random)));
  return done;
}

/** Only those count that hit the work before its end; one that came too late is made up for. */
export async function roundsOf(work: Work, wanted: number, random: () => number): Promise<readonly KilledAtWork[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-at-work-'));
  const done: KilledAtWork[] = [];
  try {
    const lengthMs = await lengthOf(root, work);
    for (let tries = 0; done.filter(({ isAmid }) => isAmid).length < wanted && tries < wanted * 5; tries += 1)
      done.push(await killAtWork(root, { work, random, lengthMs }).catch((error: unknown) => broken(work, error)));
    return done;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** One round that came to no end says why, and the others go on. */
function broken(work: Work, error: unknown): KilledAtWork {
  return { work, isAmid: false, reopenMs: 0, wrong: [String(error)] };
}

/** The log with all that was saved since the last start is thrown away: the check must see it. */
export function spoiltRound(): Promise<KilledAtWork> {
  return controlRound({ spoil: (folder) => rmSync(`${fileOf(folder)}-wal`, { force: true }) });
}

/** The work ends in the middle without being killed, as a program does that crashes. */
export function crashedRound(): Promise<KilledAtWork> {
  return controlRound({ strike: (child) => child.kill('SIGABRT') });
}

async function controlRound(broken: Pick<KillAtWork, 'spoil' | 'strike'>): Promise<KilledAtWork> {
  const root = mkdtempSync(path.join(tmpdir(), 'rapport-at-work-'));
  try {
    return await killAtWork(root, { work: 'backup', random: () => 0.99, lengthMs: 1500, ...broken });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export const isLossSeen = ({ wrong }: KilledAtWork): boolean => wrong.some((each) => each.startsWith('lost: '));
export const isCrashSeen = ({ wrong }: KilledAtWork): boolean =>
  wrong.some((each) => each.startsWith('ended by itself: SIGABRT'));
