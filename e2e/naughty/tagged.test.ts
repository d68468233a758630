import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBack } from './read-back.ts';
import { blockEnd, type Cell, compareOnPaper, compareShown, elementEnd, tagged } from './tagged.ts';

const text = '<b>bold</b> & "so"\non';
const cells = new Map<number, Cell>([[7, { column: 'client.name', text }]]);
const differencesOf = (shown: string) => compareShown([shown], cells).differences.length;

test('a text that is shown as it was typed is right, also when it is laid out', () => {
  expect(compareShown([`Before ${tagged(7, text)} after`], cells)).toMatchObject({
    differences: [],
    whole: new Set([7]),
  });
  expect(differencesOf(tagged(7, '<b>bold</b> & "so" on'))).toBe(0);
});

const titles = new Map<number, Cell>([[7, { column: 'note.body', text: '<b>bold</b>\n\nand **more** of it' }]]);

test('the beginning of a text is right where the program cuts, with an ellipsis that ends its element', () => {
  const cut = { differences: [], cut: new Set([7]) };
  expect(compareShown([`zq7a <b>bold</b> and…${blockEnd}zq9a`], titles)).toMatchObject(cut);
  expect(compareShown([`“zq7a <b>bo…”${elementEnd} 1 May`], titles)).toMatchObject(cut);
  expect(compareShown([`zq7a <b>bold</b>${blockEnd}`], titles)).toMatchObject(cut);
});

test.each([
  ['it was swallowed', `zq7a ${blockEnd}other words`],
  ['its markup was swallowed', `zq7a bold…${blockEnd}`],
  ['it ends without an ellipsis', `zq7a <b>bo${blockEnd}`],
  ['the ellipsis does not end its element', `zq7a <b>bo… and so on${blockEnd}`],
  ['it is not how the text begins', `zq7a <b>old…${blockEnd}`],
])('a text of which a part is shown is not the typed one when %s', (_why, shown) => {
  expect(compareShown([shown], titles).differences).toHaveLength(1);
});

test('where the program does not cut, nothing may be cut', () => {
  expect(differencesOf(`zq7a <b>bold</b>…${blockEnd}`)).toBe(1);
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

test('what one reader of a page reads by turns with another column, another one reads whole', () => {
  const typed = '<b>bold</b> & "so" on';
  const byTurns = 'zq7a <b>bold</b> & of the other column "so" on zq7z';
  expect(compareOnPaper([byTurns, tagged(7, typed)], cells)).toMatchObject({ differences: [], whole: new Set([7]) });
  expect(compareOnPaper([byTurns, byTurns], cells).differences).toHaveLength(1);
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
