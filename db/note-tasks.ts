import type { Selectable } from 'kysely';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import { placesBetween } from '../shared/place.ts';
import { type TaskLine, taskLines } from '../shared/task-lines.ts';
import { namesOf, nobody, type People, readPeople, whose } from './people.ts';
import { lastPlaceOf } from './row-changes.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Schema, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** SQLite takes a limited number of parameters in one statement. */
const batch = 500;

interface WrittenNote {
  readonly id: Id;
  readonly clientId: Id;
  readonly body: string;
  /** The day the note speaks of: "tomorrow" counts from it. */
  readonly day: Day;
  /** It has no tasks yet. */
  readonly isNew: boolean;
}

const columns = ['note_line', 'title', 'side', 'person', 'due_on', 'done_at', 'deleted_at'] as const;
type KnownTask = Pick<Selectable<Schema['task']>, (typeof columns)[number] | 'id'>;

/**
 * Makes the tasks of a note say what its `[ ]` lines say. A line keeps its task while it is edited: lines and tasks meet
 * by title first, what is left by order. A task whose line is gone is deleted and revived when the line comes back.
 */
export async function matchNoteTasks(writer: Writer, stamp: Stamp, note: WrittenNote): Promise<void> {
  // Most notes promise nothing, and a save waits for every question.
  const isWithoutBoxes = !note.body.includes('[');
  if (note.isNew && isWithoutBoxes) return;
  const people = isWithoutBoxes ? nobody : await readPeople(writer, note.clientId);
  const lines = taskLines(note.body, note.day, namesOf(people));
  const tasks = await writer
    .selectFrom('task')
    .select(['id', ...columns])
    .where('note_id', '=', note.id)
    .orderBy('note_line')
    .orderBy('id')
    .execute();
  const pairs = pair(lines, tasks);
  const kept = new Set(pairs.flatMap(({ task }) => (task ? [task.id] : [])));
  const fresh = pairs.filter(({ task }) => task === undefined);
  const places = (await newPlaces(writer, note.clientId, fresh.length)).values();
  for (const { line, task } of pairs) {
    if (task) await changeTask(writer, stamp, task, keptSide(task, cellsOf(line, people, task.done_at ?? stamp.now)));
    else await addTask(writer, stamp, { note, place: places.next().value, cells: cellsOf(line, people, stamp.now) });
  }
  const gone = tasks.filter((task) => task.deleted_at === null && !kept.has(task.id)).map((task) => task.id);
  const set = { deleted_at: stamp.now, ...touched(stamp) };
  for (let from = 0; from < gone.length; from += batch)
    await writer
      .updateTable('task')
      .set(set)
      .where('id', 'in', gone.slice(from, from + batch))
      .execute();
}

interface Pair {
  readonly line: TaskLine;
  readonly task: KnownTask | undefined;
}

/** A line takes a task with its words, one that lives before one that is gone; what is left goes by order. */
function pair(lines: readonly TaskLine[], tasks: readonly KnownTask[]): readonly Pair[] {
  const isLive = (task: KnownTask) => task.deleted_at === null;
  const byTitle = Map.groupBy(
    [...tasks.filter(isLive), ...tasks.filter((task) => !isLive(task))],
    ({ title }) => title,
  );
  const queues = new Map([...byTitle].map(([title, found]) => [title, found.values()]));
  const sameWords = lines.map(({ title }) => queues.get(title)?.next().value);
  const taken = new Set(sameWords);
  const left = tasks.filter((task) => isLive(task) && !taken.has(task)).values();
  return lines.map((line, index) => ({ line, task: sameWords[index] ?? left.next().value }));
}

/** At the end of the client's tasks, in the order of the lines. */
async function newPlaces(writer: Writer, clientId: Id, count: number): Promise<readonly string[]> {
  if (count === 0) return [];
  const first = await lastPlaceOf(writer, 'task', 'client_id', clientId);
  return [first, ...placesBetween(first, null, count - 1)];
}

type TaskCells = Omit<KnownTask, 'id'>;

function cellsOf(line: TaskLine, people: People, doneAt: Instant): TaskCells {
  return {
    note_line: line.line,
    title: line.title,
    ...whose(line.person, people),
    due_on: line.dueOn,
    done_at: line.isDone ? doneAt : null,
    deleted_at: null,
  };
}

/** Whose a task is may have been chosen beside the note, whose text names a person and no side. */
function keptSide({ person, side }: KnownTask, cells: TaskCells): TaskCells {
  return person === cells.person ? { ...cells, side } : cells;
}

/** A long note has many tasks, and a save changes few of them: the others are left alone. */
async function changeTask(writer: Writer, stamp: Stamp, task: KnownTask, cells: TaskCells): Promise<void> {
  if (columns.every((column) => task[column] === cells[column])) return;
  const set = { ...cells, ...touched(stamp) };
  expectOne(await writer.updateTable('task').set(set).where('id', '=', task.id).executeTakeFirst());
}

interface NewTask {
  readonly note: WrittenNote;
  readonly place: string | undefined;
  readonly cells: TaskCells;
}

async function addTask(writer: Writer, stamp: Stamp, { note, place = '', cells }: NewTask): Promise<void> {
  await writer
    .insertInto('task')
    .values({ ...newRow(stamp), ...cells, client_id: note.clientId, note_id: note.id, place })
    .execute();
}
