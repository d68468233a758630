import Database from 'better-sqlite3';
import { dataTablesOf } from '../../../db/digest.ts';
import { fileOf } from '../real-backend.ts';
import { copyOf, type Ground } from './ground.ts';
import { type Damage, zeroPage } from './kinds.ts';
import { isEqual, rowsIn, type Share, shareOf } from './rows.ts';

/** How often a program that opens whatever SQLite opens, and trusts its check, shows something else than was saved. */
export async function openUnchecked(
  ground: Ground,
  damage: Damage,
  rounds: number,
  random: () => number,
): Promise<number> {
  let wrong = 0;
  for (let round = 0; round < rounds; round += 1) {
    const folder = copyOf(ground, 'control');
    await damage.harm(folder, ground, random);
    if (isOpenedWrongly(fileOf(folder), ground)) wrong += 1;
  }
  return wrong;
}

function isOpenedWrongly(path: string, ground: Ground): boolean {
  try {
    const file = new Database(path, { readonly: true });
    const checked = file.pragma('quick_check', { simple: true });
    file.close();
    return checked === 'ok' && !isEqual(rowsIn(path), ground.rows);
  } catch {
    return false;
  }
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
