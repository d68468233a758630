import type Database from 'better-sqlite3';
import type { Id } from '../shared/contract/call.ts';

// What hangs on what, read from the file itself, so that it holds for files of every version: the foreign keys, and the
// columns that are named after a table. What a template of handoffs says names it without a key, because the one that
// ships may have no row. The first one of a table says what its rows belong to and go with; the others only mention what
// may go without them.

/** A column that names rows of another table. */
export interface Link {
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

export interface RowName {
  readonly table: string;
  readonly id: Id;
}

/** Ids by table. */
export type Rows = ReadonlyMap<string, readonly Id[]>;

/** Partners lead and attend; nothing of a client is theirs. */
const nobodysOwner = 'partner';

const sharedTablesOf = `select name from pragma_table_list where schema = 'main' and type = 'table'
  and name not like 'local\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'`;

const saysOfTemplate = `cell.name = 'template' and shared.name like 'handoff\\_template\\_%' escape '\\'`;

/** In the order of the columns of each table. */
export function linksOf(file: Database.Database): readonly Link[] {
  return file
    .prepare<[], Link>(
      `with shared as (${sharedTablesOf})
      select shared.name as "table", cell.name as "column",
        coalesce(key."table", iif(${saysOfTemplate}, 'handoff_template', substr(cell.name, 1, length(cell.name) - 3))) as target
      from shared join pragma_table_xinfo(shared.name) as cell
      left join pragma_foreign_key_list(shared.name) as key on key."from" = cell.name
      where key."table" is not null or (${saysOfTemplate})
        or (cell.name like '%\\_id' escape '\\' and substr(cell.name, 1, length(cell.name) - 3) in (select name from shared))
      order by shared.name, cell.cid`,
    )
    .all();
}

/** The rows themselves and all that belongs to them, and to that again. */
export function rowsHangingOn(file: Database.Database, roots: readonly RowName[]): Rows {
  const queries = belongingQueries(file);
  const found = new Map<Id, string>(roots.map(({ table, id }) => [id, table]));
  for (let next: readonly Id[] = [...found.keys()]; next.length > 0;) {
    const ids = JSON.stringify(next);
    const further = queries.flatMap(({ table, query }) => query.all(ids).map((id) => ({ table, id })));
    const fresh = further.filter(({ id }) => !found.has(id));
    for (const { table, id } of fresh) found.set(id, table);
    next = fresh.map(({ id }) => id);
  }
  const byTable = Map.groupBy(found, ([, table]) => table);
  return new Map([...byTable].map(([table, entries]) => [table, entries.map(([id]) => id)]));
}

/** A row whose first column is empty belongs to what the next one names. */
function belongingQueries(file: Database.Database) {
  const byTable = Map.groupBy(
    linksOf(file).filter(({ target }) => target !== nobodysOwner),
    ({ table }) => table,
  );
  const byId = [...byTable].map(([table, links]) => {
    const columns = links.map(({ column }) => `"${column}"`);
    const owner = columns.length === 1 ? columns.join('') : `coalesce(${columns.join(', ')})`;
    const query = file
      .prepare<[string], Id>(`select id from "${table}" where ${owner} in (select value from json_each(?))`)
      .pluck();
    return { table, query };
  });
  return [...byId, ...daysOfCalendars(file)];
}

/** The only rows that name another one by its code. */
function daysOfCalendars(file: Database.Database) {
  const table = 'work_calendar_day';
  const has = file.prepare(`select 1 from pragma_table_list where schema = 'main' and name = ?`).pluck();
  if (has.get(table) === undefined) return [];
  const query = file
    .prepare<[string], Id>(
      `select id from ${table} where calendar in
        (select code from work_calendar where id in (select value from json_each(?)))`,
    )
    .pluck();
  return [{ table, query }];
}
