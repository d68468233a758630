import type { Instant } from '../../shared/contract/call.ts';
import type { Target } from './target.ts';
import type { Trees } from './trees.ts';

export interface HistoryLost {
  /** Cells of the change log that are known to have been there. */
  readonly cells: number;
  /** Commands of which nothing is left but what they changed. */
  readonly commands: number;
  /** Commands that Undo goes past from now on, since it is not known whether they are whole. */
  readonly fixed: number;
}

/** The state of a command in the log that may have come out of a broken file by half. */
export const salvagedState = 'salvaged';

/** Undo must not take half a command back: what is not known to be whole can no more be undone. */
export function settleLog({ file, filling }: Target, trees: Trees, now: Instant): HistoryLost {
  if (!filling.tables.includes('local_command')) return { cells: 0, commands: 0, fixed: 0 };
  file.exec(`create temp table cut_command as select distinct command_seq as seq from log_key
    where not exists (select 1 from local_change as cell where cell.command_seq = log_key.command_seq
      and cell.table_name = log_key.table_name and cell.row_id = log_key.row_id
      and cell.column_name = log_key.column_name)`);
  const cells = count(
    file,
    `select count(*) from log_key where not exists (select 1 from local_change as cell
       where cell.command_seq = log_key.command_seq and cell.table_name = log_key.table_name
       and cell.row_id = log_key.row_id and cell.column_name = log_key.column_name)`,
  );
  const commands = file
    .prepare(
      `insert into local_command (seq, id, name, kind, state, made_at)
       select seq, 'salvaged ' || seq, 'safety.salvage', 'do', '${salvagedState}',
         coalesce((select made_at from local_command as earlier where earlier.seq < lost.seq order by seq desc limit 1), ?)
       from (select command_seq as seq from local_change union select seq from cut_command) as lost
       where seq > 0 and seq not in (select seq from local_command)`,
    )
    .run(now).changes;
  const isAnyCut = trees.torn.has('local_change') && trees.torn.has('local_change_of_row');
  // Without a schema nothing tells which pages are missing; where the log and its index name the same, none is.
  const isUneven = count(file, 'select (select count(*) from local_change) <> (select count(*) from log_key)') === 1;
  const isUnknown = isAnyCut || (!trees.names.has('local_change') && isUneven);
  const { changes: fixed } = file
    .prepare(
      `update local_command set state = '${salvagedState}' where kind = 'do' and state in ('done', 'undone')
         and (? or seq in (select seq from cut_command))`,
    )
    .run(isUnknown ? 1 : 0);
  return { cells, commands, fixed };
}

function count(file: Target['file'], sql: string): number {
  return Number(file.prepare(sql).pluck().get());
}
