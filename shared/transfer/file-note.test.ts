import { describe, expect, test } from 'vitest';
import { noteOfFile, readFileName } from './file-note.ts';

test.each([
  ['2024-05-01 Call.md', '2024-05-01', 'Call'],
  ['20240501_1530 Итоги.md', '2024-05-01 15:30', 'Итоги'],
  ['2024-05-01T09-15 - Итоги_недели.md', '2024-05-01 09:15', 'Итоги недели'],
  ['01.05.2024.md', '2024-05-01', ''],
  ['2024.05.01 — План 2025.md', '2024-05-01', 'План 2025'],
  ['2024-13-01 Нет.md', null, '2024-13-01 Нет'],
  ['Версия 2.0.md', null, 'Версия 2.0'],
])('the name %j says %j and %j', (name, when, rest) => {
  expect(readFileName(name)).toEqual({ when, rest });
});

describe('a file', () => {
  test('tells more in its front matter than on its way', () => {
    const text = '---\nclient: Вяз\nkind: чат\ndate: вчера\n---\n\nТекст';
    expect(noteOfFile('Ольха/2024-05-01 Call.md', text)).toMatchObject({
      client: 'Вяз',
      kind: 'chat',
      when: 'вчера',
      whenByName: '2024-05-01',
      body: 'Текст',
    });
  });

  test.each([
    ['Итоги.md', 'Рост.\r\nВдвое.', '# Итоги\n\nРост.\nВдвое.'],
    ['Итоги.md', '# Иначе\nРост.', '# Иначе\nРост.'],
    ['Итоги.md', 'Итоги года\nРост.', 'Итоги года\nРост.'],
    ['2024-05-01 Созвон.md', 'Рост.', 'Рост.'],
    ['Итоги.md', '', ''],
  ])('%j with %j is %j', (name, text, body) => {
    expect(noteOfFile(name, text).body).toBe(body);
  });

  test('that this program wrote stays as it is', () => {
    const text = '---\nid: 01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e\n---\n\nРост.\r\nВдвое.';
    expect(noteOfFile('Ольха/2024-05-01 Иначе.md', text).body).toBe('Рост.\r\nВдвое.');
  });

  test('that this program wrote and another one saved with line ends of its own is the same note', () => {
    const text = '---\nid: 01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e\ntitle: Итоги\n---\n\n# Итоги\n\n[ ] Позвонить\n';
    expect(noteOfFile('Ольха/Итоги.md', text.replaceAll('\n', '\r\n'))).toEqual(noteOfFile('Ольха/Итоги.md', text));
  });
});
