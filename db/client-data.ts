import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';
import type { ClientData, DataRow } from '../shared/client-data.ts';
import { AppError } from '../shared/errors.ts';
import { rowsHangingOn } from './client-rows.ts';

/** All that is kept about one client as it stands in the file, with what lies in the trash, and who the partners in it are. */
export function readClientData(file: Database.Database, clientId: Id): ClientData {
  const name = file.prepare<[Id], string>('select name from client where id = ?').pluck().get(clientId);
  if (name === undefined) throw new AppError('not_found', 'no such client');
  const rows = rowsHangingOn(file, [{ table: 'client', id: clientId }]);
  const tables = [...rows].map(([table, ids]) => {
    const query = file.prepare<[string], DataRow>(
      `select * from "${table}" where id in (select value from json_each(?)) order by created_at, id`,
    );
    return [table, query.all(JSON.stringify(ids))] as const;
  });
  const partners = file.prepare<[], { id: Id; name: string }>('select id, name from partner order by id').all();
  return { name, tables: Object.fromEntries(tables.toSorted(([one], [other]) => (one < other ? -1 : 1))), partners };
}
