import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { openFile } from './open.ts';
import { openStorage } from './storage.ts';

// A column that an update adds must be empty in the rows that are there: Undo compares a row with what was logged when
// it was made, and takes a cell that is filled now for somebody's later change.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = () => '2026-11-23T08:00:00.000Z';

function open(steps: readonly Migration[]) {
  return openFile(join(folder, 'rapport.db'), { steps });
}

/** A row in every table of the agency, logged as the program of that version did; undone by that of another. */
async function undoAfter(before: readonly Migration[], after: readonly Migration[]): Promise<number> {
  const old = open(before);
  const tables = old
    .prepare<[], string>(`select m.name from sqlite_schema as m where type = 'table' and name not like 'local_%'
      and exists (select 1 from pragma_table_info(m.name) where name = 'deleted_at')`)
    .pluck()
    .all();
  old.transaction(() => {
    const within = old.prepare('update local_context set command_seq = ?');
    const begin = old.prepare(`insert into local_command (id, name, made_at) values (?, 'clients.edit', ?)`);
    within.run(begin.run(v7(), now()).lastInsertRowid);
    for (const table of tables) old.prepare(`insert into ${table} (id) values (?)`).run(v7());
    within.run(null);
  })();
  old.close();
  const updated = openStorage({ file: open(after), now, newId: v7, changed: () => undefined });
  try {
    await updated.undo(v7());
    const left = tables.filter(
      (table) => updated.file.prepare(`select 1 from ${table} where deleted_at is null`).get() !== undefined,
    );
    expect(left).toEqual([]);
    return tables.length;
  } finally {
    await updated.close();
  }
}

test('what was done before an update is undone after it', async () => {
  expect(await undoAfter(migrations.slice(0, 5), migrations)).toBeGreaterThan(20);
});

test('a column that comes filled would stand in the way', async () => {
  const faulty = migrations.map((step) => ({
    ...step,
    sql: step.sql.replace('add column plan_day integer;', 'add column plan_day integer not null default 0;'),
  }));
  await expect(undoAfter(migrations.slice(0, 5), faulty)).rejects.toMatchObject({ code: 'undo_conflict' });
});
