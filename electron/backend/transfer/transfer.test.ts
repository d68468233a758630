import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4, v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { notesHandlers } from '../notes.ts';
import { searchHandlers } from '../search.ts';
import { type TestContext, testContext } from '../testing.ts';
import { transferHandlers } from '../transfer.ts';

let context: TestContext;
let calls: ReturnType<typeof transferHandlers>;
let root: string;
let folder: string;
/** Made anew for every call, as the program does. */
const handlersOf = (of: TestContext) =>
  new Proxy(transferHandlers(of), { get: (_target, name) => Reflect.get(transferHandlers(of), name) });

beforeEach(() => {
  context = testContext();
  calls = handlersOf(context);
  root = mkdtempSync(path.join(tmpdir(), 'rapport-transfer-'));
  folder = path.join(root, 'notes');
  mkdirSync(folder);
});
afterEach(async () => {
  await context.storage.remove();
  rmSync(root, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

type Choices = Partial<Pick<CallRequest<'transfer.preview'>, 'clients' | 'columns'>>;

async function choose(from: 'folder' | 'csv' = 'folder', place = folder): Promise<string> {
  context.desktop.answers.push(place);
  const { source } = await calls['transfer.choose']({ from });
  return source?.sourceId ?? '';
}

async function preview(choices: Choices = {}) {
  return calls['transfer.preview']({ sourceId: await choose(), clients: [], ...choices });
}

async function bringIn(choices: Choices = {}, commandId = v4()) {
  const sourceId = await choose();
  return calls['transfer.import']({ commandId, sourceId, clients: [], ...choices });
}

interface Stored {
  readonly id: string;
  readonly client: string;
  readonly kind: string;
  readonly happenedAt: string;
  readonly initiatedBy: string | null;
  readonly isDraft: number;
  readonly body: string;
  readonly people: string;
}

function stored({ storage }: TestContext = context): readonly Stored[] {
  return storage.file
    .prepare<[], Stored>(
      `select note.id, client.name as client, note.kind, note.happened_at as happenedAt,
         note.initiated_by as initiatedBy, note.finished_at is null as isDraft, note.body,
         (select coalesce(group_concat(name, '; ' order by name), '') from (
           select coalesce(contact.name, partner.name) as name from note_attendee
             left join contact on contact.id = contact_id left join partner on partner.id = partner_id
             where note_id = note.id and note_attendee.deleted_at is null)) as people
       from note join client on client.id = note.client_id
       where note.deleted_at is null and client.deleted_at is null order by happenedAt, note.id`,
    )
    .all();
}

const bodies = () => stored().map(({ body }) => body);

describe('a folder', () => {
  test('gives notes with client, date, kind, title and people from the front matter, the folder and the name', async () => {
    put(
      'Ольха/созвон.md',
      '---\ndate: 2024-05-01 15:30\nkind: созвон\npeople: [Марина Цвет]\ntitle: Про договор\n---\n\nОбсудили сроки.\n',
    );
    put('Ольха/2024-05-02 Встреча.md', 'Без заголовка.');
    put('Ольха/Глубже/2024-05-03 Итоги квартала.md', 'Рост.');
    put('other.md', '---\nclient: Вяз\ndate: 03.06.2024\n---\nТекст');
    utimesSync(path.join(folder, 'other.md'), 1, 1);
    const { counts, clients } = await preview();
    expect(counts).toEqual({ toImport: 4, here: 0, skipped: 0, newClients: 2 });
    expect(clients.map(({ name, notes, choice }) => [name, notes, choice.to])).toEqual([
      ['Вяз', 1, 'new'],
      ['Ольха', 3, 'new'],
    ]);
    await bringIn();
    const local = (text: string) => new Date(text).toISOString();
    expect(stored()).toMatchObject([
      {
        client: 'Ольха',
        kind: 'call',
        happenedAt: local('2024-05-01T15:30:00'),
        body: '# Про договор\n\nОбсудили сроки.\n',
        people: 'Марина Цвет',
      },
      { client: 'Ольха', kind: 'meeting', happenedAt: local('2024-05-02T12:00:00'), body: 'Без заголовка.' },
      { client: 'Ольха', kind: 'observation', body: '# Итоги квартала\n\nРост.' },
      { client: 'Вяз', happenedAt: local('2024-06-03T12:00:00'), body: '# other\n\nТекст' },
    ]);
  });

  test('is read in UTF-8 with and without a mark, in UTF-16 and in windows-1251', async () => {
    put('К/2024-01-01.md', 'Договор на ёлку');
    put('К/2024-01-02.md', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('Договор на ёлку')]));
    put('К/2024-01-03.md', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Договор на ёлку', 'utf16le')]));
    // «Договор на ёлку»
    put('К/2024-01-04.md', Buffer.from('c4eee3eee2eef020ede020b8ebeaf3', 'hex'));
    await bringIn();
    expect(bodies()).toEqual(Array.from({ length: 4 }, () => 'Договор на ёлку'));
  });

  test('leaves out what is no note and says why; nothing outside is read', async () => {
    put('А/2024-01-01.md', 'Годная');
    put('А/пустая.md', '  \n');
    put('А/снимок.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]));
    put('А/большая.md', 'x');
    truncateSync(path.join(folder, 'А/большая.md'), 6_000_001);
    put('А/картинка.png', 'x');
    put('.obsidian/note.md', 'Скрытая');
    writeFileSync(path.join(root, 'secret.md'), 'Чужая');
    mkdirSync(path.join(root, 'elsewhere'));
    writeFileSync(path.join(root, 'elsewhere', 'far.md'), 'Дальняя');
    symlinkSync(path.join(root, 'secret.md'), path.join(folder, 'А/link.md'));
    symlinkSync(path.join(root, 'elsewhere'), path.join(folder, 'А/away'));
    put('без клиента.md', 'Ничья');
    const { counts, skipped } = await preview();
    expect(skipped.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual([
      'А/link.md: outside',
      'А/большая.md: too_big',
      'А/пустая.md: empty',
      'А/снимок.md: not_text',
      'без клиента.md: client_skipped',
    ]);
    const done = await bringIn();
    expect([done.counts, done.skipped]).toEqual([counts, skipped]);
    expect(bodies()).toEqual(['Годная']);
  });

  test('brings its notes to the clients that were chosen for them', async () => {
    const { card } = await boardHandlers(context)['board.createClient']({
      commandId: v4(),
      name: 'Ольха',
      stage: 'stable',
    });
    put('ольха/2024-01-01.md', 'Своя');
    put('Alder/2024-01-02.md', 'Тоже');
    put('Чужие/2024-01-03.md', 'Нет');
    put('2024-01-04.md', 'Ничья');
    const clients = [
      { name: 'Alder', choice: { to: 'existing', clientId: card.id } },
      { name: 'Чужие', choice: { to: 'nothing' } },
      { name: '', choice: { to: 'existing', clientId: card.id } },
    ] as const;
    const seen = await preview({ clients: [...clients] });
    const done = await bringIn({ clients: [...clients] });
    expect(done.counts).toEqual(seen.counts);
    expect(done.counts).toEqual({ toImport: 3, here: 0, skipped: 1, newClients: 0 });
    expect(stored().map(({ client, body }) => [client, body])).toEqual([
      ['Ольха', 'Своя'],
      ['Ольха', 'Тоже'],
      ['Ольха', 'Ничья'],
    ]);
  });
});

describe('an import', () => {
  const many = (count: number) => {
    for (let number = 0; number < count; number += 1)
      put(
        `К${number % 3}/${String(number).padStart(4, '0')}.md`,
        `Заметка ${number}\n\n- [ ] Дело ${number}, до 5 декабря`,
      );
  };
  const tables = ['note', 'client', 'task', 'contact', 'note_attendee', 'engagement', 'stage_change'];
  const living = () =>
    tables.map((table) =>
      context.storage.file.prepare(`select count(*) from ${table} where deleted_at is null`).pluck().get(),
    );

  test('is one undo, however many notes it brings, and can be done again', async () => {
    many(250);
    const commandId = v4();
    await bringIn({}, commandId);
    expect(living().slice(0, 3)).toEqual([250, 3, 250]);
    await context.storage.undo(v4());
    expect(living()).toEqual(tables.map(() => 0));
    await expect(context.storage.undo(v4())).rejects.toMatchObject({ code: 'nothing_to_undo' });
    const again = await bringIn();
    expect(again.counts).toMatchObject({ toImport: 250, here: 0 });
    expect(living().slice(0, 3)).toEqual([250, 3, 250]);
    await context.storage.undo(v4());
    expect(living().slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('repeated, it brings nothing new, and neither do files that were copied', async () => {
    many(120);
    await bringIn();
    const before = stored();
    for (const name of readdirSync(path.join(folder, 'К0'))) utimesSync(path.join(folder, 'К0', name), 1, 1);
    const { counts } = await bringIn();
    expect(counts).toEqual({ toImport: 0, here: 120, skipped: 0, newClients: 0 });
    expect(stored()).toEqual(before);
  });

  test('that is cancelled leaves nothing', async () => {
    many(600);
    const sourceId = await choose();
    await calls['transfer.preview']({ sourceId, clients: [] });
    const running = calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    while (((await calls['transfer.progress']({ jobId: sourceId })).progress?.done ?? 0) % 600 === 0)
      await new Promise(setImmediate);
    await calls['transfer.cancel']({ jobId: sourceId });
    expect(await running).toMatchObject({ isCancelled: true });
    expect(living()).toEqual(tables.map(() => 0));
    await expect(context.storage.undo(v4())).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await expect(context.storage.redo(v4())).rejects.toMatchObject({ code: 'nothing_to_redo' });
    expect((await calls['transfer.import']({ commandId: v4(), sourceId, clients: [] })).counts.toImport).toBe(600);
  });

  test('is not read on where it was cancelled', async () => {
    many(3);
    const sourceId = await choose();
    await calls['transfer.cancel']({ jobId: sourceId });
    await expect(calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({ code: 'source_gone' });
  });

  test('is found by search at once, with its tasks', async () => {
    put('Ольха/2024-01-01.md', '# Договор\n\n- [ ] Передать правки, до 5 февраля\n- [x] Позвонить');
    await bringIn();
    const find = async (text: string) => (await searchHandlers(context)['search.find']({ text, limit: 10 })).total;
    expect(await find('договоры')).toMatchObject({ notes: 1 });
    expect(await find('правки')).toMatchObject({ notes: 1, tasks: 1 });
    expect(await find('Ольха')).toMatchObject({ clients: 1 });
    expect(context.storage.file.prepare('select title, due_on, done_at is null as open from task').all()).toEqual([
      { title: 'Передать правки', due_on: '2024-02-05', open: 1 },
      { title: 'Позвонить', due_on: null, open: 0 },
    ]);
  });

  test('leaves a note in the trash where its client lies there', async () => {
    put('Ольха/2024-01-01.md', 'Первая');
    await bringIn();
    const clientId = context.storage.file.prepare<[], string>('select id from client').pluck().get() ?? '';
    await clientsHandlers(context)['clients.delete']({ commandId: v4(), clientId });
    const { counts, skipped } = await bringIn();
    expect(counts).toEqual({ toImport: 0, here: 0, skipped: 1, newClients: 0 });
    expect(skipped).toEqual([{ name: 'Ольха/2024-01-01.md', row: null, reason: 'in_trash' }]);
  });

  test('of what was not chosen, or is gone, is refused', async () => {
    const sourceId = await choose('folder', path.join(root, 'nowhere'));
    await expect(calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({ code: 'source_gone' });
    await expect(calls['transfer.preview']({ sourceId: v7(), clients: [] })).rejects.toMatchObject({
      code: 'source_gone',
    });
  });
});

describe('a table', () => {
  const table = (text: string | Uint8Array) => {
    put('notes.csv', text);
    return choose('csv', path.join(folder, 'notes.csv'));
  };

  test('gives a note for each row; the columns are guessed and can be chosen', async () => {
    const sourceId = await table(
      'Клиент;Дата;Вид;Участники;Тема;Текст;Прочее\nОльха;01.05.2024 15:30;созвон;Марина, Пётр;Договор;"Первая\nстрока";другое\nОльха;когда-то;;;;Без даты;\n',
    );
    const guessed = await calls['transfer.preview']({ sourceId, clients: [] });
    expect(guessed.table?.columns).toEqual({
      client: 'Клиент',
      when: 'Дата',
      kind: 'Вид',
      people: 'Участники',
      title: 'Тема',
      body: 'Текст',
    });
    expect(guessed.skipped).toEqual([{ name: 'notes.csv', row: 3, reason: 'no_date' }]);
    const columns = { client: 'Клиент', when: 'Дата', kind: 'Вид', people: 'Участники', title: null, body: 'Прочее' };
    const { counts } = await calls['transfer.import']({ commandId: v4(), sourceId, columns, clients: [] });
    expect(counts).toMatchObject({ toImport: 1, skipped: 1 });
    expect(stored()).toMatchObject([
      {
        client: 'Ольха',
        kind: 'call',
        happenedAt: new Date('2024-05-01T15:30:00').toISOString(),
        body: 'другое',
        people: 'Марина; Пётр',
      },
    ]);
  });

  test('of an old spreadsheet is read right', async () => {
    const text = 'client,date,text\nAlder,2024-05-01,';
    const sourceId = await table(Buffer.concat([Buffer.from(text), Buffer.from('c4eee3eee2eef0', 'hex')]));
    await calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    expect(bodies()).toEqual(['Договор']);
  });

  test('of many parts is read row by row, quotes, line breaks and all', async () => {
    const long = 'Слово «за» словом. '.repeat(40);
    const rows = Array.from({ length: 900 }, (_, index) => `Ольха,2024-05-01,"${long}${index}\r\n""в кавычках"""`);
    const sourceId = await table(['client,date,text', ...rows].join('\r\n'));
    await calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    const expected = Array.from({ length: 900 }, (_, index) => `${long}${index}\n"в кавычках"`);
    expect(bodies().toSorted()).toEqual(expected.toSorted());
  });

  test('is not read on where it was cancelled', async () => {
    const sourceId = await table('client,date,text\nAlder,2024-05-01,Talk');
    await calls['transfer.cancel']({ jobId: sourceId });
    await expect(calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({ code: 'source_gone' });
  });

  test('that is none is refused in words', async () => {
    for (const text of ['', 'client,date', Buffer.from([1, 0, 2])])
      await expect(calls['transfer.preview']({ sourceId: await table(text), clients: [] })).rejects.toMatchObject({
        code: 'source_unreadable',
      });
  });
});

describe('an export', () => {
  async function exported(clientId: string | null = null): Promise<string> {
    context.desktop.answers.push(root);
    const { saved } = await calls['transfer.export']({ jobId: v4(), clientId });
    return path.join(root, saved?.folder ?? 'nothing');
  }

  async function fill() {
    const board = boardHandlers(context);
    const notes = notesHandlers(context);
    const names = ['Мебель: «Ольха»', 'CON', 'Мебель «ольха»'];
    for (const [index, name] of names.entries()) {
      const { card } = await board['board.createClient']({ commandId: v4(), name, stage: 'stable' });
      const { page } = await clientsHandlers(context)['clients.addContact']({
        commandId: v4(),
        clientId: card.id,
        name: `Марина ${index}`,
        role: 'marketing',
      });
      const personId = page.contacts[0]?.id ?? '';
      for (const [at, body] of [
        '# Итоги\n\nРост.\n\n- [ ] Дело',
        'Одна строка',
        '---\nне: факты\n---\n',
        '\n\n  с отступом  \r\nстрока',
      ].entries())
        await notes['notes.write']({
          commandId: v4(),
          noteId: null,
          clientId: card.id,
          kind: at % 2 === 0 ? 'call' : 'letter',
          happenedAt: `2024-05-0${at + 1}T09:30:00.123Z`,
          initiatedBy: at === 0 ? 'client' : null,
          body,
          attendees: at === 1 ? [{ side: 'client', personId }] : [],
          finished: at !== 3,
        });
    }
  }

  test('lays a file for each note into a folder for each client, under names that every system takes', async () => {
    await fill();
    const first = await exported();
    expect(path.basename(first)).toBe('Заметки Rapport 2026-11-23');
    expect(readdirSync(first).toSorted()).toEqual(['CON_', 'Мебель «ольха»', 'Мебель «Ольха» (2)'].toSorted());
    expect(readdirSync(path.join(first, 'CON_'))).toEqual([
      '2024-05-01 Итоги.md',
      '2024-05-02 Одна строка.md',
      '2024-05-03 ---.md',
      '2024-05-04 с отступом.md',
    ]);
    const second = await exported();
    expect(path.basename(second)).toBe('Заметки Rapport 2026-11-23 (2)');
    expect(readFileSync(path.join(first, 'CON_', '2024-05-02 Одна строка.md'), 'utf8')).toContain('Одна строка');
  });

  test('brought into an empty file gives the same notes', async () => {
    await fill();
    const written = stored();
    folder = await exported();
    const own = context;
    context = testContext();
    calls = handlersOf(context);
    const { counts, skipped } = await bringIn();
    expect(skipped).toEqual([]);
    expect(counts).toMatchObject({ toImport: 12, here: 0 });
    expect(stored()).toEqual(written);
    await own.storage.remove();
  });

  test('of one client has only its notes; brought back, they are here already', async () => {
    await fill();
    const clientId = context.storage.file.prepare<[], string>(`select id from client where name = 'CON'`).pluck().get();
    folder = await exported(clientId ?? '');
    expect(readdirSync(folder)).toEqual(['CON_']);
    expect((await bringIn()).counts).toEqual({ toImport: 0, here: 4, skipped: 0, newClients: 0 });
  });

  test('shows its folder, and writes nothing where the dialog was closed', async () => {
    await fill();
    const jobId = v4();
    expect(await calls['transfer.export']({ jobId, clientId: null })).toEqual({ saved: null });
    expect(await calls['transfer.reveal']({ jobId })).toEqual({ shown: false });
    context.desktop.answers.push(root);
    await calls['transfer.export']({ jobId, clientId: null });
    await calls['transfer.reveal']({ jobId });
    expect(context.desktop.asked).toEqual([`reveal ${path.join(root, 'Заметки Rapport 2026-11-23')}`]);
  });

  test('of nothing asks for no folder', async () => {
    context.desktop.answers.push(root);
    expect(await calls['transfer.export']({ jobId: v4(), clientId: null })).toEqual({
      saved: { folder: '', notes: 0 },
    });
    expect(context.desktop.answers).toEqual([root]);
    expect(readdirSync(root)).toEqual(['notes']);
  });

  test('into a folder that takes nothing is refused in words', async () => {
    await fill();
    context.desktop.answers.push(path.join(root, 'nowhere'));
    await expect(calls['transfer.export']({ jobId: v4(), clientId: null })).rejects.toMatchObject({
      code: 'disk_error',
    });
  });
});
