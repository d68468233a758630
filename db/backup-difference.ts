import Database from 'better-sqlite3';
import { type Difference, type DifferenceKind, differenceKinds } from '../shared/contract/backups.ts';
import { splitTitle } from '../shared/note-title.ts';
import { shortLine } from '../shared/short-line.ts';
import { isSharedTable, type SharedTable } from './schema.ts';

// Two files of the same agency, compared row by row: what stands in one alone, and what says something else. A record
// that lies in the trash stands nowhere. Only columns that both files know are compared: the older may be of an earlier
// version.

interface Told {
  readonly kind: DifferenceKind;
  /** The column with its name. */
  readonly title?: string;
}

/** What is not here is something else. */
const tables: Readonly<Partial<Record<SharedTable, Told>>> = {
  client: { kind: 'client', title: 'name' },
  note: { kind: 'note', title: 'body' },
  task: { kind: 'task', title: 'title' },
  contact: { kind: 'contact', title: 'name' },
  stage_change: { kind: 'stage_change' },
  engagement: { kind: 'work', title: 'title' },
  report: { kind: 'work', title: 'period' },
  kpi: { kind: 'work', title: 'name' },
  kpi_reading: { kind: 'work' },
  request: { kind: 'work', title: 'wish' },
  request_option: { kind: 'work', title: 'title' },
  insight: { kind: 'work', title: 'title' },
  trial: { kind: 'work', title: 'success_sign' },
  intent_check: { kind: 'work' },
  audit_topic: { kind: 'work' },
  signal_mark: { kind: 'signal' },
  snooze: { kind: 'signal' },
  dossier_line: { kind: 'dossier', title: 'text' },
  asset: { kind: 'dossier', title: 'name' },
  client_answer: { kind: 'dossier' },
  handoff: { kind: 'handoff' },
  handoff_extension: { kind: 'handoff' },
  handoff_look_back: { kind: 'handoff' },
  handoff_item: { kind: 'handoff', title: 'title' },
  handoff_item_after: { kind: 'handoff' },
  parting_reason: { kind: 'handoff' },
  candidate: { kind: 'handoff', title: 'name' },
  candidate_answer: { kind: 'handoff' },
  document_issue: { kind: 'handoff', title: 'file_name' },
  cleared_secret: { kind: 'handoff' },
  agency: { kind: 'settings' },
  partner: { kind: 'settings', title: 'name' },
  stage: { kind: 'settings' },
  stage_signal: { kind: 'settings' },
  work_calendar: { kind: 'settings' },
  work_calendar_day: { kind: 'settings' },
  note_template: { kind: 'settings' },
  handoff_template: { kind: 'settings', title: 'name' },
  handoff_template_item: { kind: 'settings' },
  handoff_template_after: { kind: 'settings' },
  client_threshold: { kind: 'settings' },
};

/** How a partner knows the rows of a table. */
export function toldOf(table: SharedTable): Told {
  return tables[table] ?? { kind: 'other' };
}

/** When and by whom is no difference of its own, and neither is the order of lines. */
const passedOver = new Set(['id', 'created_at', 'updated_at', 'created_by', 'updated_by', 'deleted_at', 'place']);

const namesTold = 3;
const longestName = 80;

const sides = ['onlyNow', 'onlyThen', 'changed'] as const;
type Side = (typeof sides)[number];

interface Found {
  readonly kind: DifferenceKind;
  readonly side: Side;
  readonly count: number;
  readonly names: readonly string[];
}

/** Both files are only read. */
export function differencesBetween(now: string, then: string): readonly Difference[] {
  const file = new Database(now, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    file.pragma('trusted_schema = 0');
    file.prepare('attach ? as earlier').run(then);
    // One moment of the file that is open elsewhere.
    file.exec('begin');
    const found = sharedTablesOf(file, 'main')
      .filter((table) => sharedTablesOf(file, 'earlier').includes(table))
      .flatMap((table) => differencesIn(file, table));
    return differenceKinds.flatMap((kind) =>
      told(
        kind,
        found.filter((each) => each.kind === kind),
      ),
    );
  } finally {
    file.close();
  }
}

function told(kind: DifferenceKind, found: readonly Found[]): readonly Difference[] {
  const part = (side: Side) => {
    const ofSide = found.filter((each) => each.side === side);
    return {
      count: ofSide.reduce((sum, { count }) => sum + count, 0),
      names: ofSide.flatMap(({ names }) => names).slice(0, namesTold),
    };
  };
  const [onlyNow, onlyThen, changed] = [part('onlyNow'), part('onlyThen'), part('changed')];
  return onlyNow.count + onlyThen.count + changed.count > 0 ? [{ kind, onlyNow, onlyThen, changed }] : [];
}

type Which = 'main' | 'earlier';

function sharedTablesOf(file: Database.Database, which: Which): readonly SharedTable[] {
  return file
    .prepare<[], string>(`select name from ${which}.sqlite_schema where type = 'table' order by rowid`)
    .pluck()
    .all()
    .filter(isSharedTable);
}

function differencesIn(file: Database.Database, table: SharedTable): readonly Found[] {
  const columns = columnsOf(file, 'main', table).filter((name) => columnsOf(file, 'earlier', table).includes(name));
  const compared = columns.filter((name) => !passedOver.has(name));
  const { kind, title } = toldOf(table);
  const named = title !== undefined && columns.includes(title) ? `one."${title}"` : 'null';
  const alone = (here: Which, there: Which) =>
    `from ${here}."${table}" as one where one.deleted_at is null and not exists (
      select 1 from ${there}."${table}" as other where other.id = one.id and other.deleted_at is null)`;
  const differs = compared.map((name) => `one."${name}" is not other."${name}"`).join(' or ') || '0';
  const from: Readonly<Record<Side, string>> = {
    onlyNow: alone('main', 'earlier'),
    onlyThen: alone('earlier', 'main'),
    changed: `from main."${table}" as one join earlier."${table}" as other on other.id = one.id
      where one.deleted_at is null and other.deleted_at is null and (${differs})`,
  };
  return sides.map((side) => ({
    kind,
    side,
    count: Number(file.prepare(`select count(*) ${from[side]}`).pluck().get()),
    names: file
      .prepare<[number], string | null>(
        `select substr(${named}, 1, 400) ${from[side]} and trim(coalesce(${named}, '')) <> '' order by one.updated_at desc, one.id limit ?`,
      )
      .pluck()
      .all(namesTold)
      .map((name) => shortName(name ?? '')),
  }));
}

export function shortName(text: string): string {
  return shortLine(splitTitle(text).title, longestName);
}

function columnsOf(file: Database.Database, which: Which, table: string): readonly string[] {
  return file.prepare<[string, string], string>('select name from pragma_table_info(?, ?)').pluck().all(table, which);
}
