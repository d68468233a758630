import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareManifest, compareNames } from './export-names.ts';

const hash = (content: string) => createHash('sha256').update(content).digest('hex');
const row = (facts: object) => JSON.stringify([{ deleted_at: null, ...facts }]);
const noteFile = 'notes/_script_ x/2026-05-01 img.md';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-names-'));
  const files: Readonly<Record<string, string>> = {
    'data/client.json': row({ id: 'c', name: '_script_: "x"' }),
    'data/note.json': row({ client_id: 'c', happened_at: '2026-05-01T12:00:00.000Z', body: '<img>\n\nmore' }),
    [noteFile]: 'text',
  };
  for (const [name, content] of Object.entries(files)) put(name, content);
  list(Object.entries(files));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

function list(files: readonly (readonly [string, string])[]): void {
  const listed = files.map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: hash(content) }));
  const head = { format: 'rapport', version: 1, schema: 1, madeAt: '2026-05-02T12:00:00.000Z', appVersion: '1' };
  put('manifest.json', JSON.stringify({ ...head, dataSha256: hash(''), files: listed }));
}

test('files whose names are the safe forms of what was typed are right', () => {
  expect(compareManifest(folder)).toEqual([]);
});

test.each<[string, () => void, RegExp]>([
  ['a file that is gone', () => rmSync(path.join(folder, noteFile)), /listed and not there/],
  ['a file that nobody listed', () => put('notes/_script_ x/more.md', ''), /there and not listed/],
  ['another content', () => put(noteFile, 'tex7'), /another checksum/],
  [
    'a note under another name',
    () => {
      put('data/note.json', row({ client_id: 'c', happened_at: '2026-05-01T12:00:00.000Z', body: 'imp' }));
    },
    /no file .*imp/,
  ],
  [
    'a file that only the disk calls so',
    () => renameSync(path.join(folder, noteFile), path.join(folder, noteFile.replace('img', 'b'))),
    /there and not listed/,
  ],
])('%s is noticed', (_what, change, difference) => {
  change();
  expect(compareManifest(folder).join('\n')).toMatch(difference);
});

test.each(['a/../b.md', 'a/con.md', 'a/x<y.md', 'a/end .md/x.', 'a/x\u0001.md'])('%j is no safe name', (name) => {
  expect(compareNames([name], [name])).toEqual([`an unsafe name ${JSON.stringify(name)}`]);
});

test('a number makes a second name the only one, and no two names may be the same but for capitals', () => {
  expect(compareNames(['a/x.md', 'a/x (2).md'], ['a/x.md', 'a/x.md'])).toEqual([]);
  expect(compareNames(['a/x.md', 'a/X.md'], ['a/x.md', 'a/X.md'])).toHaveLength(1);
});
