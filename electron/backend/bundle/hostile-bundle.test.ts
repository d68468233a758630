import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createJob } from '../transfer/job.ts';
import {
  exportTo,
  filesIn,
  forge,
  openScene,
  readManifest,
  type Scene,
  writeManifest,
  type ZipEntry,
  zipOf,
} from './bundle-in-test.ts';
import { readBundle } from './read-bundle.ts';

let scene: Scene;
let whole: string;
let folder: string;
let outside: string;
beforeAll(async () => {
  scene = await openScene('barely');
  whole = await exportTo(scene, 'whole');
});
afterAll(() => scene.remove());
beforeEach(() => {
  folder = scene.at('hostile');
  outside = scene.at('outside');
  cpSync(whole, folder, { recursive: true });
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret.json'), '[\n]\n');
});
afterEach(() => {
  for (const left of [folder, outside]) rmSync(left, { recursive: true, force: true });
  rmSync(scene.at('hostile.zip'), { force: true });
});

const target = () => scene.at('new.db');
const everything = () => readdirSync(scene.root, { recursive: true }).map(String).toSorted();

async function codeOf(place: string): Promise<string> {
  const before = everything();
  const code = await readBundle(place, target(), createJob()).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  if (code === 'read') rmSync(target());
  // Nothing is written, here or elsewhere.
  expect(everything()).toEqual(before);
  return code;
}

const entriesOf = (): ZipEntry[] => [...filesIn(folder)].map(([name, content]) => ({ name, content }));

async function codeOfZip(change: (entries: ZipEntry[]) => ZipEntry[]): Promise<string> {
  const place = scene.at('hostile.zip');
  writeFileSync(place, zipOf(change(entriesOf())));
  return codeOf(place);
}

const replaced = (entries: readonly ZipEntry[], name: string, change: Partial<ZipEntry>): ZipEntry[] =>
  entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry));
const content = Buffer.from('evil');

test('what nobody touched is read, as folder and as archive', async () => {
  expect(await codeOf(folder)).toBe('read');
  expect(await codeOfZip((entries) => entries)).toBe('read');
});

test.each<[string, (entries: ZipEntry[]) => ZipEntry[], string]>([
  ['a path that leads up', (all) => [...all, { name: '../evil.txt', content }], 'archive_unsafe'],
  ['a path that leads up from a folder', (all) => [...all, { name: 'data/../../evil.txt', content }], 'archive_unsafe'],
  ['an absolute path', (all) => [...all, { name: '/tmp/evil.txt', content }], 'archive_unsafe'],
  ['a path of Windows', (all) => [...all, { name: 'C:\\evil.txt', content }], 'archive_unsafe'],
  ['backslashes', (all) => [...all, { name: 'data\\..\\..\\evil.txt', content }], 'archive_unsafe'],
  ['a sign that ends the name', (all) => [...all, { name: 'data/evil\0.json', content }], 'archive_unsafe'],
  [
    'a link',
    (all) => [...all, { name: 'data/link.json', content: Buffer.from('/etc/passwd'), mode: 0o120777 }],
    'archive_unsafe',
  ],
  [
    'twice the same file',
    (all) => [...all, { name: 'data/note.json', content: Buffer.from('[\n]\n') }],
    'archive_unsafe',
  ],
  [
    'a thousand times what is in it',
    (all) => [...all, { name: 'bomb', content: Buffer.alloc(40_000_000) }],
    'archive_unsafe',
  ],
  ['a size that is not true', (all) => replaced(all, 'data/note.json', { said: { size: 5 } }), 'archive_damaged'],
  [
    'overlapping files',
    (all) => all.flatMap((entry) => (entry.name === 'data/note.json' ? [{ ...entry, isOverlapping: true }] : [entry])),
    'archive_damaged',
  ],
  ['no manifest', (all) => all.filter(({ name }) => name !== 'manifest.json'), 'archive_foreign'],
  ['a missing table', (all) => all.filter(({ name }) => name !== 'data/note.json'), 'archive_damaged'],
])('an archive with %s is refused', async (_what, change, code) => {
  expect(await codeOfZip(change)).toBe(code);
});

