import Database from 'better-sqlite3';
import { errorCodes } from '../../../shared/errors.ts';
import { fileOf, openReal } from '../real-backend.ts';
import { notesToBringIn } from '../scene.ts';
import { bodies, ids, keptWords, longBody, type Told } from './acts.ts';
import { halfMade, isMade } from './kept-files.ts';

/** What a run left behind and what it said. */
export interface Run {
  readonly folder: string;
  readonly told: readonly Told[];
  readonly isEnded: boolean;
  /** The fault it was to run under has come. */
  readonly isMet: boolean;
}

export interface Faults {
  readonly crashes: number;
  /** Said to be saved, and not in the file. */
  readonly falselySaved: readonly string[];
  /** Refusals that are not typed, or typed as a bug. */
  readonly wordless: readonly string[];
  readonly half: readonly string[];
  readonly isOpen: boolean;
}

export function isFaultless({ crashes, falselySaved, wordless, half, isOpen }: Faults): boolean {
  return crashes === 0 && falselySaved.length === 0 && wordless.length === 0 && half.length === 0 && isOpen;
}

/** How many cells of which columns each command wrote, in a run on a sound disk. */
export type Shapes = ReadonlyMap<string, string>;

export async function judge({ folder, told, isEnded }: Run, shapes: Shapes): Promise<Faults> {
  const saved = told.filter(({ ok }) => ok);
  const notMade: string[] = [];
  for (const each of saved) if (isOfFiles(each) && (await isMade(folder, each, told)) === false) notMade.push(each.act);
  const half = [...(await halfMade(folder, told))];
  const opened = await openAgain(folder);
  const refusals = told.filter(({ ok }) => !ok);
  const wordless = refusals.filter(({ code }) => code === 'unexpected' || !errorCodes.some((each) => each === code));
  const seen = opened === null ? null : look(folder);
  if (seen !== null) half.push(...halves(seen, shapes));
  const isKept = (each: Told) =>
    seen === null || opened === null || (isOfFiles(each) ? opened.knows(each.act) : isInFile(seen, each, told));
  return {
    crashes: isEnded ? 0 : 1,
    isOpen: opened !== null,
    wordless: wordless.map(({ act, code }) => `${act}: ${code}`),
    falselySaved: [...notMade, ...saved.filter((each) => !isKept(each)).map(({ act }) => act)],
    half,
  };
}

/** What it made lies beside the data file. */
function isOfFiles({ name, commandId }: Told): boolean {
  return commandId === null && name !== 'safety.keepWords';
}

interface Opened {
  /** Whether the program still goes by what it said to have chosen; yes for what is no choice. */
  readonly knows: (act: string) => boolean;
}

/** On a sound disk; null where the data does not open. */
async function openAgain(folder: string): Promise<Opened | null> {
  const real = await openReal(folder);
  const isOpen = (await real.reply('settings.load', {})).ok;
  const backups = await real.reply('safety.backups', {});
  await real.backend.close();
  if (!isOpen) return null;
  const { isSealing, second } = backups.ok ? backups.value : { isSealing: false, second: null };
  const known: Readonly<Record<string, boolean>> = { seal: isSealing, 'second folder': second !== null };
  return { knows: (act) => known[act] ?? true };
}

interface Seen {
  readonly states: ReadonlyMap<string, string>;
  readonly shapes: Shapes;
  readonly noteBodies: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  readonly broughtIn: number;
  readonly unlogged: number;
  readonly troubles: readonly string[];
}

export function shapesIn(folder: string): Shapes {
  return look(folder).shapes;
}

function look(folder: string): Seen {
  const file = new Database(fileOf(folder), { readonly: true });
  const pairs = (sql: string) => file.prepare<[], [string, string]>(sql).raw().all();
  try {
    return {
      states: new Map(pairs('select id, state from local_command order by seq')),
      shapes: new Map(pairs(shapesSql)),
      noteBodies: new Map(
        pairs(`select local_command.id, body from note
          join local_change on row_id = note.id and column_name = 'id' and before is null
          join local_command on seq = command_seq where note.deleted_at is null`),
      ),
      words: file.prepare<[], string>(`select body from local_kept_text where subject like 'field %'`).pluck().all(),
      broughtIn: Number(
        file.prepare(`select count(*) from note where body like '%Brought in%' and deleted_at is null`).pluck().get(),
      ),
      unlogged: unloggedCells(file),
      troubles: [
        ...file
          .prepare<[], string>('pragma quick_check')
          .pluck()
          .all()
          .filter((line) => line !== 'ok'),
        ...file.prepare<[], string>('pragma foreign_key_check').pluck().all(),
      ],
    };
  } finally {
    file.close();
  }
}

const shapesSql = `select id, group_concat(cells, ' ') from (
  select local_command.id, table_name || '.' || column_name || '*' || count(*) as cells
  from local_change join local_command on seq = command_seq
  where kind = 'do' and state = 'done' group by local_command.id, table_name, column_name order by 1, 2) group by id`;

/** Cells that do not hold what the log says was written into them last. */
function unloggedCells(file: Database.Database): number {
  const columns = file
    .prepare<[], [string, string]>('select distinct table_name, column_name from local_change')
    .raw()
    .all();
  const count = ([table, column]: readonly [string, string]) =>
    Number(
      file
        .prepare(
          `select count(*) from "${table}" as row join (
             select row_id, after, max(command_seq) from local_change
             where table_name = ? and column_name = ? group by row_id) as last on last.row_id = row.id
           where row."${column}" is not last.after`,
        )
        .pluck()
        .get(table, column),
    );
  return columns.reduce((sum, each) => sum + count(each), 0);
}

function isInFile(seen: Seen, { name, act, commandId }: Told, told: readonly Told[]): boolean {
  if (act.startsWith('note')) return isNoteKept(seen, told);
  if (act.startsWith('long note'))
    return seen.noteBodies.get(ids.longNote) === longBody.trim() || seen.noteBodies.get(ids.longNote) === longBody;
  if (act.startsWith('import')) return seen.broughtIn === notesToBringIn;
  if (commandId !== null) return seen.states.has(commandId);
  return name === 'safety.keepWords' && seen.words.some((each) => each.includes(keptWords));
}

/** The later words, once they were said to be saved. */
function isNoteKept({ noteBodies }: Seen, told: readonly Told[]): boolean {
  const body = noteBodies.get(ids.note);
  const isLater = told.some(({ act, ok }) => ok && act.startsWith('note again'));
  return body === bodies[1] || (!isLater && body === bodies[0]);
}

function halves(seen: Seen, whole: Shapes): readonly string[] {
  // Of the note there may be its first save alone; its words are looked at above.
  const bent = [...seen.shapes].filter(([id, shape]) => id !== ids.note && whole.has(id) && whole.get(id) !== shape);
  return [
    ...bent.map(([id, shape]) => `${id}: ${shape} instead of ${whole.get(id)}`),
    ...(seen.unlogged > 0 ? [`${seen.unlogged} cells differ from the log`] : []),
    ...(seen.broughtIn > 0 && seen.broughtIn < notesToBringIn ? [`${seen.broughtIn} notes of an import`] : []),
    ...seen.troubles,
  ];
}
