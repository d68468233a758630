import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import { changeLogTriggers } from './change-log.ts';
import { dataTablesOf } from './digest.ts';
import { applicationId, migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** A data file of its own that gets the rows of another, history and all. Nobody else has it open, and a broken one is thrown away. */
export interface Filling {
  readonly file: Database.Database;
  readonly tables: readonly string[];
  /** Takes rows one by one; `archive_damaged` when one does not fit into the table. */
  readonly into: (table: string) => (row: unknown) => void;
  /** Refuses what leans on something that is not there; afterwards the file is as the program makes it. */
  readonly settle: () => void;
  /** What is written lies on the disk then. */
  readonly close: () => void;
}

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A file of this version of the schema or of an earlier one, at a place where there is none. */
export function openFilling(path: string, version: number): Filling {
  closeSync(openSync(path, 'wx', 0o600));
  const file = new Database(path);
  try {
    // Whatever goes wrong, it is made anew: until it is closed nothing has to last.
    for (const setting of ['journal_mode = off', 'synchronous = off', 'foreign_keys = off']) file.pragma(setting);
    file.pragma(`application_id = ${applicationId}`);
    migrate(
      file,
      migrations.filter((step) => step.version <= version),
    );
    // The rows bring their own history.
    for (const name of triggersOf(file)) file.exec(`drop trigger "${name}"`);
    const tables = dataTablesOf(file);
    for (const table of tables) file.exec(`delete from "${table}"`);
    file.exec('begin');
    return {
      file,
      tables,
      into: (table) => fill(file, table),
      settle: () => {
        file.exec(changeLogTriggers(file));
        file.exec('commit');
        if (file.prepare('select 1 from pragma_foreign_key_check limit 1').get() !== undefined)
          throw new AppError('archive_damaged', 'rows without what they lean on');
      },
      close: () => {
        file.close();
        syncToDisk(path);
      },
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function triggersOf(file: Database.Database): readonly string[] {
  return file.prepare<[], string>(`select name from sqlite_schema where type = 'trigger'`).pluck().all();
}

function fill(file: Database.Database, table: string): (given: unknown) => void {
  const columns = file.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = file.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  return (given) => {
    const { data } = row.safeParse(given);
    if (!data || Object.keys(data).length !== columns.length || !columns.every((column) => Object.hasOwn(data, column)))
      throw new AppError('archive_damaged', 'a row of another table');
    try {
      insert.run(columns.map((column) => cellOf(data[column])));
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
        throw new AppError('archive_damaged', error.code);
      throw error;
    }
  };
}

/** A number as JavaScript has it would become a fraction where a column takes anything. */
function cellOf(value: string | number | null | undefined): string | number | bigint | null {
  if (value === undefined) return null;
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}
