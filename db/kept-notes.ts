import type { Id } from '../shared/contract/call.ts';
import { type CallRequest, contract } from '../shared/contract/contract.ts';
import type { Reader, Writer } from './schema.ts';

// What is typed between two saves, on this computer only: one row for each session of writing. It goes when the
// session saves, goes on as another, or sets its words aside. A row that is found at a start was left by a program that was
// killed.

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

/** Those of these sessions. */
export async function dropKept(writer: Writer, ...sessions: readonly Id[]): Promise<void> {
  await writer.deleteFrom('local_setting').where('name', 'in', sessions.map(nameOf)).execute();
}

/** What another version of the program kept and this one cannot read is left alone. */
export async function keptNotes(reader: Reader): Promise<readonly KeptNote[]> {
  const rows = await reader
    .selectFrom('local_setting')
    .select('value')
    .where('name', 'like', `${prefix}%`)
    .orderBy('name')
    .execute();
  return rows.flatMap(({ value }) => keptFrom(value) ?? []);
}

function keptFrom(value: string): KeptNote | null {
  try {
    return contract['notes.keep'].input.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
