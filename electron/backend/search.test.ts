import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorage } from '../../db/testing.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import type { HandlersOf } from './context.ts';
import { notesHandlers } from './notes.ts';
import { searchHandlers } from './search.ts';
import { type TestContext, testContext } from './testing.ts';

let context: TestContext;
let clientId: string;
let search: HandlersOf<'search'>;

beforeEach(async () => {
  context = testContext();
  search = searchHandlers(context);
  const client = { commandId: v4(), name: 'Мебельный дом «Ольха»', stage: 'stable' } as const;
  clientId = (await boardHandlers(context)['board.createClient'](client)).card.id;
});
afterEach(() => context.storage.remove());

const find = (text: string, more: { readonly group?: 'notes' | 'tasks' } = {}) =>
  search['search.find']({ text, limit: 10, ...more });
const recent = async () => (await search['search.recent']({})).texts;

async function write(body: string) {
  const note = { clientId, kind: 'meeting', happenedAt: '2026-11-23T08:00:00.000Z' } as const;
  const more = { noteId: null, initiatedBy: null, attendees: [], finished: true };
  return (await notesHandlers(context)['notes.write']({ commandId: v4(), ...note, ...more, body })).note.id;
}

describe('finding', () => {
  test('tells of each hit what is needed to open it', async () => {
    const noteId = await write('Говорили о витринах\n\n[ ] Прототип витрины');
    await clientsHandlers(context)['clients.addTask']({
      commandId: v4(),
      clientId,
      title: 'Витрина к весне',
      side: 'agency',
      person: '',
      dueOn: null,
    });
    const { hits, total } = await find('витрина');
    expect(total).toEqual({ notes: 1, clients: 0, contacts: 0, tasks: 2, handoffs: 0 });
    expect(hits.map(({ group, noteId: stands, title }) => [group, stands, title.text])).toEqual([
      ['notes', null, 'Говорили о витринах'],
      ['tasks', null, 'Витрина к весне'],
      ['tasks', noteId, 'Прототип витрины'],
    ]);
  });

  test('in one group leaves the others alone', async () => {
    await write('Витрина\n\n[ ] Прототип витрины');
    const { hits, total } = await find('витрины', { group: 'tasks' });
    expect(hits.map(({ group }) => group)).toEqual(['tasks']);
    expect(total).toMatchObject({ notes: 0, tasks: 1 });
  });

  test('a client is meant by its name without the quotation marks', async () => {
    await write('Витрина');
    expect((await find('клиент:"Мебельный дом Ольха" витрина')).total.notes).toBe(1);
    expect((await find('клиент:берёза витрина')).total.notes).toBe(0);
  });

  test('says how much of the index stands', async () => {
    expect((await find('')).indexed).toBeNull();
    search = searchHandlers({ ...context, indexed: () => 40 });
    expect(await find('')).toMatchObject({ hits: [], indexed: 40 });
  });
});

describe('recent searches', () => {
  const remember = (text: string) => search['search.remember']({ text });

  test('are kept, the latest first and each once, and outlive the program', async () => {
    for (const text of ['витр', 'смета', 'Витрина', 'смета']) await remember(text);
    expect(await recent()).toEqual(['смета', 'Витрина']);
    const again = openTestStorage(context.storage.path);
    const { texts } = await searchHandlers({ ...context, storage: again })['search.recent']({});
    expect(texts).toEqual(['смета', 'Витрина']);
    await again.close();
  });

  test('are no more than eight', async () => {
    for (let number = 10; number < 20; number += 1) await remember(`слово ${number}`);
    expect(await recent()).toHaveLength(8);
    expect((await recent())[0]).toBe('слово 19');
  });

  test('are forgotten', async () => {
    await remember('смета');
    await search['search.forget']({});
    expect(await recent()).toEqual([]);
  });
});

describe('in a note as long as a book', () => {
  const place = async (noteId: string, text: string) => (await search['search.place']({ noteId, text })).place;

  test('the place of the first word is told, in whatever form it stands', async () => {
    const filling = 'Обсудили сроки и бюджет.\n'.repeat(30_000);
    const noteId = await write(`Итог\n\n${filling}Дети рисовали каталог.\n${filling}`);
    expect(await place(noteId, 'ребёнок рисовать')).toEqual({ at: filling.length, words: 'дети рисовали' });
    expect(await place(noteId, '"рисовали каталог"')).toEqual({ at: filling.length + 5, words: 'рисовали каталог' });
    expect(await place(noteId, 'витрина')).toBeNull();
    expect(await place(noteId, 'is:open')).toBeNull();
    expect(await place(v4(), 'сроки')).toBeNull();
  });

  test('one endless line is no harder', async () => {
    const noteId = await write(`Итог\n\n${'слово '.repeat(20_000)}витрины`);
    expect(await place(noteId, 'витрина')).toEqual({ at: 120_000, words: 'витрины' });
  });
});
