import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { searchCountLimit } from '../shared/contract/search.ts';
import { longNoteBytes } from './long-note.ts';
import { openIndexQueue } from './index-queue.ts';
import { buildIndexOn, indexPortions, rebuildIndex } from './search.ts';
import type { IndexWriter } from './search-index.ts';
import { searchAll } from './search-query.ts';
import { openTestStorage, type TestStorage } from './testing.ts';
import { indexedWords } from './word-keys.ts';

let storage: TestStorage;
let clientId: string;

beforeEach(async () => {
  storage = openTestStorage();
  clientId = await addClient('Мебельный дом «Ольха»');
});
afterEach(() => storage.remove());

async function addClient(name: string) {
  const id = v7();
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer
      .insertInto('client')
      .values({ id, name, stage: 'stable', place: 'a0', created_at: stamp.now, updated_at: stamp.now })
      .execute();
  });
  return id;
}

async function addNote(body: string, happenedAt = '2026-11-20T08:00:00.000Z', client = clientId) {
  const id = v7();
  await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
    const note = { id, client_id: client, kind: 'meeting', happened_at: happenedAt, body, finished_at: happenedAt };
    await writer.insertInto('note').values(note).execute();
  });
  return id;
}

const search = (text: string, limit = 20) => searchAll(storage, { text, limit, today: '2026-11-23' });
const notesFor = async (text: string) =>
  (await search(text)).hits.filter((hit) => hit.group === 'notes').map((hit) => hit.id);

describe('words', () => {
  test.each([
    ['договор', 'Обсудили договоров три штуки'],
    ['договоров', 'Подписали договор'],
    ['договоре', 'В договорах ошибка'],
    ['meeting', 'Two meetings this week'],
    ['meetings', 'A short meeting'],
    ['еще', 'Нужно ещё подумать'],
    ['ещё', 'Нужно еще подумать'],
    ['ОЛЬХИ', 'Письмо от ольхи'],
    ['витр', 'Показали витрину'],
    ['витрины ', 'Показали витрину'],
    ['meeti', 'A short meeting'],
    ['meetin', 'A short meeting'],
    ['1С', 'Выгрузка из 1С'],
    ['йогурт', 'Про и\u0306огурты'],
    ['हिन्दी', 'यह हिन्दी है'],
    ['שלום', 'שָׁלוֹם'],
    ['склад выгрузка', 'Выгрузка остатков со склада'],
  ])('%s finds “%s”', async (words, body) => {
    const id = await addNote(body);
    await addNote('Совсем о другом');
    expect(await notesFor(words)).toEqual([id]);
  });

  test('all of them must be there', async () => {
    await addNote('Выгрузка остатков');
    expect(await notesFor('выгрузка договор')).toEqual([]);
  });

  test('newest first', async () => {
    const old = await addNote('договор', '2025-01-01T08:00:00.000Z');
    const fresh = await addNote('договор', '2026-11-01T08:00:00.000Z');
    const middle = await addNote('договор', '2026-03-01T08:00:00.000Z');
    expect(await notesFor('договор')).toEqual([fresh, middle, old]);
  });

  test.each([
    '"',
    "'",
    '*',
    '(',
    'a" OR "b',
    'title:x',
    '-',
    'NEAR(a b)',
    '\\',
    '%',
    'drop table note;',
    '{}',
    '^а',
    'हिन्दी',
    'สวัสดี',
    'שָׁלוֹם',
    'x͡y',
  ])('what looks like a query is only text: %s', async (words) => {
    await addNote('Обычный текст');
    await expect(search(words)).resolves.toMatchObject({ hits: [] });
  });
});

describe('phrases', () => {
  test('stand as they were quoted', async () => {
    const id = await addNote('Хотят «забрать сегодня» на витрине');
    await addNote('Сегодня можно забрать');
    expect(await notesFor('"забрать сегодня"')).toEqual([id]);
    expect(await notesFor('«забрать сегодня»')).toEqual([id]);
  });

  async function addNotes(body: string, count: number) {
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
      for (let number = 0; number < count; number += 1) {
        const at = new Date(Date.UTC(2021, 0, 1, number)).toISOString();
        const note = { client_id: clientId, kind: 'call', happened_at: at, finished_at: at };
        await writer
          .insertInto('note')
          .values({ id: v7(), ...note, body })
          .execute();
      }
    });
  }

  test('are found behind more notes that only hold their words than are looked at in one turn', async () => {
    const id = await addNote('Хотят забрать сегодня', '2020-02-03T09:00:00.000Z');
    await addNotes('Сегодня можно забрать', 2 * searchCountLimit + 10);
    expect(await notesFor('"забрать сегодня"')).toEqual([id]);
  });

  test('are told as “so many at least” where looking ended once enough were found', async () => {
    for (const day of ['2020-02-03', '2020-02-04']) await addNote('Хотят забрать сегодня', `${day}T09:00:00.000Z`);
    await addNotes('Сегодня можно забрать', searchCountLimit + 10);
    const newest = await addNote('Хотят забрать сегодня', '2026-02-03T09:00:00.000Z');
    const first = await search('"забрать сегодня"', 1);
    expect(first).toMatchObject({ hits: [{ id: newest }], total: { notes: 1 }, atLeast: ['notes'] });
    expect(await search('"забрать сегодня"', 20)).toMatchObject({ total: { notes: 3 }, atLeast: [] });
  });
});

