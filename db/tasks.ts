import type { Selectable } from 'kysely';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import type { Task } from '../shared/contract/clients.ts';
import { readNote } from './notes.ts';
import { AppError } from '../shared/errors.ts';
import { withoutBox, withTask } from '../shared/task-lines.ts';
import { localDay } from './local-day.ts';
import { namesOf, readPeople } from './people.ts';
import { expectClient } from './records.ts';
import { addRow, lastPlaceOf } from './row-changes.ts';
import { expectOne, touched } from './rows.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

const doneShown = 10;

interface TasksOfPage {
  readonly tasks: Task[];
  readonly hasEarlierTasks: boolean;
}

/** Open ones by due date, then the last done; the history tells of those before them. */
export async function readTasks(reader: Reader, clientId: Id): Promise<TasksOfPage> {
  const live = reader
    .selectFrom('task')
    .select(['id', 'note_id', 'title', 'side', 'person', 'due_on', 'done_at'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null);
  const open = await live
    .where('done_at', 'is', null)
    .orderBy(({ eb }) => eb('due_on', 'is', null))
    .orderBy('due_on')
    .orderBy('place')
    .orderBy('id')
    .execute();
  const done = await live
    .where('done_at', 'is not', null)
    .orderBy('done_at', 'desc')
    .orderBy('id')
    .limit(doneShown + 1)
    .execute();
  return {
    tasks: [...open, ...done.slice(0, doneShown)].map((row) => taskOf(clientId, row)),
    hasEarlierTasks: done.length > doneShown,
  };
}

/** A task that lives, also one that was done long ago. */
export async function readTask(reader: Reader, taskId: Id): Promise<Task | null> {
  const row = await reader
    .selectFrom('task')
    .select(['id', 'client_id', 'note_id', 'title', 'side', 'person', 'due_on', 'done_at'])
    .where('id', '=', taskId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined || row.client_id === null ? null : taskOf(row.client_id, row);
}

/** The note whose line a task is; null for one that was typed by itself. */
export async function noteOfTask(reader: Reader, taskId: Id): Promise<Id | null> {
  const row = await reader.selectFrom('task').select('note_id').where('id', '=', taskId).executeTakeFirst();
  return row?.note_id ?? null;
}

type TaskRow = Pick<Selectable<Schema['task']>, 'id' | 'note_id' | 'title' | 'side' | 'person' | 'due_on' | 'done_at'>;

export function taskOf(clientId: Id, row: TaskRow): Task {
  return {
    id: row.id,
    clientId,
    noteId: row.note_id,
    title: row.title,
    side: row.side,
    person: row.person,
    dueOn: row.due_on,
    doneAt: row.done_at,
  };
}

export async function addTask(
  writer: Writer,
  stamp: Stamp,
  { clientId, title, side, person, dueOn }: CallRequest<'clients.addTask'>,
): Promise<void> {
  await expectClient(writer, clientId);
  const place = await lastPlaceOf(writer, 'task', 'client_id', clientId);
  await addRow(writer, stamp, 'task', { client_id: clientId, title, side, person, due_on: dueOn, place });
}

/** A task that stands in a note is changed there too, in the same command. */
export async function editTask(
  writer: Writer,
  stamp: Stamp,
  request: Omit<CallRequest<'clients.editTask'>, 'commandId'>,
): Promise<void> {
  const task = await liveTask(writer, request.taskId);
  const changed = {
    title: request.title ?? task.title,
    side: request.side ?? task.side,
    person: request.person ?? task.person,
    due_on: request.dueOn === undefined ? task.due_on : request.dueOn,
    done_at: doneTime(request.done, task.done_at, stamp.now),
  };
  const set = { ...changed, ...touched(stamp) };
  expectOne(await writer.updateTable('task').set(set).where('id', '=', task.id).executeTakeFirst());
  const names = namesOf(await readPeople(writer, task.client_id ?? ''));
  const change = {
    ...(changed.title !== task.title && { title: changed.title }),
    ...(changed.person !== task.person && { person: changed.person }),
    ...(changed.due_on !== task.due_on && { dueOn: changed.due_on }),
    isDone: changed.done_at !== null,
  };
  await rewriteNote(writer, stamp, task, ({ body, happened_at: happenedAt }, line) =>
    withTask(body, line, change, { today: localDay(happenedAt), people: names }),
  );
}

function doneTime(done: boolean | undefined, doneAt: Instant | null, now: Instant): Instant | null {
  if (done === undefined) return doneAt;
  return done ? (doneAt ?? now) : null;
}

/** Refused with `conflict` when the note has no such line any more. */
export async function tickLine(
  writer: Writer,
  stamp: Stamp,
  { noteId, line, nth, done }: Omit<CallRequest<'notes.tickLine'>, 'commandId'>,
): Promise<void> {
  const { body } = await readNote(writer, noteId);
  const wanted = line.trim();
  const places = body.split('\n').flatMap((each, index) => (each.trim() === wanted ? [index] : []));
  const place = places[nth];
  const task = await writer
    .selectFrom('task')
    .select('id')
    .where('note_id', '=', noteId)
    .where('note_line', '=', place ?? -1)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (task === undefined) throw new AppError('conflict', 'the line is not there any more');
  await editTask(writer, stamp, { taskId: task.id, done });
}

/** Its line in the note stays as a plain line, or the next save of the note would make the task anew. */
export async function deleteTask(writer: Writer, stamp: Stamp, taskId: Id): Promise<void> {
  const task = await liveTask(writer, taskId);
  const set = { deleted_at: stamp.now, ...touched(stamp) };
  expectOne(await writer.updateTable('task').set(set).where('id', '=', taskId).executeTakeFirst());
  await rewriteNote(writer, stamp, task, ({ body }, line) => withoutBox(body, line));
}

interface LiveTask {
  readonly id: Id;
  readonly client_id: Id | null;
  readonly note_id: Id | null;
  readonly note_line: number | null;
  readonly title: string;
  readonly side: string;
  readonly person: string;
  readonly due_on: Day | null;
  readonly done_at: Instant | null;
}

async function liveTask(reader: Reader, taskId: Id): Promise<LiveTask> {
  const task = await reader
    .selectFrom('task')
    .select(['id', 'client_id', 'note_id', 'note_line', 'title', 'side', 'person', 'due_on', 'done_at'])
    .where('id', '=', taskId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!task) throw new AppError('not_found', 'no such task');
  return task;
}

async function rewriteNote(
  writer: Writer,
  stamp: Stamp,
  { note_id: noteId, note_line: line }: LiveTask,
  rewrite: (note: { readonly body: string; readonly happened_at: Instant }, line: number) => string,
): Promise<void> {
  if (noteId === null || line === null) return;
  const note = await writer
    .selectFrom('note')
    .select(['body', 'happened_at'])
    .where('id', '=', noteId)
    .executeTakeFirst();
  if (!note) return;
  const body = rewrite(note, line);
  if (body === note.body) return;
  const set = { body, ...touched(stamp) };
  expectOne(await writer.updateTable('note').set(set).where('id', '=', noteId).executeTakeFirst());
}
