import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { longNoteBytes } from '../../db/long-note.ts';
import { readNoteFacts } from '../../db/notes.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import type { LongNotes } from './long-notes.ts';
import { notesHandlers } from './notes.ts';
import { commandOf, saveNote } from './notes/save-note.ts';
import { type TestContext, testContext } from './testing.ts';

let contexts: TestContext[];
beforeEach(() => {
  contexts = [];
});
afterEach(async () => {
  for (const context of contexts) await context.storage.remove();
});

const happenedAt = '2026-11-23T08:00:00.000Z';
const book = 'Слово за словом. '.repeat(longNoteBytes / 16);

/** Saves on the thread that asks. */
function hereOnly({ storage }: TestContext): LongNotes {
  return {
    save: async (save) => {
      let written = '';
      await storage.write(commandOf(save), async (writer, stamp) => {
        written = await saveNote(writer, stamp, save);
      });
      return readNoteFacts(storage.read, written, { vanished: true });
    },
    stop: () => Promise.resolve(),
  };
}

async function desk(choose: (context: TestContext) => LongNotes = ({ longNotes }) => longNotes) {
  const context = testContext();
  contexts.push(context);
  const { card } = await boardHandlers(context)['board.createClient']({
    commandId: v4(),
    name: 'Alder',
    stage: 'stable',
  });
  const calls = notesHandlers({ ...context, longNotes: choose(context) });
  const facts = { clientId: card.id, kind: 'call', happenedAt, initiatedBy: null, finished: false } as const;
  const write = (change: Partial<CallRequest<'notes.write'>>) =>
    calls['notes.write']({ ...facts, attendees: [], commandId: v4(), noteId: null, body: '', ...change });
  const revise = (change: Omit<CallRequest<'notes.revise'>, keyof typeof facts | 'attendees'>) =>
    calls['notes.revise']({ ...facts, attendees: [], ...change });
  return { context, calls, write, revise };
}

/** Everything in the file but the ids, which are made anew on each. */
function contentOf({ storage: { file } }: TestContext): readonly unknown[] {
  const tables = {
    note: 'kind, happened_at, updated_at, finished_at, deleted_at, body',
    task: 'note_line, title, side, person, due_on, done_at, deleted_at, place',
    local_command: 'seq, name, kind, target_seq, state, made_at',
    local_client_card: 'name, last_touch_at, next_title, next_due_on',
  };
  const cells = file
    .prepare(
      `select command_seq, table_name, column_name, before, after from local_change
       where column_name <> 'id' and column_name not like '%\\_id' escape '\\' order by 1, 2, 3, 4, 5`,
    )
    .all();
  return [
    cells,
    ...Object.entries(tables).map(([name, columns]) => file.prepare(`select ${columns} from ${name}`).all()),
  ];
}

/** A note grows into a long one in one session, is changed in the next, and both are taken back and done again. */
async function play({ context, write, revise }: Awaited<ReturnType<typeof desk>>): Promise<readonly unknown[]> {
  const first = v4();
  const states: unknown[] = [];
  const look = () => states.push(contentOf(context));
  const begun = await write({ commandId: first, body: 'Итог\n[ ] Смета до 27.11' });
  const noteId = begun.note.id;
  context.clock.setNow('2026-11-23T08:43:00.000Z');
  const edit = { from: 4, to: 4, insert: `\n[ ] Прототип до 28.11\n${book}` };
  const grown = await revise({ commandId: first, noteId, basedOn: begun.note.updatedAt, edit });
  look();
  context.clock.setNow('2026-11-23T08:50:00.000Z');
  const second = v4();
  const ticked = { from: 6, to: 7, insert: 'x' };
  const known = { noteId, basedOn: grown.note.updatedAt, seen: grown.note.fingerprint };
  const done = await revise({ commandId: second, ...known, edit: ticked });
  look();
  context.clock.setNow('2026-11-23T08:51:00.000Z');
  await write({ commandId: second, noteId, body: 'Коротко', seen: done.note.fingerprint, finished: true });
  look();
  await context.storage.undo(v4());
  look();
  await context.storage.redo(v4());
  look();
  return states;
}

test('a long note is saved beside the rest as it would be in place', { timeout: 30_000 }, async () => {
  expect(await play(await desk())).toEqual(await play(await desk(hereOnly)));
});

test('what others write meanwhile comes after it, and all of it is told', { timeout: 30_000 }, async () => {
  const { context, write } = await desk();
  await Promise.all([write({ body: book }), write({ body: 'Коротко' })]);
  const bodies = context.storage.file.prepare<[], string>('select body from note order by rowid').pluck().all();
  expect(bodies).toEqual([book, 'Коротко']);
  const [first, second] = context.storage.events.slice(-2);
  expect(second?.revision).toBe((first?.revision ?? 0) + 1);
  expect([first, second].map((event) => event?.areas.includes('notes'))).toEqual([true, true]);
});

test('a refusal is the same with its reasons, and leaves nothing behind', { timeout: 30_000 }, async () => {
  const { context, write, revise } = await desk();
  const { note } = await write({ body: book });
  const before = contentOf(context);
  const later = '2026-11-24T08:00:00.000Z';
  await expect(write({ noteId: note.id, body: book, happenedAt: later, finished: true })).rejects.toMatchObject({
    code: 'bad_input',
    fields: { happenedAt: 'future' },
  });
  await expect(
    revise({ commandId: v4(), noteId: note.id, basedOn: later, edit: { from: 0, to: 0, insert: 'x' } }),
  ).rejects.toMatchObject({ code: 'note_changed' });
  expect(contentOf(context)).toEqual(before);
});

test('none is begun once the file is being closed', { timeout: 30_000 }, async () => {
  const { context, write } = await desk();
  await write({ body: book });
  await context.longNotes.stop();
  await expect(write({ body: book })).rejects.toMatchObject({ code: 'starting' });
});