describe('after a day', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['America/New_York', '2026-11-24T04:59:00.000Z', '2026-11-24T05:00:00.000Z'],
    ['Europe/Moscow', '2026-11-23T20:59:00.000Z', '2026-11-23T21:00:00.000Z'],
  ])('counts from its midnight where the partner sits: %s', async (zone, eve, midnight) => {
    vi.stubEnv('TZ', zone);
    await addNote('договор', eve);
    const id = await addNote('договор', midnight);
    const handoffId = v7();
    await storage.write({ id: v7(), name: 'handoff.end' }, async (writer) => {
      const handoff = { id: handoffId, client_id: clientId, state: 'running', start_on: '2026-11-24' };
      await writer.insertInto('handoff').values(handoff).execute();
    });
    expect((await search('after:2026-11-24')).hits.map((hit) => hit.id)).toEqual([id, handoffId]);
  });
});

describe('excerpts', () => {
  test('mark the words in the form they stand in', async () => {
    await addNote('Итог\nДоговорились о малом шаге: витрина с отметкой «забрать сегодня» только для складских позиций');
    const [hit] = (await search('витрины')).hits;
    const [from = 0, to = 0] = hit?.snippet.hits[0] ?? [];
    expect(hit?.snippet.text.slice(from, to)).toBe('витрина');
    expect(hit).toMatchObject({
      clientName: 'Мебельный дом «Ольха»',
      kind: 'meeting',
      title: { text: 'Итог', hits: [] },
    });
  });

  test('are cut around the first hit', async () => {
    await addNote(`Итог\n${'слово '.repeat(80)}договор${' слово'.repeat(80)}`);
    const [hit] = (await search('договор')).hits;
    expect(hit?.snippet.text).toMatch(/^….*договор.*…$/);
    expect(hit?.snippet.text.length).toBeLessThan(180);
  });

  test('show the title when the words stand only there', async () => {
    await addNote('Квартальный отчёт\nПовторные заказы');
    const [hit] = (await search('отчет')).hits;
    expect(hit?.title).toEqual({ text: 'Квартальный отчёт', hits: [[12, 17]] });
    expect(hit?.snippet.text).toContain('Квартальный отчёт');
  });
});