test.each([
  ['no archive at all', () => Buffer.from('not a zip')],
  ['an empty file', () => Buffer.alloc(0)],
  ['an archive that ends in the middle', () => zipOf(entriesOf()).subarray(0, 5000)],
])('%s is refused', async (_what, bytes) => {
  writeFileSync(scene.at('hostile.zip'), bytes());
  expect(await codeOf(scene.at('hostile.zip'))).toBe('archive_damaged');
});

const at = (name: string) => path.join(folder, name);
const flip = (name: string) => {
  const bytes = readFileSync(at(name));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(at(name), bytes);
};

test.each<[string, () => void, string]>([
  ['a flipped bit in a table', () => flip('data/client.json'), 'archive_damaged'],
  ['a flipped bit in what is for people', () => flip('tables/client.csv'), 'archive_damaged'],
  ['a flipped bit in the manifest', () => flip('manifest.json'), 'archive_damaged'],
  ['a file that grew', () => writeFileSync(at('data/note.json'), ' ', { flag: 'a' }), 'archive_damaged'],
  ['a giant without content', () => truncateSync(at('data/note.json'), 50_000_000_000), 'archive_damaged'],
  ['a missing file', () => rmSync(at('data/task.json')), 'archive_damaged'],
  [
    'a link to a file outside',
    () => {
      rmSync(at('data/task.json'));
      symlinkSync(path.join(outside, 'secret.json'), at('data/task.json'));
    },
    'archive_unsafe',
  ],
  [
    'a linked folder',
    () => {
      renameSync(at('data'), path.join(outside, 'data'));
      symlinkSync(path.join(outside, 'data'), at('data'));
    },
    'archive_unsafe',
  ],
  [
    'a pipe that never ends',
    () => {
      rmSync(at('data/task.json'));
      execFileSync('mkfifo', [at('data/task.json')]);
    },
    'archive_unsafe',
  ],
  [
    'a folder in the place of a file',
    () => {
      rmSync(at('data/task.json'));
      mkdirSync(at('data/task.json'));
    },
    'archive_unsafe',
  ],
  [
    'a newer version of the form',
    () => writeManifest(folder, { ...readManifest(folder), version: 2 }),
    'archive_newer',
  ],
  ['a newer schema', () => writeManifest(folder, { ...readManifest(folder), schema: 9999 }), 'archive_newer'],
  [
    'the manifest of something else',
    () => writeManifest(folder, { name: 'left-pad', version: '1.3.0' }),
    'archive_foreign',
  ],
  [
    'another digest',
    () => writeManifest(folder, { ...readManifest(folder), dataSha256: '0'.repeat(64) }),
    'archive_damaged',
  ],
  [
    'names in the manifest that lead out',
    () => {
      const manifest = readManifest(folder);
      writeManifest(folder, {
        ...manifest,
        files: [...manifest.files, { name: '../outside/secret.json', bytes: 4, sha256: '0'.repeat(64) }],
      });
    },
    'archive_unsafe',
  ],
  [
    'rows of another table',
    () => forge(folder, 'data/task.json', readFileSync(at('data/partner.json'), 'utf8')),
    'archive_damaged',
  ],
  [
    'cells of another kind',
    () =>
      forge(
        folder,
        'data/agency.json',
        readFileSync(at('data/agency.json'), 'utf8').replace(
          /"clients_per_partner":\d+/,
          '"clients_per_partner":"many"',
        ),
      ),
    'archive_damaged',
  ],
  ['rows that lean on nothing', () => forge(folder, 'data/client.json', '[\n]\n'), 'archive_damaged'],
  ['a table that is not ours', () => forge(folder, 'data/sqlite_schema.json', '[\n{"type":"trigger"}\n]\n'), 'read'],
  ['no list', () => forge(folder, 'data/task.json', '{"a":1}'), 'archive_damaged'],
  ['a list without an end', () => forge(folder, 'data/task.json', '[\n'), 'archive_damaged'],
  [
    'a row with a prototype',
    () => forge(folder, 'data/task.json', '[\n{"__proto__":{"id":"x"}}\n]\n'),
    'archive_damaged',
  ],
])('a folder with %s is refused unless it does no harm', async (_what, change, code) => {
  change();
  expect(await codeOf(folder)).toBe(code);
});

test('what is gone is said to be gone', async () => {
  expect(await codeOf(scene.at('nowhere.zip'))).toBe('source_gone');
});
