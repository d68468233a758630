import { CompiledQuery, sql } from 'kysely';
import { type CallName, isCallName } from '../shared/contract/contract.ts';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { isUndoable } from './history.ts';
import { localDay, startOfDay } from './local-day.ts';
import { dayOfEach, daysOfLog } from './log-days.ts';
import { isSharedTable, type Reader, type Writer } from './schema.ts';
import type { ChangedRow, Command, Stamp, StepDone } from './storage.ts';

export async function lastCommand(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('local_command')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Null when there is none of this number. */
export async function commandAt(
  reader: Reader,
  seq: number,
): Promise<{ readonly id: Id; readonly madeAt: Instant } | null> {
  const row = await reader
    .selectFrom('local_command')
    .select(['id', 'made_at as madeAt'])
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row ?? null;
}

/** When the first command after this one was written, on the day that the log says; null when there is none. */
export async function firstAfter(reader: Reader, seq: number, today: Day): Promise<Instant | null> {
  const row = await reader
    .selectFrom('local_command')
    .select(['seq', 'made_at'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const day = dayOfEach(await daysOfLog(reader, today))(row.seq);
  const began = startOfDay(day);
  // Where the log cannot tell which of two days was right, the earlier one frightens nobody by coming too late.
  return localDay(row.made_at) === day || row.made_at < began ? row.made_at : began;
}

/**
 * Whether the log knows the command. `open` is the entry that goes on: nothing was written after it, so history stays a
 * linear order, and it was begun on this very day, so that the board of yesterday shows nothing written today. Otherwise a
 * session that is resumed gets a new entry under its old id.
 */
interface Standing {
  readonly done: number | null;
  readonly open: number | null;
}

export async function standingOf(reader: Reader, { id, name, session }: Command, now: Instant): Promise<Standing> {
  const newest = await entryOf(reader, id);
  if (!newest) return { done: null, open: null };
  if (newest.name !== name) throw new AppError('conflict', 'command id belongs to another call');
  if (!session) return { done: newest.seq, open: null };
  if (newest.state !== 'done') throw new AppError('conflict', 'the editing session was undone');
  const goesOn = newest.seq === (await lastCommand(reader)) && localDay(newest.made_at) === localDay(now);
  return { done: null, open: goesOn ? newest.seq : null };
}

/** The newest entry with this id, of whatever kind: an id belongs to one call. */
export function entryOf(reader: Reader, id: Id) {
  return reader
    .selectFrom('local_command')
    .select(['seq', 'state', 'name', 'target_seq', 'made_at'])
    .where('id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What an undo or redo that was done before stepped over. */
export async function stepDone(reader: Reader, id: Id, name: CallName): Promise<StepDone | null> {
  const known = await entryOf(reader, id);
  if (!known) return null;
  if (known.name !== name) throw new AppError('conflict', 'command id belongs to another call');
  const target = await reader
    .selectFrom('local_command')
    .select(['name', 'id'])
    .where('seq', '=', known.target_seq)
    .executeTakeFirst();
  if (!target || !isCallName(target.name)) throw new AppError('conflict', 'a step without a target');
  return { commandName: target.name, targetId: target.id };
}

// Every save waits for these, so they are written out: putting a query together takes longer than running it.
const setContext = 'update local_context set command_seq = ?';
const abandonUndone = `update local_command set state = 'abandoned' where kind = 'do' and state = 'undone'`;

interface NewCommand {
  readonly id: Id;
  readonly name: CallName;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly target: number | null;
}

export async function beginCommand(writer: Writer, command: NewCommand, stamp: Stamp): Promise<number> {
  const isFinal = !isUndoable(command.name);
  if (command.kind === 'do' && !isFinal) {
    await writer.executeQuery(CompiledQuery.raw(abandonUndone));
  }
  const { seq } = await writer
    .insertInto('local_command')
    .values({
      id: command.id,
      name: command.name,
      kind: command.kind,
      target_seq: command.target,
      ...(isFinal && { state: 'final' }),
      made_at: stamp.now,
      made_by: stamp.by,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/** A command that was cancelled half-way and taken back: nobody wants to do that again. */
export async function forgetUndone(writer: Writer, id: Id): Promise<void> {
  await writer
    .updateTable('local_command')
    .set({ state: 'abandoned' })
    .where('id', '=', id)
    .where('state', '=', 'undone')
    .execute();
}

export async function withCommand(writer: Writer, seq: number, work: () => Promise<void>): Promise<void> {
  await writer.executeQuery(CompiledQuery.raw(setContext, [seq]));
  await work();
  await writer.executeQuery(CompiledQuery.raw(setContext, [null]));
}

export async function rowsOf(reader: Reader, seq: number): Promise<readonly ChangedRow[]> {
  const rows = await reader
    .selectFrom('local_change')
    .innerJoin('local_command', 'local_command.seq', 'local_change.command_seq')
    .select([
      'table_name',
      'row_id',
      sql<number>`max(column_name = 'id' and before is null)`.as('inserted'),
      sql<string>`group_concat(column_name)`.as('columns'),
      sql<number>`max(table_name = 'note' and column_name = 'happened_at' and after > made_at)`.as('is_ahead'),
    ])
    .where('command_seq', '=', seq)
    .groupBy(['table_name', 'row_id'])
    .execute();
  return rows.flatMap(({ table_name: table, row_id: id, inserted, columns, is_ahead }) =>
    isSharedTable(table)
      ? [{ table, id, inserted: inserted === 1, columns: columns.split(','), ...(is_ahead === 1 && { isAhead: true }) }]
      : [],
  );
}
