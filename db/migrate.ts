import type Database from 'better-sqlite3';
import { changeLogTriggers } from './change-log.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';

/** Marks a file as Rapport's: the letters "Rppt". */
export const applicationId = 0x52707074;

export function versionOf(file: Database.Database): number {
  return Number(file.pragma('user_version', { simple: true }));
}

/**
 * Runs every pending step, makes the change log's triggers anew and sets the version, all in one transaction: a failure
 * anywhere leaves the file as it was.
 */
export function migrate(file: Database.Database, steps: readonly Migration[] = migrations): void {
  const from = versionOf(file);
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return;
  file.exec('begin immediate');
  try {
    for (const step of pending) file.exec(step.sql);
    file.exec(changeLogTriggers(file));
    file.pragma(`user_version = ${pending.at(-1)?.version ?? from}`);
    file.exec('commit');
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    throw error;
  }
}
