import type Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { sharedTables } from './schema.ts';

/**
 * Refuses a file whose pages are of different times, as when an older file has got the log of a newer one: SQLite puts
 * them together without a word. Rows are then missing that the change log knows, or say less than it does.
 */
export function refuseTornTime(file: Database.Database): void {
  const here = new Set(file.prepare<[], string>(`select name from sqlite_schema where type = 'table'`).pluck().all());
  for (const table of Object.keys(sharedTables)) {
    if (!here.has(table)) continue;
    if (file.pragma(`integrity_check(${table})`, { simple: true }) !== 'ok' || isTorn(file, table))
      throw new AppError('file_damaged', 'pages of different times');
  }
  if (file.prepare('select 1 from pragma_foreign_key_check limit 1').get() !== undefined)
    throw new AppError('file_damaged', 'rows without what they lean on');
}

function isTorn(file: Database.Database, table: string): boolean {
  const torn = file.prepare<[string, string]>(
    `select 1 from local_change where table_name = ? and column_name = 'id' and before is null
       and row_id not in (select id from "${table}")
     union all
     select 1 from (select row_id, after, max(command_seq) from local_change
       where table_name = ? and column_name = 'updated_at' group by row_id) as last
     join "${table}" as row on row.id = last.row_id where row.updated_at < last.after
     limit 1`,
  );
  return torn.get(table, table) !== undefined;
}
