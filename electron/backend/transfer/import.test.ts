import { mkdirSync, readdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v4, v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../db/board.ts';
import { longestNote } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import { writeNoteFile } from '../../../shared/note-file.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { searchHandlers } from '../search.ts';
import { takeBackUnfinished } from './run-import.ts';
import { bodies, bringIn, choose, preview, put, scene, setScenes, stored } from './transfer-in-test.ts';

setScenes();

describe('a folder', () => {
  test('gives notes with client, date, kind, title and people from the front matter, the folder and the name', async () => {
    put(
      'Ольха/созвон.md',
      '---\ndate: 2024-05-01 15:30\nkind: созвон\npeople: [Марина Цвет]\ntitle: Про договор\n---\n\nОбсудили сроки.\n',
    );
    put('Ольха/2024-05-02 Встреча.md', 'Без заголовка.');
    put('Ольха/Глубже/2024-05-03 Итоги квартала.md', 'Рост.');
    put('other.md', '---\nclient: Вяз\ndate: 03.06.2024\n---\nТекст');
    utimesSync(path.join(scene.folder, 'other.md'), 1, 1);
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

  test('gives its notes to the clients by the folder that seems to name them, or by the one that is chosen', async () => {
    put('Клиенты/Ольха/2024-05-02 Встреча.md', 'Раз');
    put('Клиенты/Вяз/2024/2024-05-03 Встреча.md', 'Два');
    put('Архив.md', '---\nclient: Клён\ndate: 2024-05-04\n---\nТри');
    const namesBy = async (choices?: Parameters<typeof preview>[0]) =>
      (await preview(choices)).clients.map(({ name }) => name).toSorted();
    const { folders } = await preview();
    expect(folders).toEqual({ levels: [['Клиенты'], ['Вяз', 'Ольха'], ['2024']], clientFolder: 2 });
    expect(await namesBy()).toEqual(['Вяз', 'Клён', 'Ольха']);
    expect(await namesBy({ clientFolder: 1 })).toEqual(['Клён', 'Клиенты'].toSorted());
    expect(await namesBy({ clientFolder: 'innermost' })).toEqual(['2024', 'Клён', 'Ольха']);
    await bringIn({ clientFolder: 2 });
    expect(stored().map(({ client, body }) => [client, body])).toEqual([
      ['Ольха', 'Раз'],
      ['Вяз', 'Два'],
      ['Клён', '# Архив\n\nТри'],
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

  test('brings nothing in where no backup can be made before', async () => {
    put('К/2024-01-01.md', 'Договор');
    const refusal = new AppError('backup_failed', 'no room');
    scene.context = { ...scene.context, backUpFirst: () => Promise.reject(refusal) };
    await expect(bringIn()).rejects.toBe(refusal);
    expect(bodies()).toEqual([]);
  });

  test('leaves out what is no note and says why; nothing outside is read', async () => {
    put('А/2024-01-01.md', 'Годная');
    put('А/пустая.md', '  \n');
    put('А/снимок.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]));
    put('А/большая.md', 'x');
    truncateSync(path.join(scene.folder, 'А/большая.md'), 20_000_000);
    put('А/длинная.md', 'x'.repeat(longestNote + 1));
    put('А/картинка.png', 'x');
    put('.obsidian/note.md', 'Скрытая');
    writeFileSync(path.join(scene.root, 'secret.md'), 'Чужая');
    mkdirSync(path.join(scene.root, 'elsewhere'));
    writeFileSync(path.join(scene.root, 'elsewhere', 'far.md'), 'Дальняя');
    symlinkSync(path.join(scene.root, 'secret.md'), path.join(scene.folder, 'А/link.md'));
    symlinkSync(path.join(scene.root, 'elsewhere'), path.join(scene.folder, 'А/away'));
    put('без клиента.md', 'Ничья');
    const { counts, skipped } = await preview();
    expect(skipped.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual([
      'А/link.md: outside',
      'А/большая.md: too_big',
      'А/длинная.md: too_big',
      'А/пустая.md: empty',
      'А/снимок.md: not_text',
      'без клиента.md: client_skipped',
    ]);
    const done = await bringIn();
    expect([done.counts, done.skipped]).toEqual([counts, skipped]);
    expect(bodies()).toEqual(['Годная']);
  });

  test('brings in the longest note that may be written, whatever its signs', async () => {
    const body = 'Рост вдвое\n'.repeat(longestNote / 10).slice(0, longestNote);
    const file = { id: v7(), client: 'Ольха', kind: 'call', happenedAt: '2024-05-01T12:00:00.000Z', initiatedBy: null };
    put('Ольха/рост.md', writeNoteFile({ ...file, people: [], ours: [], isDraft: false, body }));
    expect((await bringIn()).skipped).toEqual([]);
    expect(bodies()[0] === body).toBe(true);
  });

  test('brings its notes to the clients that were chosen for them', async () => {
    const { card } = await boardHandlers(scene.context)['board.createClient']({
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

  test('makes a client whose path begins in the stage that was chosen, and goes on like any other', async () => {
    const board = boardHandlers(scene.context);
    const first = await board['board.createClient']({ commandId: v4(), name: 'Ольха', stage: 'stable' });
    put('Клён/2024-01-01.md', 'Первая');
    await bringIn({ clients: [{ name: 'Клён', choice: { to: 'new', stage: 'stable' } }] });
    const { cards } = await board['board.load']({});
    expect(cards.map(({ name, stage }) => [name, stage])).toEqual([
      ['Клён', 'stable'],
      ['Ольха', 'stable'],
    ]);
    const clientId = cards[0]?.id ?? '';
    await board['board.moveClient']({
      commandId: v4(),
      clientId,
      stage: 'stagnation',
      after: null,
      reason: 'Мало встреч',
    });
    const { page } = await clientsHandlers(scene.context)['clients.open']({ clientId });
    expect(page.stageChanges.map(({ to, reason }) => [to, reason])).toEqual([
      ['stable', ''],
      ['stagnation', 'Мало встреч'],
    ]);
    expect(page.engagements.map(({ startOn }) => startOn)).toEqual(['2024-01-01']);
    expect(first.card.sinceOn > '2024-01-01').toBe(true);
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
      scene.context.storage.file.prepare(`select count(*) from ${table} where deleted_at is null`).pluck().get(),
    );

  test('is one undo, however many notes it brings, and can be done again', async () => {
    many(250);
    const commandId = v4();
    await bringIn({}, commandId);
    expect(living().slice(0, 3)).toEqual([250, 3, 250]);
    await scene.context.storage.undo(v4());
    expect(living()).toEqual(tables.map(() => 0));
    await expect(scene.context.storage.undo(v4())).rejects.toMatchObject({ code: 'nothing_to_undo' });
    const again = await bringIn();
    expect(again.counts).toMatchObject({ toImport: 250, here: 0 });
    expect(living().slice(0, 3)).toEqual([250, 3, 250]);
    await scene.context.storage.undo(v4());
    expect(living().slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('repeated, it brings nothing new, and neither do files that were copied', async () => {
    many(120);
    await bringIn();
    const before = stored();
    for (const name of readdirSync(path.join(scene.folder, 'К0')))
      utimesSync(path.join(scene.folder, 'К0', name), 1, 1);
    const { counts } = await bringIn();
    expect(counts).toEqual({ toImport: 0, here: 120, skipped: 0, newClients: 0 });
    expect(stored()).toEqual(before);
  });

  test('that was cut off leaves nothing after the next start, one that came to its end stays', async () => {
    const { storage } = scene.context;
    many(30);
    const { revision } = await bringIn();
    await takeBackUnfinished(scene.context);
    expect(await storage.revision()).toBe(revision);
    const whole = living();
    const command = { id: v4(), name: 'transfer.import' } as const;
    await storage.append(command, async (writer, stamp) => {
      const id = await createClient(writer, stamp, {
        name: 'Half',
        stage: 'stable',
        partnerId: null,
        sinceOn: '2026-01-01',
      });
      return [{ table: 'client', id, inserted: true }];
    });
    expect(living()).not.toEqual(whole);
    await takeBackUnfinished(scene.context);
    expect(living()).toEqual(whole);
    await takeBackUnfinished(scene.context);
    await expect(storage.redo(v4())).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  test('that is cancelled leaves nothing', async () => {
    many(600);
    const sourceId = await choose();
    await scene.calls['transfer.preview']({ sourceId, clients: [] });
    const running = scene.calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    while (((await scene.calls['transfer.progress']({ jobId: sourceId })).progress?.done ?? 0) % 600 === 0)
      await new Promise(setImmediate);
    await scene.calls['transfer.cancel']({ jobId: sourceId });
    expect(await running).toMatchObject({ isCancelled: true });
    expect(living()).toEqual(tables.map(() => 0));
    await expect(scene.context.storage.undo(v4())).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await expect(scene.context.storage.redo(v4())).rejects.toMatchObject({ code: 'nothing_to_redo' });
    expect((await scene.calls['transfer.import']({ commandId: v4(), sourceId, clients: [] })).counts.toImport).toBe(
      600,
    );
  });

  test('is not read on where it was cancelled', async () => {
    many(3);
    const sourceId = await choose();
    await scene.calls['transfer.cancel']({ jobId: sourceId });
    await expect(scene.calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({
      code: 'source_gone',
    });
  });

  test('is found by search at once, with its tasks', async () => {
    put('Ольха/2024-01-01.md', '# Договор\n\n- [ ] Передать правки, до 5 февраля\n- [x] Позвонить');
    await bringIn();
    const find = async (text: string) =>
      (await searchHandlers(scene.context)['search.find']({ text, limit: 10 })).total;
    expect(await find('договоры')).toMatchObject({ notes: 1 });
    expect(await find('правки')).toMatchObject({ notes: 1, tasks: 1 });
    expect(await find('правки before:2025')).toMatchObject({ notes: 1, tasks: 1 });
    expect(await find('Ольха')).toMatchObject({ clients: 1 });
    expect(scene.context.storage.file.prepare('select title, due_on, done_at is null as open from task').all()).toEqual(
      [
        { title: 'Передать правки', due_on: '2024-02-05', open: 1 },
        { title: 'Позвонить', due_on: null, open: 0 },
      ],
    );
  });

  test('leaves a note in the trash where its client lies there', async () => {
    put('Ольха/2024-01-01.md', 'Первая');
    await bringIn();
    const clientId = scene.context.storage.file.prepare<[], string>('select id from client').pluck().get() ?? '';
    await clientsHandlers(scene.context)['clients.delete']({ commandId: v4(), clientId });
    const { counts, skipped } = await bringIn();
    expect(counts).toEqual({ toImport: 0, here: 0, skipped: 1, newClients: 0 });
    expect(skipped).toEqual([{ name: 'Ольха/2024-01-01.md', row: null, reason: 'in_trash' }]);
  });

  test('of what was not chosen, or is gone, is refused', async () => {
    const sourceId = await choose('folder', path.join(scene.root, 'nowhere'));
    await expect(scene.calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({
      code: 'source_gone',
    });
    await expect(scene.calls['transfer.preview']({ sourceId: v7(), clients: [] })).rejects.toMatchObject({
      code: 'source_gone',
    });
  });
});

describe('a table', () => {
  const table = (text: string | Uint8Array) => {
    put('notes.csv', text);
    return choose('csv', path.join(scene.folder, 'notes.csv'));
  };

  test('gives a note for each row; the columns are guessed and can be chosen', async () => {
    const sourceId = await table(
      'Клиент;Дата;Вид;Участники;Тема;Текст;Прочее\nОльха;01.05.2024 15:30;созвон;Марина, Пётр;Договор;"Первая\nстрока";другое\nОльха;когда-то;;;;Без даты;\n',
    );
    const guessed = await scene.calls['transfer.preview']({ sourceId, clients: [] });
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
    const { counts } = await scene.calls['transfer.import']({ commandId: v4(), sourceId, columns, clients: [] });
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
    await scene.calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    expect(bodies()).toEqual(['Договор']);
  });

  test('of many parts is read row by row, quotes, line breaks and all', async () => {
    const long = 'Слово «за» словом. '.repeat(40);
    const rows = Array.from({ length: 900 }, (_, index) => `Ольха,2024-05-01,"${long}${index}\r\n""в кавычках"""`);
    const sourceId = await table(['client,date,text', ...rows].join('\r\n'));
    await scene.calls['transfer.import']({ commandId: v4(), sourceId, clients: [] });
    const expected = Array.from({ length: 900 }, (_, index) => `${long}${index}\n"в кавычках"`);
    expect(bodies().toSorted()).toEqual(expected.toSorted());
  });

  test('is not read on where it was cancelled', async () => {
    const sourceId = await table('client,date,text\nAlder,2024-05-01,Talk');
    await scene.calls['transfer.cancel']({ jobId: sourceId });
    await expect(scene.calls['transfer.preview']({ sourceId, clients: [] })).rejects.toMatchObject({
      code: 'source_gone',
    });
  });

  test('that is none is refused in words', async () => {
    for (const text of ['', 'client,date', Buffer.from([1, 0, 2])])
      await expect(scene.calls['transfer.preview']({ sourceId: await table(text), clients: [] })).rejects.toMatchObject(
        {
          code: 'source_unreadable',
        },
      );
  });
});
