import { cpSync, globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, exportsOf } from '../real-backend.ts';
import { archiveOf, clientDataOf, secondOf, wholeOf } from './acts.ts';
import { type Ground, makeGround } from './io.ts';
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

const spoilt: readonly (readonly [what: string, spoil: (folder: string) => void, told: RegExp])[] = [
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

test.each(spoilt)('the judge tells of %s', async (_what, spoil, told) => {
  const { folder: sound, ...run } = ground.sound.files;
  const folder = path.join(ground.root, 'spoilt');
  rmSync(folder, { recursive: true, force: true });
  cpSync(sound, folder, { recursive: true });
  spoil(folder);
  const { half, falselySaved, ...rest } = await judge({ ...run, folder }, ground.shapes);
  expect(JSON.stringify([half, falselySaved])).toMatch(told);
  expect(isFaultless({ half: [], falselySaved: [], ...rest })).toBe(true);
});
