import type { Id, Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { localDay } from './local-day.ts';
import { matchNoteTasks } from './note-tasks.ts';
import { readNote } from './notes.ts';
import { expectOne, touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

export interface NoteVersion {
  /** The entry of the change log that made it. */
  readonly seq: number;
  readonly madeAt: Instant;
  /** The name of the partner who wrote it; null when nobody was named. */
  readonly by: string | null;
}

/** The texts a note has had, the newest first; an editing session is one. */
export async function versionsOf(reader: Reader, noteId: Id): Promise<readonly NoteVersion[]> {
  return (
    bodies(reader, noteId)
      // Who wrote one is known by name also when that partner was removed since.
      .leftJoin('partner', 'partner.id', 'local_command.made_by')
      .select(['local_command.seq', 'local_command.made_at as madeAt', 'partner.name as by'])
      .orderBy('local_command.seq', 'desc')
      .execute()
  );
}

/** A text, and the one before it: null for the first. */
export async function versionAt(
  reader: Reader,
  noteId: Id,
  seq: number,
): Promise<{ readonly body: string; readonly before: string | null }> {
  const row = await bodies(reader, noteId)
    .select(['local_change.before', 'local_change.after'])
    .where('local_command.seq', '=', seq)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'no such version');
  return { body: String(row.after ?? ''), before: row.before === null ? null : String(row.before) };
}

/** Writes an earlier text as the newest one, with the tasks that its lines hold. */
export async function restoreVersion(writer: Writer, stamp: Stamp, noteId: Id, seq: number): Promise<void> {
  const { body } = await versionAt(writer, noteId, seq);
  const { clientId, happenedAt } = await readNote(writer, noteId);
  const set = { body, ...touched(stamp) };
  expectOne(await writer.updateTable('note').set(set).where('id', '=', noteId).executeTakeFirst());
  await matchNoteTasks(writer, stamp, { id: noteId, clientId, body, day: localDay(happenedAt), isNew: false });
}

function bodies(reader: Reader, noteId: Id) {
  return reader
    .selectFrom('local_change')
    .innerJoin('local_command', 'local_command.seq', 'local_change.command_seq')
    .where('local_change.table_name', '=', 'note')
    .where('local_change.row_id', '=', noteId)
    .where('local_change.column_name', '=', 'body');
}
