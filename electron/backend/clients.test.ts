import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRow, removeRow } from '../../db/row-changes.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { notesHandlers } from './notes.ts';
import { type TestContext, testContext } from './testing.ts';

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  clientId = await addClient('Ольха');
});
afterEach(() => context.storage.remove());

const clients = () => clientsHandlers(context);
const page = async () => (await clients()['clients.open']({ clientId })).page;

async function addClient(name: string) {
  const reply = await boardHandlers(context)['board.createClient']({ commandId: v4(), name, stage: 'stable' });
  return reply.card.id;
}

async function addNote(body: string, happenedAt: string) {
  const { note } = await notesHandlers(context)['notes.write']({
    commandId: v4(),
    noteId: null,
    clientId,
    kind: 'call',
    happenedAt,
    initiatedBy: null,
    body,
    attendees: [],
    finished: true,
  });
  return note.id;
}

test('the page tells every stage the client came to; a move that was undone is not among them', async () => {
  const move = async (stage: 'honeymoon' | 'stagnation', reason: string) => {
    const commandId = v4();
    await boardHandlers(context)['board.moveClient']({ commandId, clientId, stage, after: null, reason });
    return commandId;
  };
  await context.storage.undo(v4(), await move('honeymoon', 'by mistake'));
  await move('stagnation', 'no plan');
  expect((await page()).stageChanges).toEqual([
    { id: expect.any(String), to: 'stable', happenedAt: '2026-11-23T08:42:00.000Z', reason: '', by: null },
    { id: expect.any(String), to: 'stagnation', happenedAt: '2026-11-23T08:42:00.000Z', reason: 'no plan', by: null },
  ]);
});

test('who made a step keeps the name there, also when that partner was removed since', async () => {
  let partnerId = '';
  await context.storage.write({ id: v4(), name: 'settings.addPartner' }, async (writer, stamp) => {
    partnerId = await addRow(writer, stamp, 'partner', { name: 'Вера' });
  });
  context.storage.setMe(partnerId);
  await boardHandlers(context)['board.moveClient']({ commandId: v4(), clientId, stage: 'stagnation', after: null });
  await context.storage.write({ id: v4(), name: 'settings.removePartner' }, (writer, stamp) =>
    removeRow(writer, stamp, 'partner', partnerId),
  );
  expect((await page()).stageChanges.map(({ by }) => by)).toEqual([null, 'Вера']);
  const { entries } = await clients()['clients.timeline']({ clientId, filter: 'stages', before: null, limit: 5 });
  expect(entries).toContainEqual(expect.objectContaining({ type: 'stage', to: 'stagnation', by: 'Вера' }));
});

test('a client is edited field by field, each edit one command', async () => {
  const edited = await clients()['clients.edit']({
    commandId: v4(),
    clientId,
    name: 'Мебельный дом «Ольха»',
    contactNormDays: 10,
    language: 'ru',
    sinceOn: '2022-09-20',
  });
  expect(edited.page).toMatchObject({
    language: 'ru',
    card: { name: 'Мебельный дом «Ольха»', contactNormDays: 10, sinceOn: '2022-09-20' },
  });
  await clients()['clients.edit']({ commandId: v4(), clientId, contactNormDays: null });
  expect((await page()).card).toMatchObject({ name: 'Мебельный дом «Ольха»', contactNormDays: null });
  await context.storage.undo(v4());
  expect((await page()).card.contactNormDays).toBe(10);
});

test('a partner who is not there cannot lead a client', async () => {
  const removed = v4();
  await context.storage.write({ id: v4(), name: 'settings.removePartner' }, async (writer, stamp) => {
    await writer.insertInto('partner').values({ id: removed, name: 'Глеб', deleted_at: stamp.now }).execute();
  });
  for (const partnerId of [v4(), removed])
    await expect(clients()['clients.edit']({ commandId: v4(), clientId, partnerId })).rejects.toMatchObject({
      code: 'not_found',
    });
});

test('tenure cannot start in the future', async () => {
  const edit = clients()['clients.edit']({ commandId: v4(), clientId, sinceOn: '2026-11-24' });
  await expect(edit).rejects.toMatchObject({ code: 'bad_input', fields: { sinceOn: 'too_big' } });
});

