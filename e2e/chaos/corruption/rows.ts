import Database from 'better-sqlite3';
import { dataTablesOf } from '../../../db/digest.ts';

/** Every row as text, by its table: the agency's, and those of its history. */
export interface Rows {
  readonly agency: ReadonlyMap<string, readonly string[]>;
  readonly history: ReadonlyMap<string, readonly string[]>;
}

export function rowsIn(path: string): Rows {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const all = dataTablesOf(file).map((table): [string, readonly string[]] => [
      table,
      file
        .prepare(`select * from "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    const isHistory = ([table]: readonly [string, unknown]) => table.startsWith('local_');
    return { agency: new Map(all.filter((each) => !isHistory(each))), history: new Map(all.filter(isHistory)) };
  } finally {
    file.close();
  }
}

/** Which part of the rows is there again, to the letter. */
export interface Share {
  readonly agency: number;
  readonly history: number;
}

export function shareOf(found: Rows, whole: Rows): Share {
  return { agency: shareIn(found.agency, whole.agency), history: shareIn(found.history, whole.history) };
}

function shareIn(found: Rows['agency'], whole: Rows['agency']): number {
  let all = 0;
  let kept = 0;
  for (const [table, rows] of whole) {
    const here = new Set(found.get(table));
    all += rows.length;
    kept += rows.filter((row) => here.has(row)).length;
  }
  return kept / all;
}

export function isEqual(found: Rows, whole: Rows): boolean {
  const { agency, history } = shareOf(found, whole);
  const count = (rows: Rows) =>
    [...rows.agency.values(), ...rows.history.values()].reduce((sum, { length }) => sum + length, 0);
  return agency === 1 && history === 1 && count(found) === count(whole);
}
