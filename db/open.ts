import Database from 'better-sqlite3';
import { applicationId, migrate } from './migrate.ts';

/** The settings that keep "saved" true; set and read back at every open (this build drops to NORMAL in WAL mode). */
const pragmas: readonly (readonly [name: string, value: string | number, readBack: string | number])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
  ['foreign_keys', 1, 1],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
  ['secure_delete', 1, 1],
  ['busy_timeout', 5000, 5000],
];

export function openFile(path: string): Database.Database {
  const file = new Database(path);
  if (file.pragma('application_id', { simple: true }) === 0) file.pragma(`application_id = ${applicationId}`);
  for (const [name, value, readBack] of pragmas) {
    file.pragma(`${name} = ${value}`);
    if (file.pragma(name, { simple: true }) !== readBack) throw new Error(`pragma ${name} did not hold`);
  }
  migrate(file);
  return file;
}
