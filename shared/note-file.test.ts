import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteKinds } from './contract/notes.ts';
import { type NoteFile, readNoteFile, writeNoteFile } from './note-file.ts';

const note: NoteFile = {
  id: '01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e',
  client: 'Мебельный дом «Ольха»',
  kind: 'call',
  happenedAt: '2026-11-20T08:30:00.000Z',
  initiatedBy: 'client',
  people: ['Марина Цвет', 'Вера: Лунина'],
  ours: ['Вера: Лунина'],
  isDraft: false,
  body: '# Созвон\n\nПро договор.\n',
};

describe('a note as a file', () => {
  test('tells in its front matter what is known beside the text', () => {
    expect(writeNoteFile(note)).toBe(`---
title: Созвон
client: Мебельный дом «Ольха»
date: 2026-11-20T08:30:00.000Z
kind: call
initiated_by: client
people:
  - Марина Цвет
  - "Вера: Лунина"
ours:
  - "Вера: Лунина"
id: 01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e
---

# Созвон

Про договор.
`);
  });

  test('read back is the same note, whatever is written in it', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '---',
        '---\n',
        '\n---\n',
        'a: b',
        '# Итог',
        '\r\n',
        '\u{FEFF}',
        '- [ ] дело',
        'null',
        'true',
        '1e3',
      ),
    );
    const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((name) => name.replace(/[\s,;]+/gu, ' ').trim())
      .filter((name) => name !== '');
    fc.assert(
      fc.property(
        fc.record({
          id: fc.uuid(),
          client: line,
          kind: fc.constantFrom(...noteKinds),
          happenedAt: fc
            .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
            .map((date) => date.toISOString()),
          initiatedBy: fc.constantFrom('agency' as const, 'client' as const, null),
          people: fc.array(line, { maxLength: 3 }),
          ours: fc.array(line, { maxLength: 3 }),
          isDraft: fc.boolean(),
          body: text,
        }),
        (given) => {
          const { happenedAt, ...rest } = given;
          expect(readNoteFile(writeNoteFile(given))).toEqual({ ...rest, when: happenedAt });
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Whether it was taken off the text. */
const isFrontMatter = (lines: string) => !readNoteFile(`---\n# a comment\n${lines}\n---\nТекст`).body.startsWith('---');

describe('a file of another program', () => {
  test('may be nothing but text', () => {
    expect(readNoteFile('\u{FEFF}Просто текст\n---\n')).toMatchObject({ when: null, body: 'Просто текст\n---\n' });
  });

  test('may call the same things otherwise', () => {
    const text = '---\r\nДата: 12.11.2024\r\nКлиент: Ольха\r\nтип: Созвон\r\nучастники: Марина, Павел\r\n---\r\nТекст';
    expect(readNoteFile(text)).toMatchObject({
      when: '12.11.2024',
      client: 'Ольха',
      kind: 'call',
      people: ['Марина', 'Павел'],
      body: 'Текст',
    });
  });

  test('says the same where its facts are plain and where only YAML can read them', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'аЯz0 .-«»,:#\'"[]{}&*!|>%@`~?'), maxLength: 12 }),
      fc.constantFrom(
        'true',
        'False',
        'null',
        'Null',
        '~',
        '007',
        '1e3',
        '2024-05-01',
        '2024-05-01T10:00:00.000Z',
        'да',
      ),
      fc.uuid(),
    );
    const name = fc.constantFrom('client', 'Дата', 'title', 'kind', 'id', 'draft', 'people');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 }), (facts) => {
        const lines = facts.map(([each, words]) => `${each}: ${words}`).join('\n');
        expect(readNoteFile(`---\n${lines}\n---\nТекст`)).toEqual({
          ...readNoteFile(`---\n# a comment\n${lines}\n---\nТекст`),
          ...(isFrontMatter(lines) ? {} : { body: `---\n${lines}\n---\nТекст` }),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('may keep its title apart from the text', () => {
    expect(readNoteFile('---\ntitle: Итоги года\n---\nВыросли').body).toBe('# Итоги года\n\nВыросли');
    expect(readNoteFile('---\ntitle: Итоги года\n---\n## Итоги года\nВыросли').body).toBe('## Итоги года\nВыросли');
  });

  test.each(['---\n[1, 2]\n---\nТекст', '---\nа: б: в\n---\nТекст', '---\n&a [*a]\n---\nТекст', '---\nнет конца'])(
    'keeps a beginning that is no front matter: %j',
    (text) => {
      expect(readNoteFile(text).body).toBe(text);
    },
  );
});
