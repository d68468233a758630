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
