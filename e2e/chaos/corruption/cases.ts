import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf, fileOf, openReal, type RealBackend } from '../real-backend.ts';
import { copyOf, type Ground } from './ground.ts';
import type { Damage } from './kinds.ts';
import { isEqual, rowsIn, type Share, shareOf } from './rows.ts';

/** What the program made of one damaged file. */
export interface Case {
  readonly kind: string;
  /** Why it was refused; `whole` when it was opened and holds all that it held, `wrong` when it holds something else. */
  readonly outcome: string;
  /** The broken file was the same before, after, and under its new name. */
  readonly isKept: boolean;
  /** What was salvaged of it, where something could be. */
  readonly salvaged: Share | null;
  /** The backup led back to every row; null where it is not offered. */
  readonly isRestored: boolean | null;
}

/** A sha256 of a file and the log beside it, or of the names in a folder; where it lies is no matter. */
export function stateOf(place: string): string {
  const hash = createHash('sha256');
  for (const ending of ['', '-wal']) {
    if (!existsSync(`${place}${ending}`)) continue;
    const isFolder = statSync(`${place}${ending}`).isDirectory();
    hash.update(isFolder ? readdirSync(place).join() : readFileSync(`${place}${ending}`));
  }
  return hash.digest('hex');
}

const filesIn = (folder: string) => readdirSync(dataOf(folder)).filter((name) => name !== 'rapport.lock');

export async function playCase(ground: Ground, damage: Damage, random: () => number): Promise<Case> {
  const folder = copyOf(ground, 'case');
  await damage.harm(folder, ground, random);
  return playHarmed(ground, folder, damage);
}

export async function playHarmed(
  ground: Ground,
  folder: string,
  { name: kind, leaves }: Pick<Damage, 'name' | 'leaves'>,
): Promise<Case> {
  const [broken, beside] = [stateOf(fileOf(folder)), filesIn(folder)];
  const real = await openReal(folder);
  try {
    const loaded = await real.reply('settings.load', {});
    if (loaded.ok) {
      await real.backend.close();
      const outcome = isEqual(rowsIn(fileOf(folder)), ground.rows) ? 'whole' : 'wrong';
      return { kind, outcome, isKept: true, salvaged: null, isRestored: null };
    }
    const isUntouched = stateOf(fileOf(folder)) === broken && filesIn(folder).join() === beside.join();
    const found = { kind, outcome: loaded.code, salvaged: null, isRestored: null };
    if (leaves === 'stays') return { ...found, isKept: isUntouched && (await isLeftAlone(real)) };
    if (leaves === 'nothing') return { ...found, ...(await restore(ground, real, folder, broken)) };
    const salvaged = await salvage(ground, real, folder, broken);
    return { ...found, ...salvaged, isKept: isUntouched && salvaged.isKept };
  } finally {
    await real.backend.close();
  }
}

/** A whole file of somebody else is neither replaced nor read. */
async function isLeftAlone(real: RealBackend): Promise<boolean> {
  const { backups } = await real.call('safety.state', {});
  const replies = [
    await real.reply('safety.restoreBackup', { name: backups[0]?.name ?? '' }),
    await real.reply('safety.salvage', {}),
    await real.reply('safety.openSalvaged', {}),
  ];
  return replies.every((reply) => !reply.ok && reply.code === 'conflict');
}

/** The broken file lies under another name, as it was. */
function isSetAside(folder: string, broken: string): boolean {
  return filesIn(folder).some(
    (name) => /^rapport-set-aside-.*\.db$/.test(name) && stateOf(path.join(dataOf(folder), name)) === broken,
  );
}

async function salvage(
  ground: Ground,
  real: RealBackend,
  folder: string,
  broken: string,
): Promise<Pick<Case, 'isKept' | 'salvaged'>> {
  await real.call('safety.salvage', {});
  const isUntouched = stateOf(fileOf(folder)) === broken;
  await real.call('safety.openSalvaged', {});
  await real.call('settings.load', {});
  await real.backend.close();
  const salvaged = shareOf(rowsIn(fileOf(folder)), ground.rows);
  return { isKept: isUntouched && isSetAside(folder, broken), salvaged };
}

async function restore(
  ground: Ground,
  real: RealBackend,
  folder: string,
  broken: string,
): Promise<Pick<Case, 'isKept' | 'isRestored'>> {
  const { backups } = await real.call('safety.state', {});
  await real.call('safety.restoreBackup', { name: backups[0]?.name ?? '' });
  await real.call('settings.load', {});
  await real.backend.close();
  return { isKept: isSetAside(folder, broken), isRestored: shareOf(rowsIn(fileOf(folder)), ground.rows).agency === 1 };
}

/** The same damage, with the other way out. */
export async function playRestore(ground: Ground, damage: Damage, random: () => number): Promise<Case> {
  const folder = copyOf(ground, 'case');
  await damage.harm(folder, ground, random);
  const broken = stateOf(fileOf(folder));
  const real = await openReal(folder);
  try {
    const loaded = await real.reply('settings.load', {});
    const found = { kind: damage.name, salvaged: null };
    if (loaded.ok) return { ...found, outcome: 'whole', isKept: true, isRestored: null };
    return { ...found, outcome: loaded.code, ...(await restore(ground, real, folder, broken)) };
  } finally {
    await real.backend.close();
  }
}

/** The file goes while the program has it open: what was saved a moment before is there again. */
export async function playTaken(
  ground: Ground,
  { name: kind, take }: { readonly name: string; readonly take: (folder: string) => void },
): Promise<Case> {
  const folder = copyOf(ground, 'case');
  const real = await openReal(folder);
  try {
    const { card } = await real.call('board.createClient', {
      commandId: randomUUID(),
      name: 'Saved a moment ago',
      stage: 'stable',
    });
    take(folder);
    for (let seconds = 0; seconds < 30; seconds += 0.2) {
      if ((await real.call('safety.state', {})).warning === 'file_replaced') break;
      await pause(200);
    }
    await real.reply('settings.leaveSample', {});
    const loaded = await real.reply('settings.load', {});
    if (loaded.ok) return { kind, outcome: 'wrong', isKept: false, salvaged: null, isRestored: false };
    const taken = existsSync(fileOf(folder)) ? stateOf(fileOf(folder)) : null;
    const { rescued, backups } = await real.call('safety.state', {});
    if (rescued === null) await real.call('safety.restoreBackup', { name: backups[0]?.name ?? '' });
    else await real.call('safety.openRescued', {});
    const board = await real.call('board.load', {});
    const isThere = board.cards.some(({ id }) => id === card.id);
    await real.backend.close();
    const { agency } = shareOf(rowsIn(fileOf(folder)), ground.rows);
    const isKept = taken === null || isSetAside(folder, taken);
    return { kind, outcome: loaded.code, isKept, salvaged: null, isRestored: isThere && agency === 1 };
  } finally {
    await real.backend.close();
  }
}

export function clear(ground: Ground): void {
  rmSync(ground.root, { recursive: true, force: true });
}
