import { sharedTables } from '../../../db/schema.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';

type DataFile = Context['storage']['file'];

/** The two that leave a document with somebody: Undo goes past them and past what it rests on. */
const issues: readonly CallName[] = ['handoff.export', 'handoff.exportBrief'];
/** Before it there was no board to come back to. */
const start: CallName = 'settings.finishFirstRun';

/** What makes, moves or brings back a client, a handoff or a candidate that a document may be about. */
const mayBecomeFinal: readonly CallName[] = [
  'board.createClient',
  'board.moveClient',
  'clients.addAsset',
  'clients.addEngagement',
  'clients.deleteEngagement',
  'clients.delete',
  'clients.edit',
  'handoff.addAsset',
  'handoff.addCandidate',
  'handoff.cancel',
  'handoff.close',
  'handoff.comeBack',
  'handoff.end',
  'safety.restore',
  'transfer.import',
];
/** The same for the agency and its people, of which every client and the first run know. */
const mayBecomeFinalOfAgency: readonly CallName[] = [
  'settings.addPartner',
  'settings.changeCalendar',
  'settings.editAgency',
  'settings.editPartner',
  'settings.removePartner',
];

interface Entry {
  readonly seq: number;
  readonly name: CallName;
}

/** Commands that the log holds as final though nothing that was issued rests on them. */
export function wronglyFinal(file: DataFile): readonly CallName[] {
  const entries = file
    .prepare<[], Entry>(`select seq, name from local_command where kind = 'do' and state = 'final' order by seq`)
    .all();
  const clientsOf = clientsIn(file);
  return entries.filter((entry) => !isRightlyFinal(entry, entries, clientsOf)).map(({ name }) => name);
}

function isRightlyFinal(
  { seq, name }: Entry,
  entries: readonly Entry[],
  clientsOf: (seq: number) => ReadonlySet<string>,
): boolean {
  if (name === start || issues.includes(name)) return true;
  const later = entries.filter((entry) => entry.seq > seq);
  if (mayBecomeFinalOfAgency.includes(name))
    return later.some((entry) => entry.name === start || issues.includes(entry.name));
  const own = clientsOf(seq);
  const rests = (entry: Entry) => issues.includes(entry.name) && [...clientsOf(entry.seq)].some((id) => own.has(id));
  return mayBecomeFinal.includes(name) && later.some(rests);
}

/** The clients that a command touched, themselves or in what belongs to them. */
function clientsIn(file: DataFile): (seq: number) => ReadonlySet<string> {
  const changed = '(select row_id from local_change where command_seq = :seq and table_name = ';
  const parts = Object.entries(sharedTables).flatMap(([table, columns]) => {
    const rows = `from ${table} where id in ${changed}'${table}')`;
    if (table === 'client') return [`select id ${rows}`];
    if ('client_id' in columns) return [`select client_id ${rows}`];
    return 'handoff_id' in columns ? [`select client_id from handoff where id in (select handoff_id ${rows})`] : [];
  });
  const clients = file.prepare<[{ readonly seq: number }], string>(parts.join(' union ')).pluck();
  const known = new Map<number, ReadonlySet<string>>();
  return (seq) => {
    const found = known.get(seq) ?? new Set(clients.all({ seq }));
    known.set(seq, found);
    return found;
  };
}

type Row = Readonly<Record<string, unknown>>;

export interface Snapshot {
  /** Of the rows that live now: what is neither as it was then nor as a final command left it since. */
  readonly differences: () => readonly string[];
}

/** All rows as they are now; `since` is the last command that stands behind them. The file may be opened anew in between. */
export function snapshot(file: () => DataFile, since: number): Snapshot {
  const then = new Map(tables.map((table) => [table, rowsOf(file(), table)]));
  return {
    differences: () =>
      tables.flatMap((table) => {
        const expected = withFinal(file(), { table, since, rows: then.get(table) ?? new Map() });
        const now = rowsOf(file(), table);
        return [...new Set([...expected.keys(), ...now.keys()])].flatMap((id) =>
          differenceOf(table, living(expected.get(id)), living(now.get(id))),
        );
      }),
  };
}

const tables = Object.keys(sharedTables);
const unwatched = new Set(['updated_at', 'updated_by']);

function rowsOf(file: DataFile, table: string): Map<string, Row> {
  const rows = file.prepare<[], Row>(`select * from ${table}`).all();
  return new Map(rows.map((row) => [String(row['id']), row]));
}

const living = (row: Row | undefined) => (row?.['deleted_at'] === null ? row : undefined);

function differenceOf(table: string, expected: Row | undefined, now: Row | undefined): readonly string[] {
  if (!expected && !now) return [];
  if (!expected) return [`${table}: a row too many`];
  if (!now) return [`${table}: a row is missing`];
  return Object.keys(now)
    .filter((column) => !unwatched.has(column) && now[column] !== (expected[column] ?? null))
    .map((column) => `${table}.${column} differs`);
}

interface LoggedCell {
  readonly row_id: string;
  readonly column_name: string;
  readonly after: unknown;
}

/** The rows as they would be with nothing but the final commands since then, which may have brought back what was undone. */
function withFinal(
  file: DataFile,
  { table, since, rows }: { readonly table: string; readonly since: number; readonly rows: ReadonlyMap<string, Row> },
): ReadonlyMap<string, Row> {
  const cells = file
    .prepare<[number, string], LoggedCell>(
      `select row_id, column_name, after from local_change join local_command on seq = command_seq
        where seq > ? and state = 'final' and table_name = ? order by seq`,
    )
    .all(since, table);
  const made = new Map(rows);
  for (const { row_id: id, column_name: column, after } of cells) {
    const before = made.get(id) ?? bornRow(file, table, id);
    made.set(id, { ...before, [column]: after });
  }
  return made;
}

function bornRow(file: DataFile, table: string, id: string): Row {
  const cells = file
    .prepare<[{ readonly table: string; readonly id: string }], LoggedCell>(
      `select row_id, column_name, after from local_change where table_name = :table and row_id = :id and command_seq =
        (select min(command_seq) from local_change where table_name = :table and row_id = :id)`,
    )
    .all({ table, id });
  return { deleted_at: null, ...Object.fromEntries(cells.map(({ column_name: column, after }) => [column, after])) };
}
