import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { listBackups } from '../../../db/backup.ts';
import { dataDigestOf } from '../../../db/digest.ts';
import { isSound } from '../../../db/verified-copy.ts';
import { readDevice } from '../../../electron/backend/device.ts';

/** All that a partner could be told to be there. */
export interface Standing {
  /** Why the file does not open. */
  readonly refusal: string | null;
  /** Of every row that partners write, and the log of it. */
  readonly digest: string;
  /** Of the rows that are not in the trash, without the log. */
  readonly living: string;
  readonly theme: string;
  /** An import was cut off, and taken back. */
  readonly isTakenBack: boolean;
  /** What this computer knows about itself. */
  readonly device: string;
  readonly backups: readonly string[];
  /** Backups under their names that do not hold what they say. */
  readonly unsound: readonly string[];
  /** Files that left the program, and those it set aside, with their sums. */
  readonly files: readonly string[];
}

export const configOf = (root: string): string => path.join(root, 'config');
export const paperOf = (root: string): string => path.join(root, 'papers');

/** Where the data lies: the partner may have moved it. */
function homeOf(root: string): string {
  return readDevice(configOf(root)).dataFolder ?? configOf(root);
}

const known = new Map<string, boolean>();

/** `open` is the file where it is open already. */
export function readStanding(root: string, refusal: string | null, open?: Database.Database): Standing {
  const home = homeOf(root);
  const found = refusal === null ? (open ? readRows(open) : readFile(path.join(home, 'rapport.db'))) : nothing;
  const places = [home, configOf(root)].map((place) => path.join(place, 'backups'));
  const second = path.join(root, 'second');
  if (existsSync(second)) places.push(...readdirSync(second).map((name) => path.join(second, name)));
  const backups = [...new Set(places)].flatMap((place) =>
    listBackups(place).map(({ name, sha256 }) => ({ file: path.join(place, name), sha256 })),
  );
  const nameOf = (file: string) => path.relative(root, file);
  const looked = backups.map(({ file, sha256 }) => ({ name: nameOf(file), isSound: holds(file, sha256) }));
  const named = (isWanted: boolean) => looked.filter((each) => each.isSound === isWanted).map(({ name }) => name);
  return {
    refusal,
    ...found,
    device: deviceIn(root),
    backups: named(true),
    unsound: named(false),
    files: [paperOf(root), home]
      .flatMap((folder) => filesIn(folder))
      .filter((file) => file.startsWith(paperOf(root)) || path.basename(file).startsWith('rapport-set-aside'))
      .filter((file) => !path.basename(file).startsWith('.'))
      .map((file) => `${nameOf(file)} ${sumOf(file)}`),
  };
}

const nothing = { digest: '', living: '', theme: '', isTakenBack: false } as const;

type Rows = Pick<Standing, 'digest' | 'living' | 'theme' | 'isTakenBack'>;

function readFile(file: string): Rows {
  const opened = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return readRows(opened);
  } finally {
    opened.close();
  }
}

function readRows(file: Database.Database): Rows {
  const isTakenBack = file
    .prepare(`select count(*) from local_command where name = 'transfer.import' and state = 'abandoned'`)
    .pluck()
    .get();
  const theme = file.prepare<[], string>(`select value from local_setting where name = 'theme'`).pluck().get() ?? '';
  return { digest: dataDigestOf(file), living: livingIn(file), theme, isTakenBack: isTakenBack !== 0 };
}

function livingIn(file: Database.Database): string {
  const hash = createHash('sha256');
  const tables = file
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and sql like '%deleted_at%' and name not like 'local\\_%' escape '\\'
       order by name`,
    )
    .pluck()
    .all();
  for (const table of tables)
    for (const row of file.prepare(`select * from "${table}" where deleted_at is null order by id`).iterate())
      hash.update(JSON.stringify([table, row]));
  return hash.digest('hex');
}

/** Which files held data is noted whenever there is time for it. */
function deviceIn(root: string): string {
  const { filled: _, ...device } = readDevice(configOf(root));
  return JSON.stringify(device).replaceAll(root, '');
}

/** A backup is looked through once, however often it is met. */
function holds(file: string, sha256: string): boolean {
  const key = `${sumOf(file)} ${sha256}`;
  const found = known.get(key) ?? isSound(file, sha256);
  known.set(key, found);
  return found;
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(folder, name));
}
