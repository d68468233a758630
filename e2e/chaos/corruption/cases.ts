import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf, fileOf, openReal, type RealBackend } from '../real-backend.ts';
import { copyOf, type Ground } from './ground.ts';
import { type Damage, type Taking, zeroPage } from './kinds.ts';
import { isEqual, rowsIn, type Share, shareOf } from './rows.ts';
import { holdsWork, workIn } from './work.ts';

/** What the program made of one damaged file. */
export interface Case {
  readonly kind: string;
  /**
   * Why it was refused; `whole` when it was opened, held all that it held, and took what was written next; `wrong` when
   * something else was shown or became of it; `ended` when the program did not come so far.
   */
  readonly outcome: string;
  /** The broken file was the same before, after, and under its new name; null when it was opened. */
  readonly isKept: boolean | null;
  /** What was salvaged of it, where something could be. */
  readonly salvaged: Share | null;
  /** The backup led back to every row; null where it is not offered. */
  readonly isRestored: boolean | null;
  /** Of the bytes of the file, which part is there. */
  readonly left?: number;
  readonly problem?: string;
}

/** Least part of the rows that is saved when one page is gone; of a file that was cut off, of what is left. */
export const leastSaved = 0.99;

export function isGood({ outcome, isKept, salvaged, isRestored, left = 1 }: Case): boolean {
  const isSaved = salvaged === null || Math.min(salvaged.agency, salvaged.history) >= leastSaved * left;
  return outcome !== 'wrong' && outcome !== 'ended' && isKept !== false && isSaved && isRestored !== false;
}

/** A program that ends by itself is a fault like any other, and ends no check. */
async function orEnded(kind: string, play: () => Promise<Case>): Promise<Case> {
  return play().catch((error: unknown) => ({
    kind,
    outcome: 'ended',
    isKept: null,
    salvaged: null,
    isRestored: null,
    problem: String(error),
  }));
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

/** The file and what lies beside it: the same for as long as nobody touches them. */
export const stateIn = (folder: string): string => [stateOf(fileOf(folder)), ...filesIn(folder)].join();

export function playCase(ground: Ground, damage: Damage, random: () => number): Promise<Case> {
  return orEnded(damage.name, async () => {
    const folder = copyOf(ground, 'case');
    await damage.harm(folder, ground, random);
    return playOn(ground, folder, damage);
  });
}

export function playZeroed(ground: Ground, page: number): Promise<Case> {
  const kind = 'each page zeroed';
  return orEnded(kind, async () => {
    const folder = copyOf(ground, 'case');
    zeroPage(folder, ground, page);
    return playOn(ground, folder, { name: kind, leaves: 'pieces' });
  });
}

async function playOn(
  ground: Ground,
  folder: string,
  { name: kind, leaves }: Pick<Damage, 'name' | 'leaves'>,
): Promise<Case> {
  const [broken, before] = [stateOf(fileOf(folder)), stateIn(folder)];
  const left = leaves === 'pieces' ? Math.min(1, statSync(fileOf(folder)).size / ground.bytes.length) : 1;
  const real = await openReal(folder);
  try {
    const loaded = await real.reply('settings.load', {});
    if (loaded.ok) return await playOpened(ground, folder, { real, kind, leaves });
    const isUntouched = stateIn(folder) === before;
    const found = { kind, outcome: loaded.code, salvaged: null, isRestored: null, left };
    if (leaves === 'stays') return { ...found, isKept: (await isLeftAlone(real)) && stateIn(folder) === before };
    const wayOut =
      leaves === 'nothing' ? await restore(ground, real, folder, broken) : await salvage(ground, real, folder, broken);
    return { ...found, ...wayOut, isKept: isUntouched && wayOut.isKept };
  } finally {
    await real.backend.close();
  }
}

/** What was opened must be all that there was, and do nothing of its own when it is worked in. */
async function playOpened(
  ground: Ground,
  folder: string,
  { real, kind, leaves }: { readonly real: RealBackend } & Pick<Damage, 'leaves'> & Pick<Case, 'kind'>,
): Promise<Case> {
  const wasWhole = isEqual(rowsIn(fileOf(folder)), ground.rows);
  const clientId = await workIn({
    create: (input) => real.call('board.createClient', input),
    move: (input) => real.call('board.moveClient', input),
  });
  await real.backend.close();
  const holds = holdsWork(rowsIn(fileOf(folder)), ground.rows, clientId);
  const opened = { kind, isKept: null, salvaged: null, isRestored: null };
  if (leaves !== 'stays' && wasWhole && holds) return { ...opened, outcome: 'whole' };
  return { ...opened, outcome: 'wrong', problem: `it was ${wasWhole ? 'whole' : 'not whole'} before it was worked in` };
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

type WayOut<Found extends keyof Case> = Pick<Case, Found> & { readonly isKept: boolean };

async function salvage(ground: Ground, real: RealBackend, folder: string, broken: string): Promise<WayOut<'salvaged'>> {
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
): Promise<WayOut<'isRestored'>> {
  const { backups } = await real.call('safety.state', {});
  await real.call('safety.restoreBackup', { name: backups[0]?.name ?? '' });
  await real.call('settings.load', {});
  await real.backend.close();
  return { isKept: isSetAside(folder, broken), isRestored: shareOf(rowsIn(fileOf(folder)), ground.rows).agency === 1 };
}

/** The same damage, with the other way out. */
export function playRestore(ground: Ground, damage: Damage, random: () => number): Promise<Case> {
  return orEnded(damage.name, async () => {
    const folder = copyOf(ground, 'case');
    await damage.harm(folder, ground, random);
    const broken = stateOf(fileOf(folder));
    const real = await openReal(folder);
    try {
      const loaded = await real.reply('settings.load', {});
      const { name: kind, leaves } = damage;
      if (loaded.ok) return await playOpened(ground, folder, { real, kind, leaves });
      return { kind, outcome: loaded.code, salvaged: null, ...(await restore(ground, real, folder, broken)) };
    } finally {
      await real.backend.close();
    }
  });
}

/** The file goes while the program has it open: what was saved a moment before is there again. */
export function playTaken(ground: Ground, { name: kind, take }: Taking): Promise<Case> {
  return orEnded(kind, async () => {
    const folder = copyOf(ground, 'case');
    const real = await openReal(folder);
    try {
      const { card } = await real.call('board.createClient', {
        commandId: randomUUID(),
        name: 'Saved a moment ago',
        stage: 'stable',
      });
      take(folder);
      for (let seconds = 0; seconds < 60; seconds += 0.2) {
        if ((await real.call('safety.state', {})).warning === 'file_replaced') break;
        await pause(200);
      }
      await real.reply('settings.leaveSample', {});
      const loaded = await real.reply('settings.load', {});
      if (loaded.ok) return { kind, outcome: 'wrong', isKept: null, salvaged: null, isRestored: false };
      const taken = existsSync(fileOf(folder)) ? stateOf(fileOf(folder)) : null;
      await real.call('safety.openRescued', {});
      const board = await real.call('board.load', {});
      const isThere = board.cards.some(({ id }) => id === card.id);
      await real.backend.close();
      const { agency } = shareOf(rowsIn(fileOf(folder)), ground.rows);
      const isKept = taken === null || isSetAside(folder, taken);
      return { kind, outcome: loaded.code, isKept, salvaged: null, isRestored: isThere && agency === 1 };
    } finally {
      await real.backend.close();
    }
  });
}

export function clear(ground: Ground): void {
  rmSync(ground.root, { recursive: true, force: true });
}
