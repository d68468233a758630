import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from './backup.ts';
import { differencesBetween } from './backup-difference.ts';
import { digestOf } from './digest.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(() => storage.remove());

const change = (sql: string) =>
  storage.write({ id: v7(), name: 'board.createClient' }, () => Promise.resolve(void storage.file.exec(sql)));
const client = (id: string, name: string) =>
  `insert into client (id, name, stage) values ('${id}', '${name}', 'stable');`;
function backedUp(): string {
  const folder = join(storage.path, '..', 'backups');
  return join(folder, makeBackup(storage.file, folder, '2026-11-23T09:12:00.000Z').name);
}

test('nothing differs from a backup of now', async () => {
  await change(client('a', 'Ольха'));
  expect(differencesBetween(storage.path, backedUp())).toEqual([]);
});

test('what was made, deleted and changed since is told by kind, clients and notes first', async () => {
  await change(`${client('a', 'Ольха')} ${client('b', 'Полынь')}
    insert into task (id, client_id, title) values ('t', 'a', 'Спросить');
    insert into note (id, client_id, kind, body) values ('n', 'a', 'call', '# Созвон' || char(10) || 'Остатки');`);
  const then = backedUp();
  await change(`${client('c', 'Черепок')}
    update client set deleted_at = '2026-11-23' where id = 'b';
    update client set name = 'Ольха и сын' where id = 'a';
    update task set updated_at = '2026-11-24' where id = 't';
    update note set body = '# Встреча' where id = 'n';
    insert into contact (id, client_id, name) values ('m', 'a', 'Марина');`);
  expect(differencesBetween(storage.path, then)).toEqual([
    {
      kind: 'client',
      onlyNow: { count: 1, names: ['Черепок'] },
      onlyThen: { count: 1, names: ['Полынь'] },
      changed: { count: 1, names: ['Ольха и сын'] },
    },
    {
      kind: 'note',
      onlyNow: { count: 0, names: [] },
      onlyThen: { count: 0, names: [] },
      changed: { count: 1, names: ['Встреча'] },
    },
    {
      kind: 'contact',
      onlyNow: { count: 1, names: ['Марина'] },
      onlyThen: { count: 0, names: [] },
      changed: { count: 0, names: [] },
    },
  ]);
});

test('only the first names are told of many, and nothing of what lies in the trash of both', async () => {
  await change(`${client('x', 'В корзине')} update client set deleted_at = '2026-11-20' where id = 'x';`);
  const then = backedUp();
  await change(
    `${[...'abcde'].map((id) => client(id, `Клиент ${id}`)).join('')} update client set name = 'y' where id = 'x';`,
  );
  const [clients] = differencesBetween(storage.path, then);
  expect(clients?.onlyNow.count).toBe(5);
  expect(clients?.onlyNow.names).toHaveLength(3);
  expect(clients?.changed.count).toBe(0);
});

test('a file of an earlier version is compared in what both know, and neither is written to', async () => {
  await change(client('a', 'Ольха'));
  const then = backedUp();
  const copy = new Database(then);
  const triggers = copy.prepare<[], string>(`select name from sqlite_schema where type = 'trigger'`).pluck().all();
  for (const name of triggers) copy.exec(`drop trigger "${name}"`);
  copy.exec('alter table client drop column their_horizon; drop table snooze');
  copy.close();
  const [before, bytes] = [digestOf(storage.file), readFileSync(then)];
  expect(differencesBetween(storage.path, then)).toEqual([]);
  await change(`update client set name = 'Полынь' where id = 'a'`);
  expect(differencesBetween(storage.path, then)).toMatchObject([{ kind: 'client', changed: { names: ['Полынь'] } }]);
  expect(digestOf(storage.file).rows).toBeGreaterThan(before.rows);
  expect(readFileSync(then).equals(bytes)).toBe(true);
});
