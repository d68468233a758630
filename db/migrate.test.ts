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
