import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

const separator = '\n-- statement\n';

/** The statements of a migration; triggers hold semicolons of their own, so SQLite decides where one ends. */
function statementsOf(sql: string, version: number): readonly string[] {
  const scratch = new Database(':memory:');
  migrate(scratch, migrations.slice(0, version - 1));
  const statements: string[] = [];
  let pending = '';
  for (const piece of sql.split(/(?<=;)\s*\n/)) {
    pending += `${piece}\n`;
    try {
      scratch.exec(pending);
    } catch (error) {
      if (error instanceof Error && error.message === 'incomplete input') continue;
      throw error;
    }
    if (pending.trim() !== '') statements.push(pending);
    pending = '';
  }
  scratch.close();
  return statements;
}

test.each(migrations)('a fault after any statement of "$name" leaves the file as it was', ({ version, name, sql }) => {
  const file = new Database(':memory:');
  migrate(file, migrations.slice(0, version - 1));
  const schema = () => file.prepare('select * from sqlite_schema order by name').all();
  const before = { digest: digestOf(file), schema: schema() };
  const statements = statementsOf(sql, version);
  expect(statements.length).toBeGreaterThan(0);
  for (let count = 0; count <= statements.length; count += 1) {
    const faulty = `${statements.slice(0, count).join(separator)}\nselect broken from nowhere;`;
    expect(() => migrate(file, [{ version, name, sql: faulty }])).toThrow('no such table');
    expect({ digest: digestOf(file), schema: schema() }).toEqual(before);
    expect(file.pragma('user_version', { simple: true })).toBe(version - 1);
  }
  file.close();
});

test('templates of notes come to a file that is in use: what it held stays, and changes of them are logged', () => {
  const file = new Database(':memory:');
  migrate(file, migrations.slice(0, 3));
  file.exec(`update local_context set command_seq = 1;
    insert into local_command (seq, id, name, kind, state, made_at) values (1, 'one', 'clients.edit', 'do', 'done', '');
    insert into client (id, name) values ('a', 'Alder');
    insert into note (id, client_id, body) values ('n', 'a', 'Said');`);
  const tables = ['client', 'note', 'local_change', 'local_command'];
  const before = digestOf(file, tables);
  migrate(file);
  expect(digestOf(file, tables)).toEqual(before);
  file.exec(`insert into note_template (id, title_en) values ('t', 'Brief')`);
  const logged = file.prepare(`select after from local_change where row_id = 't' and column_name = 'title_en'`);
  expect(logged.pluck().get()).toBe('Brief');
  expect(() => file.exec(`delete from note_template`)).toThrow('rows are not deleted');
  file.close();
});
