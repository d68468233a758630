import { v4 } from 'uuid';
import type { TestContext } from './testing.ts';

// Rows as they may stand in a file, for tests about what is read from them.

export function fill(context: TestContext, ...sql: readonly string[]): Promise<unknown> {
  return context.storage.write({ id: v4(), name: 'clients.edit' }, async () => {
    for (const text of sql) context.storage.file.exec(text);
  });
}

export const client = (id: string, more: Readonly<Record<string, string | number>> = {}) => {
  const cells = { id, name: id, stage: 'stable', ...more };
  const values = Object.values(cells).map((value) => (typeof value === 'number' ? value : `'${value}'`));
  return `insert into client (${Object.keys(cells).join()}) values (${values.join()})`;
};
export const touch = (clientId: string, at: string) =>
  `insert into note (id, client_id, kind, happened_at, finished_at) values ('${v4()}', '${clientId}', 'call', '${at}', '${at}')`;
export const task = (id: string, clientId: string, dueOn: string, more = "'agency', null") =>
  `insert into task (id, client_id, title, due_on, side, done_at) values ('${id}', '${clientId}', '${id}', '${dueOn}', ${more})`;