test('contacts are added in order, edited, deleted and brought back', async () => {
  await clients()['clients.addContact']({
    commandId: v4(),
    clientId,
    name: 'Марина',
    role: 'marketing',
    decides: true,
  });
  const added = await clients()['clients.addContact']({
    commandId: v4(),
    clientId,
    name: 'Павел',
    roleNote: 'склад и 1С',
  });
  const [marina, pavel] = added.page.contacts;
  expect(marina).toMatchObject({ name: 'Марина', role: 'marketing', decides: true, pays: false });
  expect(pavel).toMatchObject({ name: 'Павел', role: 'other', roleNote: 'склад и 1С' });
  const contactId = marina?.id ?? '';
  const edited = await clients()['clients.editContact']({ commandId: v4(), contactId, decides: false, pays: true });
  expect(edited.page.contacts[0]).toMatchObject({ name: 'Марина', decides: false, pays: true });
  expect((await clients()['clients.deleteContact']({ commandId: v4(), contactId })).page.contacts).toHaveLength(1);
  await context.storage.undo(v4());
  expect((await page()).contacts).toHaveLength(2);
});

test('agreements are added, edited and deleted', async () => {
  const add = { commandId: v4(), clientId, kind: 'agreement' as const, text: 'Отвечаем до 18:00' };
  const added = await clients()['clients.addDossierLine'](add);
  const lineId = added.page.dossier[0]?.id ?? '';
  await clients()['clients.editDossierLine']({ commandId: v4(), lineId, text: 'Отвечаем до 19:00' });
  expect((await page()).dossier).toMatchObject([{ id: lineId, kind: 'agreement', text: 'Отвечаем до 19:00' }]);
  expect((await clients()['clients.deleteDossierLine']({ commandId: v4(), lineId })).page.dossier).toEqual([]);
});

test('the earliest open dated task of ours is the next step', async () => {
  const task = { clientId, side: 'agency' as const, person: '' };
  await clients()['clients.addTask']({ ...task, commandId: v4(), title: 'Когда-нибудь', dueOn: null });
  await clients()['clients.addTask']({ ...task, commandId: v4(), title: 'Позже', dueOn: '2026-12-03' });
  const { page: after } = await clients()['clients.addTask']({
    ...task,
    commandId: v4(),
    title: 'Скоро',
    dueOn: '2026-11-27',
  });
  expect(after.card.nextStep).toMatchObject({ title: 'Скоро', dueOn: '2026-11-27' });
  expect(after.tasks.map(({ title }) => title)).toEqual(['Скоро', 'Позже', 'Когда-нибудь']);
  const taskId = after.card.nextStep?.taskId ?? '';
  const done = await clients()['clients.editTask']({ commandId: v4(), taskId, done: true });
  expect(done.page.card.nextStep?.title).toBe('Позже');
  expect(done.page.tasks.at(-1)).toMatchObject({ title: 'Скоро', doneAt: context.clock.now() });
});

test('a deleted client is not found, and undo brings all of it back', async () => {
  await addNote('Разговор', '2026-11-20T08:00:00.000Z');
  await clients()['clients.delete']({ commandId: v4(), clientId });
  await expect(page()).rejects.toMatchObject({ code: 'not_found' });
  expect((await clients()['clients.names']({})).clients).toEqual([]);
  await context.storage.undo(v4());
  expect((await page()).card.lastTouchAt).toBe('2026-11-20T08:00:00.000Z');
});

test('pickers list the clients that were opened last before the others', async () => {
  const birch = await addClient('Береза');
  const cedar = await addClient('Кедр');
  await clients()['clients.open']({ clientId: cedar });
  await context.storage.exclusively(() => Promise.resolve());
  await clients()['clients.open']({ clientId });
  await expect
    .poll(async () => (await clients()['clients.names']({})).clients.map(({ id }) => id))
    .toEqual([clientId, cedar, birch]);
});

test('a task is read by itself, also when it was done long ago', async () => {
  const read = async (taskId: string) => (await clients()['clients.task']({ taskId })).task;
  for (let number = 0; number < 12; number += 1) {
    const task = { clientId, title: `Дело ${number}`, side: 'agency', person: '', dueOn: null } as const;
    const added = await clients()['clients.addTask']({ commandId: v4(), ...task });
    const taskId = added.page.tasks[0]?.id ?? '';
    context.clock.setNow(`2026-11-23T09:${10 + number}:00.000Z`);
    await clients()['clients.editTask']({ commandId: v4(), taskId, done: true });
    const { tasks } = await page();
    if (number < 10) continue;
    const first = (await context.storage.read
      .selectFrom('task')
      .select('id')
      .where('title', '=', 'Дело 0')
      .executeTakeFirst()) ?? { id: '' };
    expect(tasks.map(({ id }) => id)).not.toContain(first.id);
    expect(await read(first.id)).toMatchObject({ title: 'Дело 0', doneAt: '2026-11-23T09:10:00.000Z' });
  }
  expect(await read(v4())).toBeNull();
});
