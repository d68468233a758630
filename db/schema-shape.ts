import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { changeLogTriggers } from './change-log.ts';
import { versionOf } from './migrate.ts';
import { shapes } from './migrations/shapes.ts';

// A file brings its schema along, and a schema can act: a trigger runs with every write, a view stands for a table, a
// default is worked out. So a file is ours only with the very schema that the migrations make.

interface Part {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** Statistics that another program may have left, which say nothing of what is stored. */
const harmless = /^sqlite_stat\d$/;
/** SQLite's own tables of the search index: their words are its business. */
const ofIndex = /^local_search_(data|idx|docsize|config|content)$/;

/** A sha256 of all tables and indexes; the triggers follow from the tables. */
export function shapeOf(file: Database.Database): string {
  const parts = partsOf(file).filter(({ type, name }) => type !== 'trigger' && !harmless.test(name));
  const told = parts.map((part) => [part.type, part.name, part.tbl_name, ofIndex.test(part.name) ? null : part.sql]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

function partsOf(file: Database.Database): readonly Part[] {
  return file.prepare<[], Part>('select type, name, tbl_name, sql from sqlite_schema order by type, name').all();
}

/**
 * Refuses with `file_damaged` what the migrations did not make. False when the triggers of the change log say something
 * else than today's: they are to be made anew before anything is written.
 */
export function hasOwnSchema(file: Database.Database): boolean {
  const known = shapes[versionOf(file)];
  if (known === undefined) return true;
  if (shapeOf(file) !== known) throw new AppError('file_damaged', 'not the schema that the migrations make');
  const expected = triggersIn(changeLogTriggers(file));
  const found = partsOf(file).filter(({ type }) => type === 'trigger');
  const stranger = found.find(({ name }) => versionOf(file) > 0 && !expected.has(name));
  if (stranger !== undefined) throw new AppError('file_damaged', 'a trigger that is not of the change log');
  return found.length === expected.size && found.every(({ name, sql }) => sql === expected.get(name));
}

/** As SQLite keeps them. */
function triggersIn(statements: string): ReadonlyMap<string, string> {
  return new Map(
    [...statements.matchAll(/^create trigger (\w+) [^]*?^end(?=;$)/gm)].map(([sql, name = '']) => [
      name,
      sql.replace('create trigger', 'CREATE TRIGGER'),
    ]),
  );
}

export function renewTriggers(file: Database.Database): void {
  file.transaction(() => file.exec(changeLogTriggers(file)))();
}
