import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { keptNotes } from '../../db/kept-notes.ts';
import { restore } from '../../db/safety.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { bringBackKept } from './kept-notes.ts';
import { notesHandlers } from './notes.ts';
import { testContext, type TestContext } from './testing.ts';

let context: TestContext;
let clientId: string;
const notes = () => notesHandlers(context);
const happenedAt = '2026-11-23T08:00:00.000Z';

beforeEach(async () => {
  context = testContext();
  const { card } = await boardHandlers(context)['board.createClient']({
    commandId: v4(),
    name: 'Alder',
    stage: 'stable',
  });
  clientId = card.id;
});

function keep(change: Partial<CallRequest<'notes.keep'>>) {
  return notes()['notes.keep']({
    commandId: v4(),
    noteId: null,
    basedOn: null,
    clientId,
    kind: 'call',
    happenedAt,
    initiatedBy: null,
    attendees: [],
    edit: { from: 0, to: 0, insert: 'Typed words' },
    ...change,
  });
}

async function write(body: string, commandId = v4(), finished = false) {
  const request = { commandId, noteId: null, clientId, kind: 'call', happenedAt, initiatedBy: null } as const;
  return (await notes()['notes.write']({ ...request, attendees: [], body, finished })).note;
}

const bodyOf = async (noteId: string) => (await notes()['notes.open']({ noteId })).note.body;
const drafts = async () => (await clientsHandlers(context)['clients.open']({ clientId })).page.drafts;
const comeBack = () => bringBackKept({ storage: context.storage, newId: v7, now: context.clock.now });

test('words of a new note come back as a draft, once', async () => {
  await keep({});
  await comeBack();
  await comeBack();
  expect((await drafts()).map(({ title }) => title)).toEqual(['Typed words']);
  expect(await keptNotes(context.storage.read)).toEqual([]);
});

test('words typed after the last save come back in their note, with its tasks', async () => {
  const note = await write('What was said', v4(), true);
  const edit = { from: 13, to: 13, insert: '\n[ ] Call Marina' };
  await keep({ noteId: note.id, basedOn: note.updatedAt, edit });
  expect(await bodyOf(note.id)).toBe('What was said');
  await comeBack();
  expect(await bodyOf(note.id)).toBe('What was said\n[ ] Call Marina');
  const { page } = await clientsHandlers(context)['clients.open']({ clientId });
  expect(page.tasks.map(({ title }) => title)).toEqual(['Call Marina']);
  expect(page.drafts).toEqual([]);
});

test('a save leaves nothing to come back', async () => {
  const commandId = v4();
  await keep({ commandId });
  await write('Typed words and more', commandId);
  expect(await keptNotes(context.storage.read)).toEqual([]);
  await comeBack();
  expect((await drafts()).map(({ title }) => title)).toEqual(['Typed words and more']);
});

test('keeping tells nobody and is no command', async () => {
  const before = context.desktop.events.length;
  const revision = await context.storage.revision();
  await keep({});
  expect(context.desktop.events).toHaveLength(before);
  expect(await context.storage.revision()).toBe(revision);
});

