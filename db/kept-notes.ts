import type { Id } from '../shared/contract/call.ts';
import { type CallRequest, contract } from '../shared/contract/contract.ts';
import type { Reader, Writer } from './schema.ts';

// What is typed between two saves of a note, on this computer only: one row for each session of writing, which goes when
// the note is saved. A row that is found at a start was left by a program that was killed.

export type KeptNote = CallRequest<'notes.keep'>;

const prefix = 'kept_note_';
const nameOf = (commandId: Id): string => `${prefix}${commandId}`;

/** Whether the words are those that the note on the disk goes on to. */
export async function isBasedOn(reader: Reader, { noteId, basedOn }: KeptNote): Promise<boolean> {
  if (noteId === null) return true;
  const row = await reader
    .selectFrom('note')
    .select('updated_at')
    .where('id', '=', noteId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined && row.updated_at === basedOn;
}

export async function keepTyped(writer: Writer, kept: KeptNote): Promise<void> {
  const value = JSON.stringify(kept);
  await writer
    .insertInto('local_setting')
    .values({ name: nameOf(kept.commandId), value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function dropKept(writer: Writer, commandId: Id): Promise<void> {
  await writer.deleteFrom('local_setting').where('name', '=', nameOf(commandId)).execute();
}

/** What another version of the program kept and this one cannot read is left alone. */
export async function keptNotes(reader: Reader): Promise<readonly KeptNote[]> {
  const rows = await reader
    .selectFrom('local_setting')
    .select('value')
    .where('name', 'like', `${prefix}%`)
    .orderBy('name')
    .execute();
  return rows.flatMap(({ value }) => {
    const read = contract['notes.keep'].input.safeParse(JSON.parse(value));
    return read.success ? [read.data] : [];
  });
}
