import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { localTables, sharedTables } from './schema.ts';

// The shape that lets several partners share later without a rewrite, read from the file that the migrations make.

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
  readonly hidden: number;
}

const columnsOf = (file: Database.Database, table: string) =>
  file
    .prepare<[string], ColumnFacts>('select name, type, "notnull", dflt_value, pk, hidden from pragma_table_xinfo(?)')
    .all(table);

const rows = (file: Database.Database, query: string, table: string) =>
  file.prepare<[string], Readonly<Record<string, unknown>>>(query).all(table);

/** Which of the rules a table breaks, in words. */
function brokenRules(file: Database.Database, table: string): readonly string[] {
  const columns = columnsOf(file, table);
  const sql = String(file.prepare('select sql from sqlite_schema where name = ?').pluck().get(table)).toLowerCase();
  const id = columns.find(({ name }) => name === 'id');
  const isLocal = table.startsWith('local_');
  const keys = rows(file, 'select "table", "to", on_delete, on_update from pragma_foreign_key_list(?)', table);
  const indexes = rows(file, 'select name, origin, "unique" as is_unique from pragma_index_list(?)', table);
  const facts = rows(file, 'select strict from pragma_table_list where name = ?', table);
  const shared: readonly (readonly [string, boolean])[] = [
    ['1: id text primary key not null', id?.type === 'TEXT' && id.pk === 1 && id.notnull === 1],
    ['1: the id alone is the key', columns.filter(({ pk }) => pk > 0).length === 1],
    ['3: deleted_at', columns.some(({ name, notnull }) => name === 'deleted_at' && notnull === 0)],
    [
      '4: every other column is nullable or has a default',
      columns.every(({ name, notnull, dflt_value }) => name === 'id' || notnull === 0 || dflt_value !== null),
    ],
    [
      '9: who and when',
      ['created_at', 'updated_at', 'created_by', 'updated_by'].every((name) =>
        columns.some((column) => column.name === name),
      ),
    ],
  ];
  const all: readonly (readonly [string, boolean])[] = [
    ['1: no autoincrement', !sql.includes('autoincrement')],
    ['4: strict', facts[0]?.['strict'] === 1],
    [
      '5: no action on delete',
      keys.every(({ on_delete, on_update }) => on_delete === 'NO ACTION' && on_update === 'NO ACTION'),
    ],
    ['6: nothing unique but the key', indexes.every(({ origin, is_unique }) => origin === 'pk' || is_unique === 0)],
    ['6: no check', !/\bcheck\s*\(/.test(sql)],
    ['8: nothing computed', columns.every(({ hidden }) => hidden === 0)],
  ];
  return (isLocal ? all : [...shared, ...all]).filter(([, holds]) => !holds).map(([rule]) => rule);
}

function migrated(extra = ''): Database.Database {
  const file = new Database(':memory:');
  migrate(file);
  file.exec(extra);
  return file;
}

const tablesOf = (file: Database.Database) =>
  file
    .prepare<[], string>(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
    )
    .pluck()
    .all();

test('every table has the shape', () => {
  const file = migrated();
  expect(Object.fromEntries(tablesOf(file).map((table) => [table, brokenRules(file, table)]))).toEqual(
    Object.fromEntries(tablesOf(file).map((table) => [table, []])),
  );
});

const common = `created_at text, updated_at text, created_by text, updated_by text, deleted_at text`;
test.each([
  ['1: id text primary key not null', `id integer primary key not null, ${common}`],
  [
    '1: the id alone is the key',
    `id text not null, other text not null default '', ${common}, primary key (id, other)`,
  ],
  ['1: no autoincrement', `id integer primary key autoincrement not null, ${common}`],
  ['3: deleted_at', 'id text primary key not null, created_at text, updated_at text, created_by text, updated_by text'],
  ['4: every other column is nullable or has a default', `id text primary key not null, ${common}, name text not null`],
  [
    '5: no action on delete',
    `id text primary key not null, ${common}, client_id text references client on delete cascade`,
  ],
  ['6: nothing unique but the key', `id text primary key not null, ${common}, code text unique`],
  ['6: no check', `id text primary key not null, ${common}, stage text check (stage in ('stable'))`],
  ['8: nothing computed', `id text primary key not null, ${common}, twice text as (id || id)`],
  ['9: who and when', 'id text primary key not null, created_at text, deleted_at text'],
])('a table that breaks "%s" is seen', (rule, columns) => {
  const file = migrated(`create table bad (${columns}) strict;`);
  expect(brokenRules(file, 'bad')).toContain(rule);
});

test('a loose table is seen', () => {
  expect(brokenRules(migrated(`create table bad (id text primary key not null, ${common});`), 'bad')).toContain(
    '4: strict',
  );
});

/** The types of the columns as the schema record writes them. */
const shapeOf = (file: Database.Database, table: string) =>
  Object.fromEntries(
    columnsOf(file, table).map(({ name, type, notnull, pk }) => [
      name,
      `${type.toLowerCase()}${notnull === 1 || pk > 0 ? '' : '?'}`,
    ]),
  );

test('the types of rows are those of the file', () => {
  const file = migrated();
  const record = { ...sharedTables, ...localTables };
  expect(tablesOf(file).toSorted()).toEqual(Object.keys(record).toSorted());
  for (const [table, columns] of Object.entries(record))
    expect([table, shapeOf(file, table)]).toEqual([table, columns]);
  expect(shapeOf(migrated('alter table client add column nickname text'), 'client')).not.toEqual(sharedTables.client);
});

test('what belongs to this computer is named so', () => {
  expect(Object.keys(localTables).every((name) => name.startsWith('local_'))).toBe(true);
  expect(Object.keys(sharedTables).some((name) => name.startsWith('local_'))).toBe(false);
});
