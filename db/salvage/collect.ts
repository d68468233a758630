import { type Cell, isSharedTable } from '../schema.ts';
import type { TreeRecord } from './cells.ts';
import { type Column, fits, rowIn } from './layout.ts';
import type { Pages } from './pages.ts';
import type { Row, Target } from './target.ts';
import { treePages, type Trees } from './trees.ts';

// Rows are taken from every page that can be read, whether a tree still leads to it or not. Whose page it is says the
// tree; where none does, the log says whose id it is, or the shape of the record does.

export interface Collected {
  /** Rows that are of no table, or of several. */
  readonly unplaced: number;
  /** Rows with more columns than this version has: the version is not the one that it is taken for. */
  readonly isOfLater: boolean;
}

/** The change log, the commands, and what indexes know of rows. */
export function collectLog(pages: Pages, trees: Trees, target: Target, passed: (page: number) => void): void {
  const { file, layouts, add } = target;
  const known = file.prepare<[string, Cell]>('insert or ignore into known_row (table_name, id) values (?, ?)');
  const key = file.prepare(
    'insert or ignore into log_key (table_name, row_id, command_seq, column_name) values (?, ?, ?, ?)',
  );
  const rowOfTable = (table: string, record: TreeRecord) => {
    const layout = layouts.get(table);
    return layout && !record.isCut && record.values.length === layout.length ? rowIn(layout, record) : null;
  };
  /** One whose values are not of its column is known to have been there, and can be taken back to no more. */
  const takeCell = (cell: Row) => {
    const [name, id, seq, column] = ['table_name', 'row_id', 'command_seq', 'column_name'].map((key) => cell.get(key));
    const of = columnOf(target, name, column);
    if (of === undefined) return;
    const isOfColumn = [cell.get('before') ?? null, cell.get('after') ?? null].every(
      (value) => value === null || fits(of, value),
    );
    if (!isOfColumn || add('local_change', cell) === 'refused') key.run(name, id, seq, column);
  };
  const ofIndex = (owner: string | undefined, record: TreeRecord) => {
    const { values } = record;
    const table = owner === undefined ? undefined : /^sqlite_autoindex_(\w+)_1$/.exec(owner)?.[1];
    if (table !== undefined && isSharedTable(table) && typeof values[0] === 'string') known.run(table, values[0]);
    if (owner !== undefined && owner !== 'local_change' && owner !== 'local_change_of_row') return;
    const cell = rowOfTable('local_change', record);
    if (cell !== null) takeCell(cell);
    const [name, id, seq, column] = values;
    if (!record.isCut && values.length === 4 && columnOf(target, name, column) && Number.isSafeInteger(seq))
      key.run(name, id, seq, column);
  };
  for (const { number, page } of treePages(pages)) {
    const owner = trees.ownerOf(number);
    if (page.kind !== 'table_leaf') for (const record of page.records) ofIndex(owner, record);
    else if (owner === undefined || owner === 'local_command')
      for (const record of page.records) {
        const command = rowOfTable('local_command', record);
        if (command !== null && isCommandKind(command.get('kind'))) add('local_command', command);
      }
    passed(number);
  }
  file.exec(`create temp table id_table as
      select distinct row_id as id, table_name from local_change union select row_id, table_name from log_key;
    create index temp.id_table_by_id on id_table (id, table_name);
    create index temp.log_key_of_row on log_key (table_name, row_id)`);
}

function columnOf({ layouts }: Target, table: Cell | undefined, column: Cell | undefined): Column | undefined {
  const layout = typeof table === 'string' && isSharedTable(table) ? layouts.get(table) : undefined;
  return layout?.find(({ name }) => name === column);
}

function isCommandKind(kind: Cell | undefined): boolean {
  return kind === 'do' || kind === 'undo' || kind === 'redo';
}

/** Made from the rows, or met in `collectLog`. */
const passedOver = new Set(['local_change', 'local_command']);

export function collectRows(pages: Pages, trees: Trees, target: Target, passed: (page: number) => void): Collected {
  const { file, layouts, names } = target;
  const tablesOfId = file.prepare<[Cell], string>('select table_name from id_table where id = ?').pluck();
  const bent = file.prepare<[string, Cell]>('insert or ignore into bent_row (table_name, id) values (?, ?)');
  let unplaced = 0;
  let isOfLater = false;

  /** Only shapes that no other table has: one that might be of several tables is of none. */
  function placeOf(record: TreeRecord): string | null {
    const [id] = record.values;
    if (typeof id !== 'string') return null;
    const told = tablesOfId.all(id).filter((table) => fitsInto(table, record));
    if (told.length > 0) return told[0] ?? null;
    const fitting = [...layouts.keys()].filter(
      (table) =>
        !passedOver.has(table) && layouts.get(table)?.length === record.values.length && fitsInto(table, record),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  function fitsInto(table: string, record: TreeRecord): boolean {
    const layout = layouts.get(table);
    return layout !== undefined && rowIn(layout, record) !== null;
  }

  function take(table: string, record: TreeRecord): void {
    const layout = layouts.get(table);
    if (layout === undefined) return;
    if (record.values.length > layout.length) isOfLater = true;
    const row = rowIn(layout, record);
    const id = row?.get('id') ?? null;
    if (row === null || (isSharedTable(table) && typeof id !== 'string')) {
      unplaced += 1;
      return;
    }
    if (!keepNewest(target, table, row)) unplaced += 1;
    else if (isSharedTable(table) && (record.isCut || isGarbled(row))) bent.run(table, id);
  }

  for (const { number, page } of treePages(pages)) {
    const named = trees.ownerOf(number);
    // Under a name that was never given, the rows of a table may stand all the same.
    const owner = named !== undefined && names.has(named) ? named : undefined;
    const isOurs = owner === undefined || (layouts.has(owner) && !passedOver.has(owner));
    if (page.kind === 'table_leaf' && isOurs)
      for (const record of page.records) {
        const table = owner ?? placeOf(record);
        if (table !== null) take(table, record);
        else if (record.values.length >= 6 && typeof record.values[0] === 'string') unplaced += 1;
      }
    passed(number);
  }
  return { unplaced, isOfLater };
}

/**
 * The same row may stand in two pages when an old file has got the log of a newer one. False when the table does not
 * take it.
 */
function keepNewest({ add, change, rowOf }: Target, table: string, row: Row): boolean {
  const added = add(table, row);
  if (added !== 'there') return added === 'added';
  const id = row.get('id');
  const there = typeof id === 'string' && isSharedTable(table) ? rowOf(table, id) : null;
  const isNewer = there !== null && String(row.get('updated_at')) > String(there.get('updated_at'));
  return !isNewer || change(table, String(id), row);
}

/** Bytes that are no letters stand as this sign. */
function isGarbled(row: Row): boolean {
  return [...row.values()].some((value) => typeof value === 'string' && value.includes('\u{FFFD}'));
}