describe('the index', () => {
  test('loses deleted notes, undo brings them back', async () => {
    const id = await addNote('договор');
    const command = v7();
    await storage.write({ id: command, name: 'notes.delete' }, async (writer, stamp) => {
      await writer.updateTable('note').set({ deleted_at: stamp.now }).where('id', '=', id).execute();
    });
    expect(await notesFor('договор')).toEqual([]);
    await storage.undo(v7());
    expect(await notesFor('договор')).toEqual([id]);
    await storage.redo(v7());
    expect(await notesFor('договор')).toEqual([]);
  });

  test('loses all of a deleted client', async () => {
    const id = await addNote('договор');
    await storage.write({ id: v7(), name: 'clients.delete' }, async (writer, stamp) => {
      await writer.updateTable('client').set({ deleted_at: stamp.now }).where('id', '=', clientId).execute();
    });
    expect((await search('договор')).hits).toEqual([]);
    expect((await search('ольха')).hits).toEqual([]);
    await storage.undo(v7());
    expect(await notesFor('договор')).toEqual([id]);
    expect((await search('ольхи')).total.clients).toBe(1);
  });

  test('knows people, tasks, and handoffs by their items', async () => {
    const ids = { contact: v7(), task: v7(), handoff: v7(), item: v7() };
    await storage.write({ id: v7(), name: 'handoff.end' }, async (writer) => {
      const client = { client_id: clientId };
      const contact = { id: ids.contact, ...client, name: 'Марина Цвет', email: 'm.cvet@example.com' };
      await writer.insertInto('contact').values(contact).execute();
      const task = {
        id: ids.task,
        ...client,
        title: 'Показать прототип витрины',
        side: 'agency',
        due_on: '2026-11-27',
      };
      await writer.insertInto('task').values(task).execute();
      await writer
        .insertInto('handoff')
        .values({ id: ids.handoff, ...client, state: 'running', start_on: '2026-11-20' })
        .execute();
      await writer
        .insertInto('handoff_item')
        .values({ id: ids.item, handoff_id: ids.handoff, title: 'Описать модуль витрины' })
        .execute();
    });
    const { hits, total } = await search('витрина');
    expect(total).toEqual({ notes: 0, clients: 0, contacts: 0, tasks: 1, handoffs: 1 });
    expect(hits).toMatchObject([
      {
        group: 'tasks',
        id: ids.task,
        clientName: 'Мебельный дом «Ольха»',
        title: { text: 'Показать прототип витрины' },
      },
      {
        group: 'handoffs',
        id: ids.handoff,
        clientId,
        itemId: ids.item,
        snippet: { text: 'Описать модуль витрины' },
      },
    ]);
    expect((await search('мариной')).hits).toMatchObject([{ group: 'contacts', id: ids.contact }]);
    expect((await search('cvet')).hits).toMatchObject([{ id: ids.contact, snippet: { text: 'm.cvet@example.com' } }]);
  });

  test('rebuilt is the same as grown', async () => {
    const other = await addClient('Kestrel Optics');
    await addNote('Договор и витрина');
    const gone = await addNote('Договорились', '2026-11-21T08:00:00.000Z', other);
    await storage.write({ id: v7(), name: 'notes.delete' }, async (writer, stamp) => {
      await writer.updateTable('note').set({ deleted_at: stamp.now }).where('id', '=', gone).execute();
    });
    const rows = () =>
      storage.file
        .prepare(
          `select row_id, happened_ms, entry / 1099511627776 as of_table,
             (select group_concat(word) from (select 'витрина' as word union select 'договор' union select 'kestrel')
              where entry in (select rowid from local_search where local_search match word)) as words
           from local_search_entry order by row_id`,
        )
        .all();
    const grown = rows();
    await storage.maintain((writer) => rebuildIndex({ writer, file: storage.file }));
    expect(rows()).toEqual(grown);
    expect(grown).toHaveLength(3);
  });
});

describe('filters', () => {
  test('of tasks follow what is ticked', async () => {
    const noteId = await addNote('Договорились\n\n[ ] Прислать макет');
    const plain = await addNote('Договорились без дел');
    const taskId = v7();
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
      await writer
        .insertInto('task')
        .values({ id: taskId, client_id: clientId, note_id: noteId, title: 'Прислать макет' })
        .execute();
    });
    expect(await notesFor('договориться')).toEqual(expect.arrayContaining([noteId, plain]));
    expect(await notesFor('has:task договориться')).toEqual([noteId]);
    expect(await notesFor('is:open договориться')).toEqual([noteId]);
    await storage.write({ id: v7(), name: 'clients.editTask' }, async (writer, stamp) => {
      await writer.updateTable('task').set({ done_at: stamp.now }).where('id', '=', taskId).execute();
    });
    expect(await notesFor('is:open договориться')).toEqual([]);
    expect((await search('is:open макет')).total.tasks).toBe(0);
    expect((await search('макет')).hits).toContainEqual(expect.objectContaining({ id: taskId, isOver: true }));
  });

  test('of days hold for tasks by the day of their note, also when that is changed', async () => {
    const noteId = await addNote('Договорились', '2021-11-02T08:00:00.000Z');
    const [inNote, alone] = [v7(), v7()];
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer, stamp) => {
      const task = { client_id: clientId, title: 'Прислать макет', created_at: stamp.now };
      await writer
        .insertInto('task')
        .values([
          { ...task, id: inNote, note_id: noteId },
          { ...task, id: alone },
        ])
        .execute();
    });
    const tasksFor = async (text: string) =>
      (await search(text)).hits.filter(({ group }) => group === 'tasks').map(({ id }) => id);
    expect(await tasksFor('макет before:2022')).toEqual([inNote]);
    expect(await tasksFor('макет after:2022')).toEqual([alone]);
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
      await writer
        .updateTable('note')
        .set({ happened_at: '2023-11-02T08:00:00.000Z' })
        .where('id', '=', noteId)
        .execute();
    });
    expect(await tasksFor('макет before:2022')).toEqual([]);
    expect(await tasksFor('макет after:2023 before:2024')).toEqual([inNote]);
    await storage.undo(v7());
    expect(await tasksFor('макет before:2022')).toEqual([inNote]);
  });

  test('of days leave out the day itself at the end', async () => {
    const early = await addNote('договор', '2026-11-02T08:00:00.000Z');
    const late = await addNote('договор', '2026-11-10T08:00:00.000Z');
    expect(await notesFor('договор before:2026-11-10')).toEqual([early]);
    expect(await notesFor('договор after:2026-11-10')).toEqual([late]);
    expect(await notesFor('after:2026-11-01 before:2026-11-11')).toEqual([late, early]);
  });

  test('of a client and a kind go together', async () => {
    const other = await addClient('Kestrel Optics');
    await addNote('договор');
    const theirs = await addNote('договор', '2026-11-10T08:00:00.000Z', other);
    expect(await notesFor('client:kestr договор')).toEqual([theirs]);
    expect(await notesFor('client:kestr kind:call договор')).toEqual([]);
    expect(await notesFor('client:nobody договор')).toEqual([]);
  });
});

