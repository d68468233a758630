import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
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

async function addClient(name: string) {
  const reply = await boardHandlers(context)['board.createClient']({ commandId: v4(), name, stage: 'stable' });
  return reply.card.id;
}

const notes = () => notesHandlers(context);
const clients = () => clientsHandlers(context);
const page = async () => (await clients()['clients.open']({ clientId })).page;

function write(change: Partial<CallRequest<'notes.write'>> = {}): Promise<CallOutput<'notes.write'>> {
  return notes()['notes.write']({
    commandId: v4(),
    noteId: null,
    clientId,
    kind: 'meeting',
    happenedAt: '2026-11-23T08:00:00.000Z',
    initiatedBy: null,
    body: 'Разговор',
    attendees: [],
    finished: true,
    ...change,
  });
}

async function timeline(filter: 'all' | 'notes' | 'stages' = 'notes') {
  return (await clients()['clients.timeline']({ clientId, filter, before: null, limit: 50 })).entries;
}

describe('an editing session', () => {
  test('is one note and one command, however often it saves', async () => {
    const commandId = v4();
    const first = await write({ commandId, body: 'Кв', finished: false });
    const second = await write({ commandId, body: 'Квартальный отчёт', finished: false });
    expect(second.note.id).toBe(first.note.id);
    expect(second.note.finishedAt).toBeNull();
    await write({ commandId, noteId: first.note.id, body: 'Квартальный отчёт\nВыросли', finished: true });
    expect(await timeline()).toMatchObject([{ title: 'Квартальный отчёт', body: 'Выросли' }]);
    await context.storage.undo(v4());
    expect(await timeline()).toEqual([]);
    await context.storage.redo(v4());
    expect(await timeline()).toHaveLength(1);
  });

  test('tells of each save, though all of them are one command', async () => {
    const commandId = v4();
    const first = await write({ commandId, body: 'Кв', finished: false });
    const second = await write({ commandId, body: 'Квартал', finished: false });
    expect(second.revision).toBe(first.revision + 1);
    expect(context.storage.events.slice(-2).map((event) => event.revision)).toEqual([first.revision, second.revision]);
  });

  test('tells of the note as it saved it, whatever is done right after', async () => {
    const { storage } = context;
    const undone: Promise<unknown>[] = [];
    const hasty = notesHandlers({
      ...context,
      storage: {
        ...storage,
        write: (command, work) => {
          const written = storage.write(command, work);
          undone.push(storage.undo(v4()));
          return written;
        },
      },
    });
    const facts = { clientId, kind: 'meeting', happenedAt: '2026-11-23T08:00:00.000Z', initiatedBy: null } as const;
    const said = { ...facts, attendees: [], finished: true };
    const { note } = await write({ body: 'Кв' });
    const own = { ...said, commandId: v4(), noteId: note.id, body: 'Квартал' };
    const saved = await hasty['notes.write'](own);
    await Promise.all(undone);
    expect(saved.note.fingerprint).not.toBe(note.fingerprint);
    expect((await notes()['notes.facts']({ noteId: note.id })).note.fingerprint).toBe(note.fingerprint);
  });

  test('that was undone is refused, so that a new one begins', async () => {
    const commandId = v4();
    await write({ commandId, finished: false });
    await context.storage.undo(v4());
    await expect(write({ commandId, finished: false })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('undoes to the text before it', async () => {
    const { note } = await write({ body: 'Было' });
    await write({ noteId: note.id, body: 'Стало' });
    await context.storage.undo(v4());
    expect((await notes()['notes.open']({ noteId: note.id })).note.body).toBe('Было');
  });
});

describe('a draft', () => {
  test('is neither a touch nor in the timeline until it is finished', async () => {
    const { note } = await write({ finished: false });
    expect(await page()).toMatchObject({ draftNoteId: note.id, card: { lastTouchAt: null } });
    expect(await timeline()).toEqual([]);
    await write({ noteId: note.id, finished: true });
    expect(await page()).toMatchObject({ draftNoteId: null, card: { lastTouchAt: '2026-11-23T08:00:00.000Z' } });
  });

  test('vanishes when it is emptied and comes back when its session goes on', async () => {
    const commandId = v4();
    const { note } = await write({ commandId, finished: false });
    await write({ commandId, noteId: note.id, body: '  ', finished: false });
    expect((await page()).draftNoteId).toBeNull();
    await write({ commandId, noteId: note.id, body: 'Снова', finished: false });
    expect((await page()).draftNoteId).toBe(note.id);
  });

  test('of a meeting ahead does not take the composer, and is listed with the others', async () => {
    const { note: begun } = await write({ finished: false, body: 'Начатая' });
    const { note: planned } = await write({
      finished: false,
      body: '# Встреча',
      happenedAt: '2026-11-27T08:00:00.000Z',
    });
    expect(await page()).toMatchObject({
      draftNoteId: begun.id,
      drafts: [
        { id: planned.id, title: 'Встреча' },
        { id: begun.id, title: 'Начатая' },
      ],
    });
    context.clock.setNow('2026-11-27T09:00:00.000Z');
    expect((await page()).draftNoteId).toBe(planned.id);
  });

  test('of a meeting ahead cannot be finished before it', async () => {
    const ahead = { happenedAt: '2026-11-27T08:00:00.000Z' };
    const { note } = await write({ ...ahead, finished: false });
    await expect(write({ ...ahead, noteId: note.id })).rejects.toMatchObject({
      code: 'bad_input',
      fields: { happenedAt: 'future' },
    });
    context.clock.setNow('2026-11-27T09:00:00.000Z');
    expect((await write({ ...ahead, noteId: note.id })).note.finishedAt).toBe(context.clock.now());
  });

  test('an observation is no touch', async () => {
    await write({ kind: 'observation' });
    expect((await page()).card.lastTouchAt).toBeNull();
  });
});

describe('people of a note', () => {
  test('come, go and come back', async () => {
    const { page: withMarina } = await clients()['clients.addContact']({ commandId: v4(), clientId, name: 'Марина' });
    const personId = withMarina.contacts[0]?.id ?? '';
    const marina = { side: 'client' as const, personId };
    const { note } = await write({ attendees: [marina] });
    expect(note.attendees).toEqual([marina]);
    expect(await timeline()).toMatchObject([{ attendees: ['Марина'] }]);
    expect((await write({ noteId: note.id, attendees: [] })).note.attendees).toEqual([]);
    expect((await write({ noteId: note.id, attendees: [marina] })).note.attendees).toEqual([marina]);
  });

  test('must be known', async () => {
    const stranger = { side: 'agency' as const, personId: v4() };
    await expect(write({ attendees: [stranger] })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('deleting a note', () => {
  test('hides it and its tasks; undo brings both back', async () => {
    const { note } = await write({ body: 'Итог\n[ ] Прототип до 27 нояб.' });
    expect((await page()).card.nextStep).toMatchObject({ title: 'Прототип', dueOn: '2026-11-27' });
    await notes()['notes.delete']({ commandId: v4(), noteId: note.id });
    expect(await timeline()).toEqual([]);
    expect((await page()).tasks).toEqual([]);
    expect((await page()).card.nextStep).toBeNull();
    await context.storage.undo(v4());
    expect((await page()).tasks).toHaveLength(1);
    expect(await timeline()).toMatchObject([{ tasksDone: 0, tasksTotal: 1 }]);
  });

  test('twice is refused', async () => {
    const { note } = await write();
    await notes()['notes.delete']({ commandId: v4(), noteId: note.id });
    const again = notes()['notes.delete']({ commandId: v4(), noteId: note.id });
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
    await expect(notes()['notes.open']({ noteId: note.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a note that is written in two places', () => {
  const open = async (noteId: string) => (await notes()['notes.open']({ noteId })).note;

  test('is not written over by who has not seen the other text', async () => {
    const { note } = await write({ body: 'Было' });
    const seen = note.fingerprint;
    const other = await write({ noteId: note.id, body: 'Стало там', seen });
    const blind = write({ noteId: note.id, body: 'Стало здесь', seen });
    await expect(blind).rejects.toMatchObject({ code: 'note_changed' });
    expect((await open(note.id)).body).toBe('Стало там');
    await write({ noteId: note.id, body: 'Стало здесь', seen: other.note.fingerprint });
    expect((await open(note.id)).body).toBe('Стало здесь');
  });

  test.each<[what: string, change: Partial<CallRequest<'notes.write'>>]>([
    ['the kind', { kind: 'call' }],
    ['the moment', { happenedAt: '2026-11-20T08:00:00.000Z' }],
    ['who started it', { initiatedBy: 'client' }],
  ])('counts %s as a change as well', async (_, change) => {
    const { note } = await write();
    await write({ noteId: note.id, ...change });
    const blind = write({ noteId: note.id, seen: note.fingerprint });
    await expect(blind).rejects.toMatchObject({ code: 'note_changed' });
  });

  test('is not changed when it says the same again, nor by being finished', async () => {
    const { note } = await write({ finished: false });
    await write({ noteId: note.id, body: 'Другое', finished: false });
    await context.storage.undo(v4());
    await write({ noteId: note.id, finished: true });
    await write({ noteId: note.id, body: 'Дальше', seen: note.fingerprint });
    expect(await open(note.id)).toMatchObject({ body: 'Дальше' });
  });

  test('notices an undo and a tick that came from elsewhere', async () => {
    const { note } = await write({ body: '[ ] Прототип' });
    const taskId = (await page()).tasks[0]?.id ?? '';
    await clients()['clients.editTask']({ commandId: v4(), taskId, done: true });
    const blind = write({ noteId: note.id, body: '[ ] Прототип витрины', seen: note.fingerprint });
    await expect(blind).rejects.toMatchObject({ code: 'note_changed' });
    expect((await page()).tasks[0]?.doneAt).not.toBeNull();
  });

  test('keeps the words of the other beside it until one is chosen, also over a new start', async () => {
    const { note } = await write({ body: 'Там' });
    const revision = await context.storage.revision();
    const said = { kind: 'letter', happenedAt: '2026-11-20T08:00:00.000Z', initiatedBy: 'client' } as const;
    const facts = { ...said, attendees: [{ side: 'client' as const, personId: v4() }] };
    const setAside = (body: string) =>
      notes()['notes.setAside']({ ...facts, commandId: v4(), noteId: note.id, clientId, body });
    await setAside('Здесь');
    expect((await open(note.id)).kept).toEqual({ body: 'Здесь', facts, keptAt: context.clock.now() });
    expect(await context.storage.revision()).toBe(revision);
    await setAside('Здесь, длиннее');
    expect((await open(note.id)).kept).toMatchObject({ body: 'Здесь, длиннее', facts });
    await write({ noteId: note.id, body: 'Здесь, длиннее', seen: note.fingerprint });
    expect((await open(note.id)).kept).toBeNull();
    await setAside('Здесь');
    await notes()['notes.dropAside']({ noteId: note.id });
    expect((await open(note.id)).kept).toBeNull();
  });

  test('keeps of a long text what is typed since it was set aside, and takes it for no other text', async () => {
    const { note } = await write({ body: 'Там' });
    const said = { kind: 'letter', happenedAt: '2026-11-20T08:00:00.000Z', initiatedBy: null } as const;
    const facts = { ...said, attendees: [] };
    const session = { ...facts, commandId: v4(), noteId: note.id, clientId };
    const { savedAt: basedOn } = await notes()['notes.setAside']({ ...session, body: 'Здесь много' });
    context.clock.setNow('2026-11-23T08:43:00.000Z');
    const edit = { from: 5, to: 5, insert: ' очень' };
    await notes()['notes.keepAside']({ ...session, kind: 'chat', basedOn, edit });
    const kept = { body: 'Здесь очень много', facts: { ...facts, kind: 'chat' }, keptAt: context.clock.now() };
    expect((await open(note.id)).kept).toEqual(kept);
    await notes()['notes.setAside']({ ...session, body: 'Здесь мало' });
    expect((await open(note.id)).kept).toMatchObject({ body: 'Здесь мало', facts });
    await expect(notes()['notes.keepAside']({ ...session, basedOn, edit })).rejects.toMatchObject({ code: 'conflict' });
    expect((await open(note.id)).kept).toMatchObject({ body: 'Здесь мало', facts });
    await notes()['notes.dropAside']({ noteId: note.id });
    expect((await open(note.id)).kept).toBeNull();
  });

  test('keeps them while the note is in the trash, and those of which only the words are known', async () => {
    const { note } = await write({ body: 'Там' });
    await context.storage.maintain(async (writer) => {
      const words = { subject: note.id, body: 'Здесь', kept_at: context.clock.now() };
      await writer.insertInto('local_kept_text').values(words).execute();
    });
    const command = v4();
    await notes()['notes.delete']({ commandId: command, noteId: note.id });
    await context.storage.undo(v4(), command);
    expect((await open(note.id)).kept).toEqual({ body: 'Здесь', facts: null, keptAt: context.clock.now() });
  });
});

describe('words for no client yet', () => {
  test('are kept, and forgotten when they are empty', async () => {
    expect(await notes()['notes.keptText']({})).toEqual({ kept: null });
    await notes()['notes.keepText']({ body: 'Чьё это' });
    expect(await notes()['notes.keptText']({})).toEqual({ kept: { body: 'Чьё это', keptAt: context.clock.now() } });
    await notes()['notes.keepText']({ body: ' ' });
    expect(await notes()['notes.keptText']({})).toEqual({ kept: null });
  });
});

describe('a finished note that is written anew', () => {
  const open = async (noteId: string) => (await notes()['notes.open']({ noteId })).note;
  const isBeingEdited = async () => {
    const [entry] = await timeline();
    return entry?.type === 'note' && entry.isBeingEdited;
  };

  test('is known to be open until its editor is closed', async () => {
    const { note } = await write();
    expect(await isBeingEdited()).toBe(false);
    const commandId = v4();
    await write({ commandId, noteId: note.id, body: 'Пишу дальше', finished: false });
    expect((await open(note.id)).edit).toEqual({ commandId, editedAt: context.clock.now() });
    expect(await isBeingEdited()).toBe(true);
    await notes()['notes.endEdit']({ noteId: note.id });
    expect((await open(note.id)).edit).toBeNull();
    expect(await isBeingEdited()).toBe(false);
  });

  test('is not open any more once it is done', async () => {
    const { note } = await write();
    const commandId = v4();
    await write({ commandId, noteId: note.id, body: 'Пишу дальше', finished: false });
    await write({ commandId, noteId: note.id, body: 'Дописал', finished: true });
    expect((await open(note.id)).edit).toBeNull();
  });

  test('says again what it said when its session is undone', async () => {
    const { note } = await write({ body: 'Было' });
    const commandId = v4();
    await write({ commandId, noteId: note.id, body: 'Стало', finished: false });
    await write({ commandId, noteId: note.id, body: 'Стало ещё', finished: false });
    await context.storage.undo(v4(), commandId);
    expect((await open(note.id)).body).toBe('Было');
  });
});
