import { describe, expect, test } from 'vitest';
import { clientOfPath, folderLevels, guessClientFolder } from './client-folder.ts';

test.each([
  ['Clients/Alder/2024/a.md', 1, 'Clients'],
  ['Clients/Alder/2024/a.md', 2, 'Alder'],
  ['Clients/Alder/2024/a.md', 'innermost', '2024'],
  ['Alder/a.md', 2, ''],
  ['a.md', 1, ''],
  ['a.md', 'innermost', ''],
] as const)('the client of %s by the folder %s is «%s»', (path, folder, client) => {
  expect(clientOfPath(path, folder)).toBe(client);
});

test('the levels of folders are told with their names', () => {
  expect(folderLevels(['Clients/Alder/a.md', 'Clients/Birch/b.md', 'Clients/c.md', 'd.md'])).toEqual([
    ['Clients'],
    ['Alder', 'Birch'],
  ]);
  expect(folderLevels(['a.md'])).toEqual([]);
});

describe('the folder that is taken for the client', () => {
  test.each([
    ['the first', ['Alder/a.md', 'Birch/2024/b.md'], 1],
    ['the only one', ['Alder/a.md'], 1],
    ['none', ['a.md'], 1],
    ['within one folder around all', ['Clients/Alder/a.md', 'Clients/Birch/b.md', 'Clients/c.md'], 2],
    ['within two folders around all', ['Work/Clients/Alder/a.md', 'Work/Clients/Birch/b.md'], 3],
    ['within years', ['2024/Alder/a.md', '2025/Alder/b.md'], 2],
    ['within one year', ['2024/Alder/a.md', '2024/Birch/b.md'], 2],
    ['within months', ['2024-05/Ольха/a.md', 'Июнь 2024 г./Ольха/b.md', '07 Jul/Ольха/c.md'], 2],
    ['within years and months', ['2024/05/Alder/a.md', '2024/12/Birch/b.md'], 3],
    ['around years', ['Alder/2024/a.md', 'Alder/2025/b.md'], 1],
    ['around its only folder', ['Alder/Meetings/a.md'], 1],
    ['not the one around some', ['Clients/Alder/a.md', 'Clients/Birch/b.md', 'Cedar/c.md'], 1],
    ['years alone', ['2024/a.md', '2025/b.md'], 1],
  ])('is %s', (_what, paths, folder) => {
    expect(guessClientFolder(paths)).toBe(folder);
  });
});
