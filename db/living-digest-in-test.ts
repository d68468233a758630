import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { sharedTables } from './schema.ts';

/** Over the rows that live, without who touched them last: what a partner sees of the data, and what Undo brings back. */
export function livingDigest(file: Database.Database): string {
  const hash = createHash('sha256');
  for (const [table, columns] of Object.entries(sharedTables)) {
    const names = Object.keys(columns).filter((name) => name !== 'updated_at' && name !== 'updated_by');
    const rows = file.prepare(`select ${names.join()} from ${table} where deleted_at is null order by id`).raw().all();
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest('hex');
}
