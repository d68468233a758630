import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rebuildSearch } from './search.ts';
import { searchAll } from './search-query.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

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

const search = (text: string, limit = 20) => searchAll(storage.read, { text, limit, today: '2026-11-23' });
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

  test('knows clients by people and open tasks, handoffs by their items', async () => {
    const handoffId = v7();
    await storage.write({ id: v7(), name: 'handoff.end' }, async (writer) => {
      const client = { client_id: clientId };
      await writer
        .insertInto('contact')
        .values({ id: v7(), ...client, name: 'Марина Цвет' })
        .execute();
      const task = { id: v7(), ...client, name: undefined, title: 'Показать прототип витрины', side: 'agency' };
      await writer
        .insertInto('task')
        .values({ ...task, due_on: '2026-11-27' })
        .execute();
      await writer
        .insertInto('handoff')
        .values({ id: handoffId, ...client, state: 'running' })
        .execute();
      await writer
        .insertInto('handoff_item')
        .values({ id: v7(), handoff_id: handoffId, title: 'Описать модуль витрины' })
        .execute();
    });
    const { hits, total } = await search('витрина');
    expect(total).toEqual({ notes: 0, clients: 1, handoffs: 1 });
    expect(hits).toMatchObject([
      { group: 'clients', id: clientId, kind: 'next_step', snippet: { text: 'Показать прототип витрины' } },
      { group: 'handoffs', id: handoffId, clientId, snippet: { text: 'Описать модуль витрины' } },
    ]);
    expect((await search('мариной')).hits).toMatchObject([{ id: clientId, kind: 'contact' }]);
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
          `select table_name, row_id, client_id, happened_at,
             (select group_concat(word) from (select 'витрин' as word union select 'договор' union select 'kestrel')
              where entry in (select rowid from local_search where local_search match word)) as words
           from local_search_entry order by table_name, row_id`,
        )
        .all();
    const grown = rows();
    await storage.maintain(rebuildSearch);
    expect(rows()).toEqual(grown);
    expect(grown).toHaveLength(3);
  });
});

describe('recall', () => {
  const forms: readonly (readonly string[])[] = [
    ['договор', 'договора', 'договором', 'договоров', 'договорами'],
    ['витрина', 'витрины', 'витрине', 'витрину', 'витриной'],
    ['отчёт', 'отчета', 'отчётом', 'отчёты', 'отчетов'],
    ['передача', 'передачи', 'передачу', 'передачей', 'передач'],
    ['склад', 'склада', 'складе', 'складом', 'складов'],
    ['бюджет', 'бюджета', 'бюджетом', 'бюджету', 'бюджеты'],
    ['прототип', 'прототипа', 'прототипом', 'прототипы', 'прототипов'],
    ['заказ', 'заказа', 'заказов', 'заказами', 'заказы'],
    ['клиент', 'клиента', 'клиентов', 'клиентам', 'клиентом'],
    ['meeting', 'meetings'],
    ['contract', 'contracts', 'contracted'],
    ['invoice', 'invoices', 'invoicing'],
    ['report', 'reports', 'reporting', 'reported'],
    ['party', 'parties'],
  ];

  test('every form finds nearly every other form, and no other word', async () => {
    const ids = new Map<string, string>();
    for (const form of forms.flat()) ids.set(form, await addNote(`Слово ${form} в тексте`));
    let wanted = 0;
    let found = 0;
    let wrong = 0;
    for (const family of forms) {
      for (const form of family) {
        const hits = new Set(
          (await searchAll(storage.read, { text: `${form} `, limit: 50, today: '2026-11-23' })).hits.map(
            ({ id }) => id,
          ),
        );
        const relatives = new Set(family.map((each) => ids.get(each)));
        wanted += family.length;
        found += family.filter((each) => hits.has(ids.get(each) ?? '')).length;
        wrong += [...hits].filter((id) => !relatives.has(id)).length;
      }
    }
    expect(found / wanted).toBeGreaterThan(0.95);
    expect(wrong).toBe(0);
  });
});
