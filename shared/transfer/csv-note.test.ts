import { expect, test } from 'vitest';
import { guessColumns, noteOfRow } from './csv-note.ts';

const none = { client: null, when: null, kind: null, people: null, title: null, body: null };

test('columns are known by their names in both languages, each for one thing', () => {
  expect(guessColumns(['Date', 'Company', 'NOTE', 'attendees', 'x'])).toEqual({
    ...none,
    when: 'Date',
    client: 'Company',
    body: 'NOTE',
    people: 'attendees',
  });
  expect(guessColumns(['Заказчик', 'Когда', 'Тип', 'Тема', 'Заметка'])).toEqual({
    ...none,
    client: 'Заказчик',
    when: 'Когда',
    kind: 'Тип',
    title: 'Тема',
    body: 'Заметка',
  });
  expect(guessColumns(['a', 'b'])).toEqual(none);
});

test('a row tells what its chosen columns hold', () => {
  const header = ['Who', 'Day', 'Words', 'Head', 'id'];
  const columns = { ...none, client: 'Who', when: 'Day', body: 'Words', title: 'Head' };
  const id = '01939f2a-7c1e-7a31-9b1d-3f1a2b3c4d5e';
  expect(noteOfRow(header, ['Alder', '2024-05-01', 'Text', 'Call', id], columns)).toMatchObject({
    client: 'Alder',
    when: '2024-05-01',
    body: '# Call\n\nText',
    kind: null,
    id,
  });
  expect(noteOfRow(header, ['Alder'], columns)).toMatchObject({ client: 'Alder', when: null, body: '' });
});
