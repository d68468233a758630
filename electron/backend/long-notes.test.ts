import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFile } from '../../db/open.ts';
import { longNoteBytes } from '../../db/long-note.ts';
import { addRow } from '../../db/row-changes.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { type LongNotes, openLongNotes } from './long-notes.ts';
import { notesHandlers } from './notes.ts';
import { changeHere } from './notes/note-command.ts';
import { saveHere } from './notes/save-note.ts';
import { stepHere, takeStep } from './notes/take-step.ts';
import { type TestContext, testContext } from './testing.ts';

let contexts: TestContext[];
let ends: (() => Promise<void>)[];
beforeEach(() => {
  [contexts, ends] = [[], []];
});
afterEach(async () => {
  for (const end of ends) await end();
  for (const context of contexts) await context.storage.remove();
});

const happenedAt = '2026-11-23T08:00:00.000Z';
const book = 'Слово за словом. '.repeat(longNoteBytes / 16);

/** Saves on the thread that asks. */
function hereOnly({ storage }: TestContext): LongNotes {
  return {
    save: (save) => saveHere(storage, save),
    carryOut: (command) => changeHere(storage, command),
    step: (wanted) => stepHere(storage, wanted),
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
  const longNotes = choose(context);
  /** What was left to it, in order. */
  const left: (keyof LongNotes)[] = [];
  const noting = <Args extends unknown[], Done>(name: keyof LongNotes, work: (...args: Args) => Done) => {
    return (...args: Args) => {
      left.push(name);
      return work(...args);
    };
  };
  const { save, carryOut, step, stop } = longNotes;
  const seen = {
    ...context,
    longNotes: {
      save: noting('save', save),
      carryOut: noting('carryOut', carryOut),
      step: noting('step', step),
      stop,
    },
  };
  const calls = { ...clientsHandlers(seen), ...notesHandlers(seen) };
  const undo = () => takeStep(seen, { kind: 'undo', commandId: v4() });
  const redo = () => takeStep(seen, { kind: 'redo', commandId: v4() });
  const facts = { clientId: card.id, kind: 'call', happenedAt, initiatedBy: null, finished: false } as const;
  const write = (change: Partial<CallRequest<'notes.write'>>) =>
    calls['notes.write']({ ...facts, attendees: [], commandId: v4(), noteId: null, body: '', ...change });
  const revise = (change: Omit<CallRequest<'notes.revise'>, keyof typeof facts | 'attendees'>) =>
    calls['notes.revise']({ ...facts, attendees: [], ...change });
  return { context, calls, left, write, revise, undo, redo };
}

type Desk = Awaited<ReturnType<typeof desk>>;

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
async function play({ context, write, revise, undo, redo }: Desk): Promise<readonly unknown[]> {
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
  await undo();
  look();
  await redo();
  look();
  return states;
}

test('a long note is saved beside the rest as it would be in place', { timeout: 30_000 }, async () => {
  expect(await play(await desk())).toEqual(await play(await desk(hereOnly)));
});

/** Whatever else changes the words of a long note. */
async function playCommands({ context, calls, left, write, undo, redo }: Desk): Promise<readonly unknown[]> {
  const states: unknown[] = [];
  const next = async (act: () => Promise<unknown>) => {
    const before = left.length;
    await act();
    states.push([left.slice(before), contentOf(context)]);
  };
  const line = '[ ] Смета до 27.11';
  const { note } = await write({ body: `Итог\n${line}\n[ ] Прототип\n${book}` });
  const noteId = note.id;
  const command = () => ({ commandId: v4() });
  await next(() => calls['notes.tickLine']({ ...command(), noteId, line, nth: 0, done: true }));
  const [taskId = ''] = context.storage.file
    .prepare<[], string>('select id from task order by note_line')
    .pluck()
    .all();
  await next(() => calls['clients.editTask']({ ...command(), taskId, done: false, dueOn: '2026-11-30' }));
  await next(() => calls['clients.deleteTask']({ ...command(), taskId }));
  await next(undo);
  await next(redo);
  await write({ noteId, body: 'Коротко' });
  const [, version] = (await calls['notes.versions']({ noteId })).versions;
  await next(() => calls['notes.restoreVersion']({ ...command(), noteId, seq: version?.seq ?? 0 }));
  await next(undo);
  await next(() => calls['clients.addTask']({ ...command(), ...newTask, clientId: note.clientId }));
  await next(undo);
  return states;
}

const newTask = { title: 'Позвонить', side: 'agency', person: '', dueOn: null } as const;

test('what else is done to a long note is done beside the rest, and the same', { timeout: 30_000 }, async () => {
  const states = await playCommands(await desk());
  expect(states).toEqual(await playCommands(await desk(hereOnly)));
  const lefts = states.map((state) => (Array.isArray(state) ? state[0] : null));
  const [command, step, nothing] = [['carryOut'], ['step'], []];
  expect(lefts).toEqual([command, command, command, step, step, command, step, nothing, nothing]);
});

/** What a command that makes so many rows leaves when it is taken back and done again, and what was told of it. */
async function playMany({ context, left, undo, redo }: Desk, count: number): Promise<readonly unknown[]> {
  const { storage } = context;
  const clientId = storage.file.prepare<[], string>('select id from client').pluck().get() ?? '';
  await storage.write({ id: v4(), name: 'transfer.import' }, async (writer, stamp) => {
    for (let number = 0; number < count; number += 1)
      await addRow(writer, stamp, 'task', { client_id: clientId, title: `Шаг ${number}`, side: 'agency' });
  });
  const before = storage.events.length;
  const states = [contentOf(context)];
  for (const step of [undo, redo]) {
    await step();
    states.push(contentOf(context));
  }
  const told = storage.events.slice(before).map(({ areas }) => areas.toSorted());
  return [[...left], { states, told }];
}

test('a step over very much is taken beside the rest, and the same', { timeout: 30_000 }, async () => {
  const [beside, done] = await playMany(await desk(), 700);
  expect(beside).toEqual(['step', 'step']);
  const here = await desk();
  const place = { ...here, undo: () => here.context.storage.undo(v4()), redo: () => here.context.storage.redo(v4()) };
  expect(done).toEqual((await playMany(place, 700))[1]);
  expect((await playMany(await desk(), 70))[0]).toEqual([]);
});

test('what is undone beside the rest is told, and refused for the same reasons', { timeout: 30_000 }, async () => {
  const { context, calls, write, undo } = await desk();
  const { note } = await write({ body: book });
  const before = context.storage.events.length;
  expect(await undo()).toMatchObject({ commandName: 'notes.write' });
  expect(context.storage.events.slice(before).map(({ areas }) => areas.includes('notes'))).toEqual([true]);
  await expect(calls['notes.open']({ noteId: note.id })).rejects.toMatchObject({ code: 'not_found' });
  const line = 'Слово за словом.';
  const tick = calls['notes.tickLine']({ commandId: v4(), noteId: note.id, line, nth: 0, done: true });
  await expect(tick).rejects.toMatchObject({ code: 'not_found' });
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

const realWorker = JSON.stringify(new URL('note-worker.ts', import.meta.url).href);

/** A thread that begins with this, beside the file it saves to; `begun` counts how often it was started. */
function withThread(code: string, options: Parameters<typeof openLongNotes>[2] = {}, whenQuiet = () => {}) {
  return ({ storage }: TestContext): LongNotes => {
    const workerFile = `${storage.path}.worker.mjs`;
    writeFileSync(
      workerFile,
      `import { appendFileSync, renameSync, writeFileSync, copyFileSync } from 'node:fs';
      import { parentPort } from 'node:worker_threads';
      const path = ${JSON.stringify(storage.path)};
      appendFileSync(path + '.begun', '.');
      ${code}`,
    );
    const longNotes = openLongNotes(storage, whenQuiet, { workerFile, ...options });
    ends.push(longNotes.stop);
    return longNotes;
  };
}

const begun = ({ storage }: TestContext) => readFileSync(`${storage.path}.begun`, 'utf8').length;
const notesIn = (path: string) => {
  const file = openFile(path);
  const count = file.prepare<[], number>('select count(*) from note').pluck().get();
  file.close();
  return count;
};

describe('a thread', () => {
  test('that dies at rest is followed by another one', { timeout: 30_000 }, async () => {
    const { write } = await desk(
      withThread(`const post = parentPort.postMessage.bind(parentPort);
        parentPort.postMessage = (message) => {
          post(message);
          if (message !== 'ready') setImmediate(() => process.exit(3));
        };
        await import(${realWorker});`),
    );
    await write({ body: book });
    const next = () => write({ body: book }).then(Boolean, () => false);
    await expect.poll(next, { timeout: 20_000 }).toBe(true);
  });

  test('that dies during a save refuses it, and holds up nothing', { timeout: 30_000 }, async () => {
    const { write, context } = await desk(
      withThread(`parentPort.on('message', () => process.exit(3)); parentPort.postMessage('ready');`),
    );
    await expect(write({ body: book })).rejects.toThrow('ended');
    await write({ body: 'Коротко' });
    await expect(write({ body: book })).rejects.toThrow('ended');
    expect(begun(context)).toBe(2);
  });

  test('that does not answer is given up in time', { timeout: 30_000 }, async () => {
    const { write } = await desk(
      withThread(`parentPort.on('message', () => undefined); parentPort.postMessage('ready');`, { limitMs: 50 }),
    );
    await expect(write({ body: book })).rejects.toMatchObject({ code: 'disk_error' });
    await write({ body: 'Коротко' });
  });

  test('has the time it needs for a step over all that was brought in', { timeout: 30_000 }, async () => {
    const late = withThread(
      `const on = parentPort.on.bind(parentPort);
      parentPort.on = (name, listen) => on(name, (request) => setTimeout(() => listen(request), 200));
      await import(${realWorker});`,
      { limitMs: 50 },
    );
    const { write, undo } = await desk((context) => ({ ...hereOnly(context), step: late(context).step }));
    await write({ body: book });
    expect(await undo()).toMatchObject({ commandName: 'notes.write' });
  });

  test('that cannot start leaves the step it was meant for to this one', { timeout: 30_000 }, async () => {
    const { write, undo, context } = await desk(
      withThread(`await new Promise((passed) => setTimeout(passed, 500)); throw new Error('no memory');`),
    );
    await write({ body: book });
    const undone = undo();
    await expect.poll(() => begun(context)).toBe(2);
    await write({ body: 'Коротко' });
    await undone;
    const bodies = context.storage.file.prepare('select body from note where deleted_at is null').pluck().all();
    expect(bodies).toEqual(['Коротко']);
  });

  test('that cannot start leaves the save to this one', { timeout: 30_000 }, async () => {
    const { write, context } = await desk(withThread(`throw new Error('no memory');`));
    const { note } = await write({ body: book });
    expect(context.storage.file.prepare('select id from note').pluck().all()).toEqual([note.id]);
  });

  test('on a full disk says so, and is there for the next save', { timeout: 30_000 }, async () => {
    const database = JSON.stringify(import.meta.resolve('better-sqlite3'));
    const { write, context } = await desk(
      withThread(`const { default: Database } = await import(${database});
        const pragma = Database.prototype.pragma;
        Database.prototype.pragma = function (...said) {
          pragma.call(this, 'max_page_count = 1');
          return pragma.apply(this, said);
        };
        await import(${realWorker});`),
    );
    for (let time = 0; time < 2; time += 1)
      await expect(write({ body: book })).rejects.toMatchObject({ code: 'disk_full' });
    expect(begun(context)).toBe(1);
    await write({ body: 'Коротко' });
    expect(context.storage.file.prepare('select body from note').pluck().all()).toEqual(['Коротко']);
  });

  test('ends after a rest, and begins again', { timeout: 30_000 }, async () => {
    const { write, context } = await desk(withThread(`await import(${realWorker});`, { restMs: 1 }));
    const next = () => write({ body: book }).then(() => begun(context));
    await expect.poll(next, { timeout: 20_000 }).toBeGreaterThan(1);
  });

  test('that ends after a rest takes nothing from a save that was queued before', { timeout: 30_000 }, async () => {
    const whenQuiet = vi.fn();
    const { write, context } = await desk(
      withThread(`await import(${realWorker});`, { restMs: 20, quietMs: 400 }, whenQuiet),
    );
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = write({ body: book });
    // The end is queued while this holds up what comes after it.
    const held = first.then(() => context.storage.exclusively(() => promise));
    await first;
    const second = write({ body: book });
    await new Promise((passed) => setTimeout(passed, 100));
    resolve();
    await Promise.all([held, second]);
    await expect.poll(() => whenQuiet.mock.calls.length).toBe(1);
  });

  test('writes nothing to a file that took the place of the open one', { timeout: 30_000 }, async () => {
    const { write, context } = await desk();
    const { path } = context.storage;
    context.storage.file.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(path, `${path}.other`);
    renameSync(path, `${path}.old`);
    renameSync(`${path}.other`, path);
    await expect(write({ body: book })).rejects.toMatchObject({ code: 'file_replaced' });
    renameSync(path, `${path}.other`);
    renameSync(`${path}.old`, path);
    expect(notesIn(`${path}.other`)).toBe(0);
    await write({ body: book });
  });

  test('nor to one that came while it began', { timeout: 30_000 }, async () => {
    const { write, context } = await desk(
      withThread(`copyFileSync(path, path + '.other');
        renameSync(path, path + '.old');
        renameSync(path + '.other', path);
        await import(${realWorker});`),
    );
    const { path } = context.storage;
    context.storage.file.pragma('wal_checkpoint(TRUNCATE)');
    await expect(write({ body: book })).rejects.toMatchObject({ code: 'file_replaced' });
    renameSync(path, `${path}.other`);
    expect(notesIn(`${path}.other`)).toBe(0);
  });
});
