import { sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import type { Reader } from './schema.ts';

/** Bytes of a text that is saved and indexed beside the rest, which would wait for it: some seventy pages. */
export const longNoteBytes = 2 ** 18;

/** Whether the words of a note, in the trash or not, are that long. What it costs does not grow with them. */
export async function isLongNote(reader: Reader, noteId: Id): Promise<boolean> {
  const row = await reader
    .selectFrom('note')
    .select(sql<number>`octet_length(body)`.as('bytes'))
    .where('id', '=', noteId)
    .executeTakeFirst();
  return (row?.bytes ?? 0) > longNoteBytes;
}

/** Whether an entry of the change log put such words in the place of others, or others in theirs. */
export async function changedLongNote(reader: Reader, seq: number): Promise<boolean> {
  const row = await reader
    .selectFrom('local_change')
    .select('row_id')
    .where('command_seq', '=', seq)
    .where('table_name', '=', 'note')
    .where('column_name', '=', 'body')
    .where(sql`max(ifnull(octet_length(before), 0), ifnull(octet_length(after), 0))`, '>', longNoteBytes)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
