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
  ['COM¹', 'COM¹_'],
  ['conin$', 'conin$_'],
  ['com10', 'com10'],
  [`${'я'.repeat(79)}👍🏽`, `${'я'.repeat(79)}👍🏽`],
  [`${'я'.repeat(80)}👍🏽`, 'я'.repeat(80)],
  ['семья 👩‍👩‍👧‍👦', 'семья 👩‍👩‍👧‍👦'],
  ['отчёт\u202efdp.exe', 'отчёт fdp.exe'],
  ['a\ufffeb\ud800c', 'a b c'],
  ['из двух ', 'из двух'],
])('%j becomes %j', (text, name) => {
  expect(safeFileName(text)).toBe(name);
});

test.each([
  ['emoji', '🚀'],
  ['families', '👩‍👩‍👧‍👦'],
  ['Chinese', '文'],
  ['Russian', 'ё'],
  ['letters under many marks', `e${'\u0301'.repeat(40)}`],
])('a long name of %s fits on the disk beside what is added to it, and ends with a whole sign', (_name, sign) => {
  const name = safeFileName(sign.repeat(300));
  const added = 'Передача  2026-11-23 (12).docx.1234567890';
  expect(new TextEncoder().encode(name + added).length).toBeLessThanOrEqual(255);
  expect(name).toBe(sign.repeat(name.length / sign.length));
  expect(name.length).toBeGreaterThan(0);
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
