import { globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, exportsOf, fileOf } from '../real-backend.ts';
import { archiveOf, clientDataOf, secondOf, wholeOf } from './acts.ts';
import { type Ground, makeGround, putBack } from './io.ts';
import { isFaultless, judge } from './judge.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => rmSync(ground.root, { recursive: true, force: true }));

const oneOf = (folder: string, pattern: string) => {
  const [found] = globSync(path.join(folder, pattern));
  if (found === undefined) throw new Error(`nothing is called ${pattern}`);
  return found;
};
const cut = (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2));
const copies = (folder: string) => path.join(secondOf(folder), 'rapport-backups-*');

/** Writes into the data file past the program and its triggers, and takes away the note by which it would be noticed. */
function alter(folder: string, sql: string): void {
  const file = new Database(fileOf(folder));
  const triggers = file
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `select name, sql from sqlite_schema where type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
  file.exec(sql);
  for (const trigger of triggers) file.exec(trigger.sql);
  file.close();
  rmSync(path.join(folder, 'config/closed.json'));
}

type Spoilt = readonly [what: string, spoil: (folder: string) => void, told: RegExp];

const spoiltFiles: readonly Spoilt[] = [
  ['a cut archive', (folder) => cut(archiveOf(folder)), /half of whole\/whole\.zip.*whole archive/],
  ['no archive', (folder) => rmSync(archiveOf(folder)), /whole archive/],
  ['a cut table of a folder', (folder) => cut(oneOf(wholeOf(folder), '*/data/note.json')), /half of whole\/Everything/],
  ['no folder', (folder) => rmSync(oneOf(wholeOf(folder), 'Everything*'), { recursive: true }), /whole folder/],
  ['a cut note', (folder) => cut(oneOf(exportsOf(folder), '**/*.md')), /half of exports\/.*\.md.*export/],
  ['a note that is gone', (folder) => rmSync(oneOf(exportsOf(folder), '**/*.md')), /"export"/],
  ['a cut page', (folder) => cut(clientDataOf(folder)), /half of whole\/client\.html.*data of a client/],
  [
    'a temporary file',
    (folder) => writeFileSync(path.join(exportsOf(folder), '.rapport-0'), ''),
    /left behind: exports/,
  ],
  [
    'a log of a backup that came to nothing',
    (folder) =>
      writeFileSync(path.join(dataOf(folder), 'backups/rapport-2026-11-20T09-00-00.db.unfinished-journal'), ''),
    /left behind: data\/backups/,
  ],
  ['a cut backup', (folder) => cut(oneOf(dataOf(folder), 'backups/*.sealed')), /half of data\/backups.*sealed backup/],
  [
    'a backup that nobody knows',
    (folder) => rmSync(oneOf(dataOf(folder), 'backups/*.sealed').replace('.sealed', '.json')),
    /half of data\/backups.*sealed backup/,
  ],
  ['a cut copy', (folder) => cut(oneOf(copies(folder), '*.sealed')), /half of second.*fill second folder/],
  ['no copy', (folder) => rmSync(oneOf(secondOf(folder), '*'), { recursive: true }), /fill second folder/],
  [
    'what this computer knew of itself',
    (folder) => {
      const file = path.join(folder, 'config/device.json');
      const { deviceId } = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ deviceId, seal: null }));
    },
    /second folder.*seal/,
  ],
];

const spoiltWork: readonly Spoilt[] = [
  ['a backup that is gone', (folder) => rmSync(oneOf(dataOf(folder), 'backups/*.json')), /half of data\/backups/],
  [
    'no backup at all',
    (folder) => globSync(path.join(dataOf(folder), 'backups/*')).forEach((file) => rmSync(file)),
    /"backup"/,
  ],
  [
    'a note of an import that is gone',
    (folder) => alter(folder, `delete from note where id = (select max(id) from note where body like '%Brought in%')`),
    /notes of an import.*import/,
  ],
  [
    'a long note that was cut',
    (folder) => alter(folder, `update note set body = substr(body, 1, 1000) where length(body) > 100000`),
    /cells differ from the log.*long note/,
  ],
  [
    'an older text of a note',
    (folder) => alter(folder, `update note set body = 'First words' where body like 'First words%'`),
    /"note".*"note again"/,
  ],
  [
    'a cell past the log',
    (folder) => alter(folder, `update client set name = 'Elms' where name = 'Elm'`),
    /1 cells differ/,
  ],
  [
    'half of a command',
    (folder) =>
      alter(
        folder,
        `delete from local_change where row_id in (select id from client where name = 'Fir') and column_name = 'name'`,
      ),
    /instead of/,
  ],
  ['words that were kept', (folder) => alter(folder, `delete from local_kept_text`), /keep words/],
];

test.each([
  ...spoiltFiles.map((each) => ['files', ...each] as const),
  ...spoiltWork.map((each) => ['work', ...each] as const),
])('after the script %s the judge tells of %s', async (script, _what, spoil, told) => {
  const run = ground.sound[script];
  putBack(run);
  spoil(run.folder);
  const { half, falselySaved, ...rest } = await judge(run, ground.shapes);
  expect(JSON.stringify([half, falselySaved])).toMatch(told);
  expect(isFaultless({ half: [], falselySaved: [], ...rest })).toBe(true);
});
