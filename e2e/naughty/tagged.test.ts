import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBack } from './read-back.ts';
import { blockEnd, type Cell, compareOnPaper, compareShown, tagged } from './tagged.ts';

const text = '<b>bold</b> & "so"\non';
const cells = new Map<number, Cell>([[7, { column: 'client.name', text }]]);
const differencesOf = (shown: string) => compareShown([shown], cells).differences.length;

test('a text that is shown as it was typed is right, also when it is laid out or cut with an ellipsis', () => {
  expect(compareShown([`Before ${tagged(7, text)} after`], cells)).toMatchObject({
    differences: [],
    whole: new Set([7]),
  });
  expect(differencesOf(tagged(7, '<b>bold</b> & "so" on'))).toBe(0);
  expect(compareShown([`zq7a <b>bold</b> &…${blockEnd}zq9a`], cells)).toMatchObject({
    differences: [],
    cut: new Set([7]),
  });
});

test.each([
  ['its markup was taken for markup', 'bold & "so" on'],
  ['its signs were escaped twice', '&lt;b&gt;bold&lt;/b&gt; &amp; &quot;so&quot; on'],
  ['a part of it is gone', '<b>bold</b> on'],
  ['a letter of it was read as another one', '<b>bold</b> & "s\u006f" \x6fN'],
])('a text is not the typed one when %s', (_why, shown) => {
  expect(differencesOf(tagged(7, shown))).toBe(1);
  expect(compareOnPaper([tagged(7, shown)], cells).differences).toHaveLength(1);
});

test.each([
  ['md', 'zq7a <b>bold</b> zq7z', ['<b>', '</b>']],
  [
    'md',
    '[zq7a](javascript:alert(1)) ![x](https://harm.example/x.png)',
    ['link javascript:alert(1)', 'image https://harm.example/x.png'],
  ],
  [
    'ics',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:zq7a\r\nATTACH:file:///etc/passwd\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ['file:///etc/passwd'],
  ],
])('what an export in %s lets in is caught', (ending, content, alive) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-read-'));
  const file = path.join(folder, `harm.${ending}`);
  writeFileSync(file, content);
  expect(readBack(file).alive).toEqual(alive);
  rmSync(folder, { recursive: true });
});

test('a row that a text breaks out of does not hold what was typed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-read-'));
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, 'name,more\nzq7a <b>bold</b> & "so"\non zq7z,x\n');
  expect(compareShown(readBack(file).texts, cells).whole.size).toBe(0);
  rmSync(folder, { recursive: true });
});
