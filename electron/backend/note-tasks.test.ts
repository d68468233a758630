import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restore } from '../../db/safety.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { notesHandlers } from './notes.ts';
import { type TestContext, testContext } from './testing.ts';

let context: TestContext;
let clientId: string;
let noteId: string;
let session: string;

beforeEach(async () => {
  context = testContext();
  await context.storage.write({ id: v4(), name: 'settings.addPartner' }, async (writer, stamp) => {
    await writer.insertInto('partner').values({ id: stamp.newId(), name: 'Вера Лунина', monogram: 'В' }).execute();
  });
  const created = await boardHandlers(context)['board.createClient']({
    commandId: v4(),
    name: 'Ольха',
    stage: 'stable',
  });
  clientId = created.card.id;
  await clients()['clients.addContact']({ commandId: v4(), clientId, name: 'Павел Сомов' });
  noteId = '';
  session = v4();
});
afterEach(() => context.storage.remove());

const clients = () => clientsHandlers(context);

async function save(body: string, change: Partial<CallRequest<'notes.write'>> = {}) {
  const { note } = await notesHandlers(context)['notes.write']({
    commandId: session,
    noteId: noteId || null,
    clientId,
    kind: 'meeting',
    happenedAt: '2026-11-23T08:00:00.000Z',
    initiatedBy: null,
    body,
    attendees: [],
    finished: false,
    ...change,
  });
  noteId = note.id;
  return tasks();
}

const tasks = async () => (await clients()['clients.open']({ clientId })).page.tasks;
const body = async () => (await notesHandlers(context)['notes.open']({ noteId })).note.body;

describe('lines of a note', () => {
  test('become tasks of the side their person is on', async () => {
    const found = await save(
      'Итог\n[ ] Прототип @Вера до 27 нояб.\n- [ ] Прислать выгрузку @Павел до 25 нояб.\n[ ] Отчёт',
    );
    expect(found.map(({ title, side, person, dueOn }) => [title, side, person, dueOn])).toEqual([
      ['Прислать выгрузку', 'client', 'Павел', '2026-11-25'],
      ['Прототип', 'agency', 'Вера', '2026-11-27'],
      ['Отчёт', 'agency', '', null],
    ]);
  });

  test('keep their task while they are edited and moved', async () => {
    const [first, second] = await save('[ ] Один до 25 нояб.\n[ ] Два до 26 нояб.');
    const changed = await save('[ ] Два до 26 нояб.\n[ ] Один с половиной до 25 нояб.');
    expect(changed.map(({ id, title }) => [id, title])).toEqual([
      [first?.id, 'Один с половиной'],
      [second?.id, 'Два'],
    ]);
  });

  test('are undone one after another when a task was ticked while the note was written', async () => {
    const [task] = await save('[ ] Прототип');
    await clients()['clients.editTask']({ commandId: v4(), taskId: task?.id ?? '', done: true });
    const ticked = await body();
    await save(`${ticked}\nДальше`);
    await context.storage.undo(v4());
    expect(await body()).toBe(ticked);
    await context.storage.undo(v4());
    expect(await body()).toBe('[ ] Прототип');
    expect(await tasks()).toMatchObject([{ id: task?.id, doneAt: null }]);
    await context.storage.undo(v4());
    expect(await tasks()).toEqual([]);
    for (let step = 0; step < 3; step += 1) await context.storage.redo(v4());
    expect(await body()).toBe(`${ticked}\nДальше`);
  });

  test('leave the side that was chosen beside the note, until they name somebody else', async () => {
    const lines = '[ ] Макет до 30 нояб.\n[ ] Смета @Захар';
    const [draft, estimate] = await save(lines);
    const choose = (taskId = '', side: 'client' | 'agency' | 'successor') =>
      clients()['clients.editTask']({ commandId: v4(), taskId, side });
    await choose(draft?.id, 'client');
    await choose(estimate?.id, 'successor');
    const sides = (found: readonly { readonly title: string; readonly side: string }[]) =>
      Object.fromEntries(found.map(({ title, side }) => [title, side]));
    expect(sides(await save(`${lines}\nЕщё строка`))).toEqual({ Макет: 'client', Смета: 'successor' });
    expect(sides(await save(lines.replace('Захар', 'Вера')))).toEqual({ Макет: 'client', Смета: 'agency' });
    expect(sides(await save('Итог'))).toEqual({});
    expect(sides(await save(lines))).toEqual({ Макет: 'client', Смета: 'client' });
  });

  test('take their task with them and bring it back', async () => {
    const [task] = await save('[ ] Прототип');
    expect(await save('пока без задач')).toEqual([]);
    expect(await save('[ ] Прототип')).toMatchObject([{ id: task?.id }]);
  });

  test('are done when their box is ticked', async () => {
    const [task] = await save('[ ] Прототип');
    expect(await save('[x] Прототип')).toMatchObject([{ id: task?.id, doneAt: '2026-11-23T08:42:00.000Z' }]);
    expect(await save('[ ] Прототип')).toMatchObject([{ id: task?.id, doneAt: null }]);
  });
});

