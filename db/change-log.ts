import type Database from 'better-sqlite3';
import { sharedTables } from './schema.ts';

/**
 * The change log: triggers note, per command, table, row and column, the value before and after; within one command the
 * first "before" and the last "after" stay. An inserted row is known by its `id` cell, whose "before" is null. The same
 * triggers refuse writes outside a command, hard deletes and changes of an id. They are made for what the file holds: of an
 * older version that is less than the schema record knows.
 */
export function changeLogTriggers(file: Database.Database): string {
  const columnsOf = file.prepare<[string], string>('select name from pragma_table_info(?)').pluck();
  return Object.keys(sharedTables)
    .map((table) => [table, columnsOf.all(table)] as const)
    .filter(([, columns]) => columns.length > 0)
    .map(([table, columns]) => triggersOf(table, columns))
    .join('\n');
}

function triggersOf(table: string, columns: readonly string[]): string {
  const log = (changes: string) => `
    select raise(abort, 'write outside a command: ${table}') from local_context where command_seq is null;
    insert into local_change (command_seq, table_name, row_id, column_name, before, after)
      ${changes}
      on conflict do update set after = excluded.after;`;
  // Nearly every cell of a new row is logged, in the order of the log's key; of a changed one few are.
  const born = columns
    .toSorted()
    .map(
      (column) => `select command_seq, '${table}', new.id, '${column}', null, new.${column}
      from local_context where new.${column} is not null`,
    )
    .join('\n      union all ');
  const cells = columns
    .map((column) => `select '${column}' as name, old.${column} as before, new.${column} as after`)
    .join('\n      union all ');
  const changed = `select command_seq, '${table}', new.id, cell.name, cell.before, cell.after
      from local_context, (${cells}) as cell
      where cell.before is not cell.after`;
  return `
drop trigger if exists log_insert_${table};
create trigger log_insert_${table} after insert on ${table} begin${log(born)}
end;
drop trigger if exists log_update_${table};
create trigger log_update_${table} after update on ${table} begin${log(changed)}
end;
drop trigger if exists keep_id_${table};
create trigger keep_id_${table} before update of id on ${table} when new.id is not old.id begin
  select raise(abort, 'an id never changes: ${table}');
end;
drop trigger if exists keep_row_${table};
create trigger keep_row_${table} before delete on ${table}
when (select erasing from local_context) = 0 begin
  select raise(abort, 'rows are not deleted: ${table}');
end;`;
}
