import type { Day, Id } from '../shared/contract/call.ts';
import { type TaskLine, taskLines } from '../shared/task-lines.ts';
import { namesOf, type People, readPeople, whose } from './people.ts';
import { lastPlaceOf } from './row-changes.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

interface WrittenNote {
  readonly id: Id;
  readonly clientId: Id;
  readonly body: string;
  /** The day the note speaks of: "tomorrow" counts from it. */
  readonly day: Day;
}

interface KnownTask {
  readonly id: Id;
  readonly title: string;
  readonly note_line: number | null;
  readonly done_at: string | null;
  readonly deleted_at: string | null;
}

/**
 * Makes the tasks of a note say what its `[ ]` lines say. A line keeps its task while it is edited: lines and tasks meet
 * by title first, what is left by order. A task whose line is gone is deleted and revived when the line comes back.
 */
export async function matchNoteTasks(writer: Writer, stamp: Stamp, note: WrittenNote): Promise<void> {
  const people = await readPeople(writer, note.clientId);
  const lines = taskLines(note.body, note.day, namesOf(people));
  const tasks = await writer
    .selectFrom('task')
    .select(['id', 'title', 'note_line', 'done_at', 'deleted_at'])
    .where('note_id', '=', note.id)
    .orderBy('note_line')
    .orderBy('id')
    .execute();
  const pairs = pair(lines, tasks);
  const kept = new Set(pairs.flatMap(({ task }) => (task ? [task.id] : [])));
  for (const { line, task } of pairs) await writeTask(writer, stamp, { note, line, task, people });
  const gone = tasks.filter((task) => task.deleted_at === null && !kept.has(task.id)).map((task) => task.id);
  if (gone.length === 0) return;
  const set = { deleted_at: stamp.now, ...touched(stamp) };
  await writer.updateTable('task').set(set).where('id', 'in', gone).execute();
}

interface Pair {
  readonly line: TaskLine;
  readonly task: KnownTask | undefined;
}

function pair(lines: readonly TaskLine[], tasks: readonly KnownTask[]): readonly Pair[] {
  const free = new Set(tasks);
  const take = (fits: (task: KnownTask) => boolean) => {
    const found = [...free].find(fits);
    if (found) free.delete(found);
    return found;
  };
  const isLive = (task: KnownTask) => task.deleted_at === null;
  const byTitle = lines.map(({ title }) => ({
    task: take((task) => task.title === title && isLive(task)) ?? take((task) => task.title === title),
  }));
  return lines.map((line, index) => ({ line, task: byTitle[index]?.task ?? take(isLive) }));
}

interface TaskToWrite extends Pair {
  readonly note: WrittenNote;
  readonly people: People;
}

async function writeTask(writer: Writer, stamp: Stamp, { note, line, task, people }: TaskToWrite): Promise<void> {
  const columns = {
    note_line: line.line,
    title: line.title,
    ...whose(line.person, people),
    due_on: line.dueOn,
    done_at: line.isDone ? (task?.done_at ?? stamp.now) : null,
    deleted_at: null,
  };
  if (task) {
    const set = { ...columns, ...touched(stamp) };
    expectOne(await writer.updateTable('task').set(set).where('id', '=', task.id).executeTakeFirst());
    return;
  }
  const place = await lastPlaceOf(writer, 'task', 'client_id', note.clientId);
  await writer
    .insertInto('task')
    .values({ ...newRow(stamp), ...columns, client_id: note.clientId, note_id: note.id, place })
    .execute();
}
