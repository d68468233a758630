import { expect, test } from 'vitest';
import { safeFileName, uniqueNames } from './file-name.ts';

test.each([
  ['Ольха: «итоги» 3/4?', 'Ольха «итоги» 3 4'],
  ['  ..скрытая. ', 'скрытая'],
  ['CON', 'CON_'],
  ['nul.txt', 'nul_.txt'],
  ['Console', 'Console'],
  ['a\u0000b\nc', 'a b c'],
  ['***', ''],
  [`${'я'.repeat(79)}👍🏽`, `${'я'.repeat(79)}👍`],
])('%j becomes %j', (text, name) => {
  expect(safeFileName(text)).toBe(name);
});

test('names that differ in their letters alone get a number', () => {
  const unique = uniqueNames();
  expect(['Ольха', 'ольха', 'Ольха', 'Вяз'].map((name) => unique(name, '.md'))).toEqual([
    'Ольха.md',
    'ольха (2).md',
    'Ольха (3).md',
    'Вяз.md',
  ]);
});