test('words that go on from another text are not kept', async () => {
  const note = await write('What was said');
  await expect(keep({ noteId: note.id, basedOn: '2026-01-01T00:00:00.000Z' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await notes()['notes.delete']({ commandId: v4(), noteId: note.id });
  await expect(keep({ noteId: note.id, basedOn: note.updatedAt })).rejects.toMatchObject({ code: 'conflict' });
});

test('words whose note has changed meanwhile begin a draft of their own', async () => {
  const note = await write('What was said', v4(), true);
  await keep({ noteId: note.id, basedOn: note.updatedAt, edit: { from: 13, to: 13, insert: ' and done' } });
  context.clock.setNow('2026-11-23T09:00:00.000Z');
  await notes()['notes.write']({
    commandId: v4(),
    noteId: note.id,
    clientId,
    kind: 'call',
    happenedAt,
    initiatedBy: null,
    body: 'Something else',
    attendees: [],
    finished: true,
  });
  await comeBack();
  expect(await bodyOf(note.id)).toBe('Something else');
  expect((await drafts()).map(({ title }) => title)).toEqual(['and done']);
});

test('a long note is saved by what has changed in it; from another text that is refused', async () => {
  const note = await write('What was said');
  const request = { commandId: v4(), noteId: note.id, clientId, kind: 'call', happenedAt, initiatedBy: null } as const;
  const revise = { ...request, attendees: [], finished: false, basedOn: note.updatedAt };
  await notes()['notes.revise']({ ...revise, edit: { from: 5, to: 8, insert: 'is' } });
  expect(await bodyOf(note.id)).toBe('What is said');
  for (const edit of [{ from: 5, to: 99, insert: '' }])
    await expect(notes()['notes.revise']({ ...revise, edit })).rejects.toMatchObject({ code: 'note_changed' });
  const basedOn = '2026-01-01T00:00:00.000Z';
  await expect(
    notes()['notes.revise']({ ...revise, basedOn, edit: { from: 0, to: 0, insert: 'x' } }),
  ).rejects.toMatchObject({ code: 'note_changed' });
});

test('words that came back are undone with the session they were typed in, also when that was undone before', async () => {
  const commandId = v4();
  const note = await write('What was said', commandId);
  await keep({ commandId, noteId: note.id, basedOn: note.updatedAt, edit: { from: 13, to: 13, insert: ' and done' } });
  await comeBack();
  expect(await bodyOf(note.id)).toBe('What was said and done');
  await context.storage.undo(v4());
  await expect(bodyOf(note.id)).rejects.toMatchObject({ code: 'not_found' });
  await keep({ commandId, edit: { from: 0, to: 0, insert: 'Typed on' } });
  await comeBack();
  expect(await keptNotes(context.storage.read)).toEqual([]);
  expect((await drafts()).map(({ title }) => title)).toEqual(['Typed on']);
});

test('a session that goes on as another one and words set aside leave nothing to come back', async () => {
  const note = await write('What was said');
  const commandId = v4();
  const kept = { commandId, noteId: note.id, edit: { from: 13, to: 13, insert: ' and done' } };
  const request = { noteId: note.id, clientId, kind: 'call', happenedAt, initiatedBy: null } as const;
  await keep({ ...kept, basedOn: note.updatedAt });
  const words = { body: 'What was said and done', attendees: [], finished: false };
  await notes()['notes.write']({ ...request, ...words, commandId: v4(), follows: [commandId] });
  expect(await keptNotes(context.storage.read)).toEqual([]);
  const again = (await notes()['notes.open']({ noteId: note.id })).note;
  await keep({ ...kept, basedOn: again.updatedAt });
  await notes()['notes.setAside']({ ...request, attendees: [], commandId, body: 'My own words' });
  expect(await keptNotes(context.storage.read)).toEqual([]);
});

test('words that are kept, set aside or given up leave nothing of the sessions they follow', async () => {
  const note = await write('What was said');
  const request = { noteId: note.id, clientId, kind: 'call', happenedAt, initiatedBy: null } as const;
  const kept = { noteId: note.id, basedOn: note.updatedAt, edit: { from: 13, to: 13, insert: ' and done' } };
  const [first, second] = [v4(), v4()];
  const left = async () => (await keptNotes(context.storage.read)).map(({ commandId }) => commandId);
  await keep({ ...kept, commandId: first });
  await keep({ ...kept, commandId: second, follows: [first] });
  expect(await left()).toEqual([second]);
  await keep({ ...kept, commandId: first });
  await notes()['notes.setAside']({
    ...request,
    attendees: [],
    commandId: second,
    body: 'My own words',
    follows: [first],
  });
  expect(await left()).toEqual([]);
  for (const commandId of [first, second]) await keep({ ...kept, commandId });
  await notes()['notes.dropAside']({ noteId: note.id, sessions: [first, second] });
  expect(await left()).toEqual([]);
});

describe('words for no client', () => {
  const homeless = async () => (await notes()['notes.keptText']({})).kept?.body ?? null;
  const save = (change: Partial<CallRequest<'notes.write'>>) => {
    const facts = { clientId, kind: 'call', happenedAt, initiatedBy: null, noteId: null, finished: false } as const;
    return notes()['notes.write']({ ...facts, attendees: [], commandId: v4(), body: 'Whose', ...change });
  };

  test('go into a note with its save, and not with one that is refused', async () => {
    await notes()['notes.keepText']({ body: 'Whose' });
    await expect(save({ keepText: '', clientId: v4() })).rejects.toMatchObject({ code: 'not_found' });
    expect(await homeless()).toBe('Whose');
    await save({ keepText: '' });
    expect(await homeless()).toBeNull();
  });

  test('go out of a note with the save that empties it', async () => {
    const session = v4();
    await save({ commandId: session });
    await save({ commandId: session, body: '', keepText: 'Whose' });
    expect([await homeless(), await drafts()]).toEqual(['Whose', []]);
  });

  test('that a note has when the program is killed are there once', async () => {
    await notes()['notes.keepText']({ body: 'Whose' });
    await keep({ edit: { from: 0, to: 0, insert: 'Whose' }, keepText: '' });
    await comeBack();
    expect(await homeless()).toBeNull();
    expect((await drafts()).map(({ title }) => title)).toEqual(['Whose']);
  });
});

test('words taken away from a note that has changed meanwhile make no draft', async () => {
  const note = await write('What was said', v4(), true);
  await keep({ noteId: note.id, basedOn: note.updatedAt, edit: { from: 0, to: 5, insert: '' } });
  context.clock.setNow('2026-11-23T09:00:00.000Z');
  await context.storage.write({ id: v4(), name: 'notes.write' }, async (writer) => {
    await writer
      .updateTable('note')
      .set({ body: 'Else', updated_at: '2026-11-23T09:00:00.000Z' })
      .where('id', '=', note.id)
      .execute();
  });
  const revision = await context.storage.revision();
  await comeBack();
  expect(await keptNotes(context.storage.read)).toEqual([]);
  expect(await context.storage.revision()).toBe(revision);
});

test('words for a client in the trash are its draft when it is restored', async () => {
  await keep({});
  await clientsHandlers(context)['clients.delete']({ commandId: v4(), clientId });
  await comeBack();
  expect(await keptNotes(context.storage.read)).toEqual([]);
  await context.storage.write({ id: v4(), name: 'safety.restore' }, (writer, stamp) =>
    restore(writer, 'client', clientId, stamp),
  );
  expect((await drafts()).map(({ title }) => title)).toEqual(['Typed words']);
});

test('words for a client whose making was undone wait for another client', async () => {
  await notes()['notes.keepText']({ body: 'Whose is it' });
  await keep({});
  await context.storage.undo(v4());
  context.clock.setNow('2026-11-23T09:00:00.000Z');
  const revision = await context.storage.revision();
  await comeBack();
  const kept = { body: 'Whose is it\n\nTyped words', keptAt: '2026-11-23T09:00:00.000Z' };
  expect(await notes()['notes.keptText']({})).toEqual({ kept });
  expect(await context.storage.revision()).toBe(revision);
  expect(await keptNotes(context.storage.read)).toEqual([]);
});

test('what cannot be read is left alone', async () => {
  await context.storage.saveSetting('kept_note_x', '{');
  await keep({});
  await comeBack();
  expect((await drafts()).map(({ title }) => title)).toEqual(['Typed words']);
});
