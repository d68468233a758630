import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPartner, editPartner } from '../../db/settings.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { notesHandlers } from './notes.ts';
import { type TestContext, testContext } from './testing.ts';

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  const reply = await boardHandlers(context)['board.createClient']({ commandId: v4(), name: 'Ольха', stage: 'stable' });
  clientId = reply.card.id;
});
afterEach(() => context.storage.remove());

const notes = () => notesHandlers(context);
const tasks = async () => (await clientsHandlers(context)['clients.open']({ clientId })).page.tasks;
const bodyOf = async (noteId: string) => (await notes()['notes.open']({ noteId })).note.body;
const versions = async (noteId: string) => (await notes()['notes.versions']({ noteId })).versions;

async function write(body: string, noteId: string | null = null, commandId = v4()) {
  const written = await notes()['notes.write']({
    commandId,
    noteId,
    clientId,
    kind: 'meeting',
    happenedAt: '2026-11-23T08:00:00.000Z',
    initiatedBy: null,
    body,
    attendees: [],
    finished: true,
  });
  return written.note.id;
}

test('an editing session is one version, and each says when it was written', async () => {
  const session = v4();
  const noteId = await write('До', null, session);
  await write('Договор', noteId, session);
  context.clock.setNow('2026-11-24T09:00:00.000Z');
  await write('Договор подписан', noteId);
  const found = await versions(noteId);
  expect(found.map(({ madeAt }) => madeAt)).toEqual(['2026-11-24T09:00:00.000Z', '2026-11-23T08:42:00.000Z']);
  const [newest, first] = found.map(({ seq }) => seq);
  expect(await notes()['notes.version']({ noteId, seq: newest ?? 0 })).toEqual({
    body: 'Договор подписан',
    before: 'Договор',
  });
  expect(await notes()['notes.version']({ noteId, seq: first ?? 0 })).toEqual({ body: 'Договор', before: null });
});

test('each is by its partner, also when that one was removed since', async () => {
  const { storage } = context;
  let vera = '';
  await storage.write({ id: v4(), name: 'settings.addPartner' }, async (writer, stamp) => {
    vera = await addPartner(writer, 'Вера', stamp);
  });
  storage.setMe(vera);
  const noteId = await write('Договор');
  await storage.write({ id: v4(), name: 'settings.removePartner' }, (writer, stamp) =>
    editPartner(writer, vera, { deleted_at: stamp.now }, stamp),
  );
  expect(await versions(noteId)).toMatchObject([{ by: 'Вера' }]);
});

test('a change of the day alone is no version', async () => {
  const noteId = await write('Договор');
  const { note } = await notes()['notes.open']({ noteId });
  await notes()['notes.write']({
    ...note,
    kind: 'call',
    commandId: v4(),
    noteId,
    finished: true,
    happenedAt: '2026-11-22T08:00:00.000Z',
  });
  expect(await versions(noteId)).toHaveLength(1);
});

test('an earlier text comes back with its tasks, as a version of its own, and undo takes it away again', async () => {
  const noteId = await write('Итог\n\n[ ] Прислать макет');
  await write('Итог', noteId);
  expect(await tasks()).toEqual([]);
  const seq = (await versions(noteId)).at(-1)?.seq ?? 0;
  await notes()['notes.restoreVersion']({ commandId: v4(), noteId, seq });
  expect(await bodyOf(noteId)).toBe('Итог\n\n[ ] Прислать макет');
  expect(await tasks()).toMatchObject([{ title: 'Прислать макет' }]);
  expect(await versions(noteId)).toHaveLength(3);
  await context.storage.undo(v4());
  expect(await bodyOf(noteId)).toBe('Итог');
  expect(await tasks()).toEqual([]);
});

test('versions of another note are not found, and a note in the trash is not written', async () => {
  const noteId = await write('Договор');
  const other = await write('Смета');
  const seq = (await versions(other))[0]?.seq ?? 0;
  await expect(notes()['notes.version']({ noteId, seq })).rejects.toMatchObject({ code: 'not_found' });
  await notes()['notes.delete']({ commandId: v4(), noteId: other });
  const restored = notes()['notes.restoreVersion']({ commandId: v4(), noteId: other, seq });
  await expect(restored).rejects.toMatchObject({ code: 'not_found' });
});
