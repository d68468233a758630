import type Database from 'better-sqlite3';
import type { How } from './erasures.ts';
import { linksOf, type RowName, type Rows, rowsHangingOn } from './client-rows.ts';

/** The state of a command in the log whose records are gone: its number and its kind stay, and no step goes over it. */
export const erasedState = 'erased';

/**
 * Inside a transaction, for ever: the rows with all that belongs to them, and what the change log knows of them. Rows of
 * others that mention them stay, without the mention. What the log kept of other rows in the same commands stays as well.
 */
export function eraseRows(file: Database.Database, roots: readonly RowName[]): Rows {
  const rows = rowsHangingOn(file, roots);
  // Whichever goes first: all of them are gone at the end.
  file.pragma('defer_foreign_keys = on');
  forgetMentions(file, rows);
  file.exec('update local_context set erasing = 1');
  for (const [table, ids] of rows)
    file.prepare(`delete from "${table}" where id in (select value from json_each(?))`).run(JSON.stringify(ids));
  file.exec('update local_context set erasing = 0');
  eraseLog(file, rows);
  return rows;
}

function forgetMentions(file: Database.Database, rows: Rows): void {
  for (const { table, column, target } of linksOf(file)) {
    const gone = JSON.stringify(rows.get(target) ?? []);
    const going = JSON.stringify(rows.get(table) ?? []);
    file
      .prepare(
        `update "${table}" set "${column}" = null where "${column}" in (select value from json_each(?))
          and id not in (select value from json_each(?))`,
      )
      .run(gone, going);
  }
}

function eraseLog(file: Database.Database, rows: Rows): void {
  const touched = new Set<number>();
  const ofRow = `table_name = ? and row_id in (select value from json_each(?))`;
  const seqs = file
    .prepare<[string, string], number>(`select distinct command_seq from local_change where ${ofRow}`)
    .pluck();
  const forget = file.prepare<[string, string]>(`delete from local_change where ${ofRow}`);
  for (const [table, ids] of rows) {
    for (const seq of seqs.all(table, JSON.stringify(ids))) touched.add(seq);
    forget.run(table, JSON.stringify(ids));
  }
  file
    .prepare<[string, string]>(
      `update local_command set made_by = null,
        state = case state when 'done' then ? when 'undone' then 'abandoned' else state end,
        name = iif(exists (select 1 from local_change where command_seq = seq), name, '')
      where seq in (select value from json_each(?))`,
    )
    .run(erasedState, JSON.stringify([...touched]));
}

/** The command that erases is no step of Undo: a partner's own stops it, so that it is said; the emptied trash is gone past. */
export function closeErasing(file: Database.Database, how: How): void {
  file
    .prepare<[string]>('update local_command set state = ? where seq = (select command_seq from local_context)')
    .run(how === 'by_hand' ? erasedState : 'final');
}
