import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { dataTablesOf } from '../../../db/digest.ts';
import { migrate } from '../../../db/migrate.ts';
import { openStorage } from '../../../db/storage.ts';
import { boardHandlers } from '../../../electron/backend/board.ts';
import { systemClock } from '../../../electron/backend/system-clock.ts';
import { fileOf } from '../real-backend.ts';
import { stateIn } from './cases.ts';
import { copyOf, type Ground } from './ground.ts';
import { type Damage, type Taking, zeroPage } from './kinds.ts';
import { rowsIn, type Share, shareOf } from './rows.ts';
import { type Hands, holdsWork, workIn } from './work.ts';

// The same storage without what stands before it: it opens whatever SQLite opens, and begins anew where that fails.

interface Careless {
  readonly hands: Hands;
  readonly close: () => void;
}

function openCarelessly(path: string): Careless {
  const file = new Database(path);
  try {
    migrate(file);
    const { now } = systemClock;
    const storage = openStorage({ file, now, newId: v7, changed: () => undefined });
    const board = boardHandlers({ storage, clock: systemClock });
    return {
      hands: { create: board['board.createClient'], move: board['board.moveClient'] },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function workCarelessly(path: string): Promise<string> {
  const { hands, close } = openCarelessly(path);
  try {
    return await workIn(hands);
  } finally {
    close();
  }
}

/** How such a program fares, in the eyes of the same check. */
export interface Fared {
  readonly tried: number;
  /** It opened the file as it was, and worked in it. */
  readonly opened: number;
  /** It showed something else than was saved, or changed what is not its own. */
  readonly caught: number;
}

const mostTries = 8;

/** As often as it takes to see that it is caught: a bit that fell over where nothing is stored harms nobody. */
export async function fareCarelessly(ground: Ground, damage: Damage, random: () => number): Promise<Fared> {
  let [tried, opened, caught] = [0, 0, 0];
  while (tried < mostTries && caught === 0) {
    const folder = copyOf(ground, 'control');
    await damage.harm(folder, ground, random);
    const before = stateIn(folder);
    tried += 1;
    const path = fileOf(folder);
    const worked = await workCarelessly(path).catch(() => null);
    if (worked !== null) opened += 1;
    const clientId = worked ?? (await workAnew(path));
    const isGood = damage.leaves === 'stays' ? stateIn(folder) === before : isHeld(path, ground, clientId);
    if (!isGood) caught += 1;
  }
  return { tried, opened, caught };
}

function workAnew(path: string): Promise<string> {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { recursive: true, force: true });
  return workCarelessly(path);
}

function isHeld(path: string, ground: Ground, clientId: string): boolean {
  try {
    return holdsWork(rowsIn(path), ground.rows, clientId);
  } catch {
    return false;
  }
}

/** It writes on into the file that was taken away, says that it is saved, and opens what lies there the next time. */
export async function fareTaken(ground: Ground, { take }: Taking): Promise<Fared> {
  const folder = copyOf(ground, 'control');
  const path = fileOf(folder);
  const { hands, close } = openCarelessly(path);
  let clientId: string;
  try {
    take(folder);
    clientId = await workIn(hands);
  } finally {
    close();
  }
  const isThere = existsSync(path) && isHeld(path, ground, clientId);
  return { tried: 1, opened: 1, caught: isThere ? 0 : 1 };
}

/** What a salvage saves that asks SQLite for the rows and takes what comes before the first error. */
export function salvagePlainly(ground: Ground, page: number): Share {
  const folder = copyOf(ground, 'control');
  zeroPage(folder, ground, page);
  const found = new Map<string, string[]>();
  try {
    const file = new Database(fileOf(folder), { readonly: true });
    for (const table of dataTablesOf(file)) {
      const rows: string[] = [];
      found.set(table, rows);
      try {
        for (const row of file.prepare(`select * from "${table}"`).raw().iterate()) rows.push(JSON.stringify(row));
      } catch {
        // As far as it came.
      }
    }
    file.close();
  } catch {
    // Not one row.
  }
  return shareOf({ agency: found, history: found }, ground.rows);
}
