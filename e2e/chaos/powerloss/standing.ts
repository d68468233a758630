import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { dataDigestOf } from '../../../db/digest.ts';
import { readDevice } from '../../../electron/backend/device.ts';
import { type BackupsIn, backupsIn, sumOf } from './backups-in.ts';

/** All that a partner could be told to be there. */
export interface Standing extends BackupsIn {
  /** Why the file does not open. */
  readonly refusal: string | null;
  /** Of every row that partners write, and the log of it. */
  readonly digest: string;
  /** Of the rows that are not in the trash, without the log. */
  readonly living: string;
  readonly theme: string;
  /** What SQLite says of every page and index of an open file: `ok`. */
  readonly integrity: string;
  /** An import was cut off, and taken back. */
  readonly isTakenBack: boolean;
  /** What this computer knows about itself. */
  readonly device: string;
  /** Files that left the program, and those it set aside, with their sums. */
  readonly files: readonly string[];
}

export const configOf = (root: string): string => path.join(root, 'config');
export const paperOf = (root: string): string => path.join(root, 'papers');

/** Where the data lies: the partner may have moved it. */
function homeOf(root: string): string {
  return readDevice(configOf(root)).dataFolder ?? configOf(root);
}

/** `open` is the file where it is open already. */
export function readStanding(root: string, refusal: string | null, open?: Database.Database): Standing {
  const home = homeOf(root);
  const found = refusal === null ? (open ? readRows(open) : readFile(path.join(home, 'rapport.db'))) : nothing;
  return {
    refusal,
    ...found,
    device: deviceIn(root),
    ...backupsIn(root, [home, configOf(root)]),
    files: [paperOf(root), home]
      .flatMap((folder) => filesIn(folder))
      .filter((file) => file.startsWith(paperOf(root)) || path.basename(file).startsWith('rapport-set-aside'))
      .filter((file) => !path.basename(file).startsWith('.'))
      .map((file) => `${path.relative(root, file)} ${sumOf(file)}`),
  };
}

const nothing = { digest: '', living: '', theme: '', integrity: 'ok', isTakenBack: false } as const;

type Rows = Pick<Standing, 'digest' | 'living' | 'theme' | 'integrity' | 'isTakenBack'>;

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
  return {
    digest: dataDigestOf(file),
    living: livingIn(file),
    theme,
    integrity: file.prepare<[], string>('pragma integrity_check').pluck().all().join(' / '),
    isTakenBack: isTakenBack !== 0,
  };
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

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(folder, name));
}
