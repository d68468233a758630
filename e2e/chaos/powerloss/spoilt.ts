import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { begin } from './chapters.ts';
import type { Courts } from './courts.ts';
import { stateIn } from './crash-states.ts';
import type { Heard } from './judge-process.ts';
import { configOf } from './standing.ts';
import { judge, type Verdict } from './verdict.ts';

// The control of the judge: states made by hand that no power cut may leave. Each must be called what it is.

interface Spoil {
  readonly what: string;
  readonly verdict: Verdict;
  readonly spoil: (root: string) => void;
}

const fileIn = (root: string): string => path.join(configOf(root), 'rapport.db');

function change(root: string, work: (file: Database.Database) => void): void {
  const file = new Database(fileIn(root), { fileMustExist: true });
  try {
    file.unsafeMode();
    work(file);
  } finally {
    file.close();
  }
}

/** The log knows of the note; only its row is missing. */
function takeNoteOut(file: Database.Database): void {
  const triggers = file
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_schema where type = 'trigger'`)
    .all();
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
  file.exec(`pragma foreign_keys = off; delete from note where rowid = (select max(rowid) from note)`);
  for (const { sql } of triggers) file.exec(sql);
}

function zeroPage(root: string): void {
  const [place, size] = [
    `select rootpage from sqlite_schema where name = 'note'`,
    'select page_size from pragma_page_size',
  ];
  let at = { page: 0, size: 0 };
  change(root, (file) => {
    const number = (query: string) => Number(file.prepare(query).pluck().get());
    at = { page: number(place), size: number(size) };
  });
  const bytes = readFileSync(fileIn(root));
  writeFileSync(fileIn(root), bytes.fill(0, (at.page - 1) * at.size, at.page * at.size));
}

/** No quick check compares an index with its table. */
function takeOutOfIndex(file: Database.Database): void {
  const index = file
    .prepare<[], { name: string; tbl_name: string; rootpage: number; sql: string }>(
      `select name, tbl_name, rootpage, sql from sqlite_schema
       where type = 'index' and tbl_name = 'local_client_card' and sql is not null`,
    )
    .get();
  if (!index) throw new Error('the cards have no index');
  file.pragma('writable_schema = on');
  file.prepare('delete from sqlite_schema where name = ?').run(index.name);
  file.pragma('writable_schema = reset');
  file.exec(`update local_client_card set stage = 'plateau', name = 'Elsewhere', place = 'zz'`);
  file.pragma('writable_schema = on');
  file.prepare(`insert into sqlite_schema values ('index', :name, :tbl_name, :rootpage, :sql)`).run(index);
}

function backupIn(root: string): string {
  const folder = path.join(configOf(root), 'backups');
  const name = readdirSync(folder).find((each) => each.endsWith('.db'));
  if (name === undefined) throw new Error('there is no backup to spoil');
  return path.join(folder, name);
}

const spoils: readonly Spoil[] = [
  { what: 'nothing is spoilt', verdict: 'kept', spoil: () => undefined },
  { what: 'a row of the last command is gone', verdict: 'half', spoil: (root) => change(root, takeNoteOut) },
  { what: 'a page is zeroed', verdict: 'corrupt', spoil: zeroPage },
  { what: 'an index misses a row', verdict: 'corrupt', spoil: (root) => change(root, takeOutOfIndex) },
  { what: 'a backup is cut off', verdict: 'corrupt', spoil: (root) => truncateSync(backupIn(root), 8192) },
  { what: 'a backup is gone', verdict: 'lost', spoil: (root) => rmSync(backupIn(root)) },
];

/** Spoilt states, and those of them that are not called what they are. */
export async function judgeSpoilt(
  place: string,
  courts: Courts,
): Promise<{ readonly spoilt: number; readonly missed: readonly string[] }> {
  const root = path.join(place, 'r0');
  await begin(root);
  // The power went off before the end, which notes what it left.
  rmSync(path.join(configOf(root), 'closed.json'));
  const { lying: stood, standing: before } = await hear(courts, root, root);
  const missed: string[] = [];
  for (const { what, verdict, spoil } of spoils) {
    const spoilt = path.join(place, 'r1');
    cpSync(root, spoilt, { recursive: true });
    spoil(spoilt);
    const heard = await hear(courts, spoilt, root);
    rmSync(spoilt, { recursive: true });
    const judged = judge(heard, { stood, before, after: null, earlier: [] });
    if (judged.verdict !== verdict) missed.push(`${what}: judged ${judged.verdict}, ${judged.why}`);
  }
  rmSync(root, { recursive: true });
  return { spoilt: spoils.length - 1, missed };
}

async function hear(courts: Courts, folder: string, recorded: string): Promise<Heard> {
  const heard = Promise.withResolvers<Heard>();
  await courts.hear(stateIn(folder), recorded, heard.resolve);
  await courts.rest();
  return heard.promise;
}
