import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { newestVersion } from '../../../db/migrations/migrations.ts';
import { fileOf, openReal, type RealBackend } from '../real-backend.ts';
import { type Ground, pageSize } from './ground.ts';

/** One way in which a file comes to harm. */
export interface Damage {
  readonly name: string;
  /** Of the agency's data. `stays`: all of it, but not for this program, and nobody may touch it. */
  readonly leaves: 'pieces' | 'nothing' | 'stays';
  readonly harm: (folder: string, ground: Ground, random: () => number) => void | Promise<void>;
}

function changed(folder: string, ground: Ground, change: (bytes: Buffer) => void): void {
  const bytes = Buffer.from(ground.bytes);
  change(bytes);
  writeFileSync(fileOf(folder), bytes);
}

function inDatabase(folder: string, act: (file: Database.Database) => void): void {
  const file = new Database(fileOf(folder));
  act(file);
  file.close();
}

export const damages: readonly Damage[] = [
  {
    name: 'bit flip in content',
    leaves: 'pieces',
    harm: (folder, ground, random) =>
      changed(folder, ground, (bytes) => {
        const at = pageSize + Math.floor(random() * (bytes.length - pageSize));
        bytes[at] = bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8));
      }),
  },
  {
    name: 'zeroed page',
    leaves: 'pieces',
    harm: (folder, ground, random) => zeroPage(folder, ground, 1 + Math.floor(random() * ground.pages)),
  },
  {
    name: 'truncated',
    leaves: 'pieces',
    harm: (folder, ground, random) => {
      changed(folder, ground, () => undefined);
      truncateSync(fileOf(folder), Math.floor(ground.bytes.length * (0.9 + 0.09 * random())));
    },
  },
  {
    name: 'header',
    leaves: 'pieces',
    harm: (folder, ground, random) =>
      changed(folder, ground, (bytes) => {
        // The mark of SQLite, the length of a page, the mark of the program, or all of it.
        const [from = 0, to = 0] =
          [
            [0, 16],
            [16, 18],
            [68, 72],
            [0, 100],
          ][Math.floor(random() * 4)] ?? [];
        bytes.fill(0x5a, from, to);
      }),
  },
  { name: 'old file with newer log', leaves: 'pieces', harm: putNewerLog },
  {
    name: 'folder in its place',
    leaves: 'nothing',
    harm: (folder) => {
      rmSync(fileOf(folder));
      mkdirSync(path.join(fileOf(folder), 'something'), { recursive: true });
    },
  },
  {
    name: 'newer version',
    leaves: 'stays',
    harm: (folder) => inDatabase(folder, (file) => file.pragma(`user_version = ${newestVersion + 1}`)),
  },
  {
    name: 'foreign application',
    leaves: 'nothing',
    harm: (folder) => {
      rmSync(fileOf(folder));
      inDatabase(folder, (file) => file.exec('create table recipe (name text)'));
    },
  },
  { name: 'empty', leaves: 'nothing', harm: (folder) => writeFileSync(fileOf(folder), '') },
  {
    name: 'malicious trigger',
    leaves: 'pieces',
    harm: (folder) =>
      inDatabase(folder, (file) =>
        file.exec(`create trigger take_all after insert on client begin update note set body = ''; end`),
      ),
  },
  {
    name: 'trigger that keeps no history',
    leaves: 'pieces',
    harm: (folder) =>
      inDatabase(folder, (file) =>
        file.exec(`drop trigger log_update_client;
          create trigger keep_nothing after update on client begin delete from local_change; end`),
      ),
  },
  { name: 'malicious view', leaves: 'pieces', harm: (folder) => inDatabase(folder, putViewBefore) },
];

/** What is asked of the tasks is answered by somebody else. */
function putViewBefore(file: Database.Database): void {
  const columns = file.prepare<[], string>(`select name from pragma_table_info('task')`).pluck().all();
  const shown = columns.map((name) => (name === 'title' ? `'Pay into the other account' as title` : `"${name}"`));
  file.exec(`alter table task rename to task_kept; create view task as select ${shown.join()} from task_kept`);
}

export function zeroPage(folder: string, ground: Ground, page: number): void {
  changed(folder, ground, (bytes) => bytes.fill(0, (page - 1) * pageSize, page * pageSize));
}

/** Somebody put the file of yesterday back, and the log of today still lies beside it. */
async function putNewerLog(folder: string, ground: Ground): Promise<void> {
  const real = await openReal(folder);
  await work(real, 30);
  inDatabase(folder, (file) => file.pragma('wal_checkpoint(restart)'));
  await work(real, 10);
  const log = `${fileOf(folder)}-wal`;
  copyFileSync(log, `${log}.kept`);
  await real.backend.close();
  renameSync(`${log}.kept`, log);
  writeFileSync(fileOf(folder), ground.bytes);
}

async function work(real: RealBackend, times: number): Promise<void> {
  for (let number = 0; number < times; number += 1)
    await real.call('board.createClient', { commandId: randomUUID(), name: `Rowan ${number}`, stage: 'honeymoon' });
}

export interface Taking {
  readonly name: string;
  readonly take: (folder: string) => void;
}

/** What is done to a file under the program that has it open. */
export const takings: readonly Taking[] = [
  { name: 'deleted while open', take: (folder) => rmSync(fileOf(folder)) },
  {
    name: 'replaced while open',
    take: (folder) => {
      renameSync(fileOf(folder), `${fileOf(folder)}.taken`);
      inDatabase(folder, (file) => file.exec('create table recipe (name text)'));
    },
  },
];
