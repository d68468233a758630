import type { Id, Instant } from '../shared/contract/call.ts';
import type { Reader, Writer } from './schema.ts';

// Words that were typed and have no place in a note: for no client yet, or in an editor that met another text. They stay
// on this computer, and out of the change log.

export interface KeptText {
  readonly body: string;
  readonly keptAt: Instant;
}

/** Those for no client have one place of their own. */
const subjectOf = (noteId: Id | null): string => (noteId === null ? 'no client' : noteId);

export async function keptText(reader: Reader, noteId: Id | null): Promise<KeptText | null> {
  const row = await reader
    .selectFrom('local_kept_text')
    .select(['body', 'kept_at as keptAt'])
    .where('subject', '=', subjectOf(noteId))
    .executeTakeFirst();
  return row ?? null;
}

/** Empty words are forgotten. */
export async function keepText(writer: Writer, noteId: Id | null, { body, keptAt }: KeptText): Promise<void> {
  if (body.trim() === '') return forgetText(writer, noteId);
  const cells = { body, kept_at: keptAt };
  await writer
    .insertInto('local_kept_text')
    .values({ subject: subjectOf(noteId), ...cells })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(cells))
    .execute();
}

export async function forgetText(writer: Writer, noteId: Id | null): Promise<void> {
  await writer.deleteFrom('local_kept_text').where('subject', '=', subjectOf(noteId)).execute();
}

const editOf = (noteId: Id): string => `edit ${noteId}`;

/** A finished note that is written anew has its text in itself; that it is still being written is remembered beside it. */
export async function beginEdit(writer: Writer, noteId: Id, commandId: Id, at: Instant): Promise<void> {
  const cells = { body: commandId, kept_at: at };
  await writer
    .insertInto('local_kept_text')
    .values({ subject: editOf(noteId), ...cells })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(cells))
    .execute();
}

export async function endEdit(writer: Writer, noteId: Id): Promise<void> {
  await writer.deleteFrom('local_kept_text').where('subject', '=', editOf(noteId)).execute();
}

export async function openEdit(
  reader: Reader,
  noteId: Id,
): Promise<{ readonly commandId: Id; readonly editedAt: Instant } | null> {
  const row = await reader
    .selectFrom('local_kept_text')
    .select(['body as commandId', 'kept_at as editedAt'])
    .where('subject', '=', editOf(noteId))
    .executeTakeFirst();
  return row ?? null;
}

/** Which of the notes are being edited, or wait for a choice between two texts. */
export async function openEdits(reader: Reader, noteIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await reader
    .selectFrom('local_kept_text')
    .select('subject')
    .where(
      'subject',
      'in',
      noteIds.flatMap((noteId) => [noteId, editOf(noteId)]),
    )
    .execute();
  const subjects = new Set(rows.map(({ subject }) => subject));
  return new Set(noteIds.filter((noteId) => subjects.has(noteId) || subjects.has(editOf(noteId))));
}