describe('the order', () => {
  test('is by the title first, then by words written out, then by time', async () => {
    const inTitle = await addNote('Договор\nПодписали', '2025-01-01T08:00:00.000Z');
    const inBody = await addNote('Созвон\nПодписали договор', '2026-01-01T08:00:00.000Z');
    const begun = await addNote('Созвон\nДоговорной отдел', '2026-11-01T08:00:00.000Z');
    expect(await notesFor('договор')).toEqual([inTitle, inBody, begun]);
  });

  test('of notes that happened in the same hour is by the minute, however they were written down', async () => {
    const at = (minute: number) => `2026-11-10T08:${String(minute).padStart(2, '0')}:00.000Z`;
    const ids = new Map<number, string>();
    for (const minute of [5, 50, 20]) ids.set(minute, await addNote('договор', at(minute)));
    expect(await notesFor('договор')).toEqual([50, 20, 5].map((minute) => ids.get(minute)));
  });

  test('holds when far more happened in one hour than an hour has room for', async () => {
    await storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
      for (let number = 0; number < 2000; number += 1) {
        const note = { id: v7(), client_id: clientId, kind: 'call', happened_at: '2026-11-10T08:00:00.000Z' };
        await writer
          .insertInto('note')
          .values({ ...note, body: 'смета', finished_at: note.happened_at })
          .execute();
      }
    });
    const before = await addNote('смета', '2026-11-09T08:00:00.000Z');
    expect((await search('смета', 500)).total.notes).toBe(501);
    expect(await notesFor('смета before:2026-11-10')).toEqual([before]);
    expect(await notesFor('смета after:2026-11-11')).toEqual([]);
  });
});

test('words of irregular forms are found while they are typed', async () => {
  const id = await addNote('Люди пришли');
  for (const typed of ['лю', 'люд', 'люди', 'человек', 'прий']) expect(await notesFor(typed)).toEqual([id]);
});

test('a word that no write kept is not known', async () => {
  const failed = storage.write({ id: v7(), name: 'notes.write' }, async (writer) => {
    await writer.insertInto('note').values({ id: v7(), client_id: clientId, body: 'промышленность' }).execute();
    throw new Error('stopped');
  });
  await expect(failed).rejects.toThrow();
  const id = await addNote('Промышленность');
  expect(await notesFor('промышл')).toEqual([id]);
});

test('a note as long as a book is found by its last word of what is looked through', async () => {
  const id = await addNote(`Итог\n${'Слово за словом идёт дело.\n'.repeat(5000)}Витрина`);
  const { hits } = await search('витрина');
  expect(hits).toMatchObject([{ id, snippet: { text: expect.stringMatching(/Витрина$/) } }]);
});

describe('a note as long as a book', () => {
  const book = 'Слово за словом. '.repeat(longNoteBytes / 16);
  const inTurn = (work: (target: IndexWriter) => Promise<unknown>) =>
    storage.maintain(async (writer) => void (await work({ writer, file: storage.file })));

  test('is taken in by itself, the newest first', async () => {
    const usual = await addNote('Витрина');
    const older = await addNote(`${book}Витрина`, '2026-11-18T08:00:00.000Z');
    const newer = await addNote(`${book}Витрина`, '2026-11-19T08:00:00.000Z');
    expect(await notesFor('витрины')).toEqual([usual]);
    const queue = openIndexQueue(storage.file);
    for (const id of [newer, older]) {
      const portions = queue.next(100);
      expect(portions).toEqual([{ table: 'note', ids: [id] }]);
      await inTurn((target) => indexPortions(target, portions));
    }
    expect(queue.next(100)).toEqual([]);
    expect(await notesFor('витрины')).toEqual([usual, newer, older]);
  });

  test('is not found by words that were worked out for a text it had before', async () => {
    const id = await addNote(`${book}Витрина`);
    const words = indexedWords('', 'Договор');
    const ready = new Map([[id, { title: '', body: 'Договор', words }]]);
    await inTurn((target) => indexPortions(target, [{ table: 'note', ids: [id] }], ready));
    expect(await notesFor('договор')).toEqual([]);
    await inTurn((target) => buildIndexOn(target, openIndexQueue(target.file), 100));
    expect(await notesFor('витрина')).toEqual([id]);
  });
});