describe('a task of a note', () => {
  test('ticked beside it is ticked in the text, in one command', async () => {
    const [task] = await save('Итог\n- [ ] Прототип @Вера до 27 нояб.\nХвост');
    await clients()['clients.editTask']({ commandId: v4(), taskId: task?.id ?? '', done: true });
    expect(await body()).toBe('Итог\n- [x] Прототип @Вера до 27 нояб.\nХвост');
    await context.storage.undo(v4());
    expect(await body()).toBe('Итог\n- [ ] Прототип @Вера до 27 нояб.\nХвост');
    expect(await tasks()).toMatchObject([{ doneAt: null }]);
  });

  test('ticked or put off beside it keeps the other words of its line', async () => {
    const line = 'Отправить **смету** и [бриф](https://x.ru/1), @Вере, до';
    const [task] = await save(`[ ] ${line} пятницы`);
    expect(task).toMatchObject({ person: 'Вера', dueOn: '2026-11-27' });
    const taskId = task?.id ?? '';
    await clients()['clients.editTask']({ commandId: v4(), taskId, done: true });
    expect(await body()).toBe(`[x] ${line} пятницы`);
    await clients()['clients.editTask']({ commandId: v4(), taskId, dueOn: '2026-12-04', person: 'Вера' });
    expect(await body()).toBe(`[x] ${line} 04.12.2026`);
  });

  test('edited beside it says the same in the text', async () => {
    const [task] = await save('[ ] Прототип');
    const edit = { commandId: v4(), taskId: task?.id ?? '', title: 'Прототип витрины', dueOn: '2026-11-30' };
    await clients()['clients.editTask'](edit);
    const written = await body();
    expect(written).toContain('Прототип витрины');
    expect(await save(written, { commandId: v4() })).toMatchObject([
      { id: task?.id, title: 'Прототип витрины', dueOn: '2026-11-30' },
    ]);
  });

  test('deleted beside it leaves a plain line', async () => {
    const [task] = await save('[ ] Прототип');
    await clients()['clients.deleteTask']({ commandId: v4(), taskId: task?.id ?? '' });
    expect(await body()).toBe('Прототип');
    expect(await save(await body(), { commandId: v4() })).toEqual([]);
  });

  test.each<[how: string, remove: (taskId: string) => Promise<unknown>]>([
    ['its line', () => save('[ ] Отправить смету')],
    ['itself', (taskId) => clients()['clients.deleteTask']({ commandId: v4(), taskId })],
  ])('comes back from the trash as one of its own when it went by %s', async (_, remove) => {
    const taskId = (await save('[ ] Позвонить Анне\n[ ] Отправить смету'))[0]?.id ?? '';
    await remove(taskId);
    const left = await body();
    await context.storage.write({ id: v4(), name: 'safety.restore' }, (writer, stamp) =>
      restore(writer, 'task', taskId, stamp),
    );
    await clients()['clients.editTask']({ commandId: v4(), taskId, done: true });
    expect(await body()).toBe(left);
    expect((await save(left, { commandId: v4() })).map(({ title }) => title)).toEqual([
      'Отправить смету',
      'Позвонить Анне',
    ]);
  });
});

describe('a task that is ticked where its note is read', () => {
  const tick = (line: string, nth: number, done: boolean) =>
    notesHandlers(context)['notes.tickLine']({ commandId: v4(), noteId, line, nth, done });

  test('is ticked in the text and in the list, and by one undo in neither', async () => {
    await save('Итог\n  - [ ] Прототип @Вера до 27 нояб.\n[ ] Смета');
    await tick('- [ ] Прототип @Вера до 27 нояб.', 0, true);
    expect(await body()).toBe('Итог\n  - [x] Прототип @Вера до 27 нояб.\n[ ] Смета');
    expect((await tasks()).find(({ title }) => title === 'Прототип')?.doneAt).not.toBeNull();
    await tick('- [x] Прототип @Вера до 27 нояб.', 0, false);
    expect((await tasks()).every(({ doneAt }) => doneAt === null)).toBe(true);
    await context.storage.undo(v4());
    await context.storage.undo(v4());
    expect(await body()).toBe('Итог\n  - [ ] Прототип @Вера до 27 нояб.\n[ ] Смета');
  });

  test('is the one that is meant among lines that read the same', async () => {
    await save('[ ] Звонок\n[ ] Звонок');
    await tick('[ ] Звонок', 1, true);
    expect(await body()).toBe('[ ] Звонок\n[x] Звонок');
  });

  test('is refused when its line is another one by now', async () => {
    await save('[ ] Звонок');
    await expect(tick('[ ] Письмо', 0, true)).rejects.toMatchObject({ code: 'conflict' });
    await expect(tick('[ ] Звонок', 1, true)).rejects.toMatchObject({ code: 'conflict' });
    expect(await body()).toBe('[ ] Звонок');
  });
});
