import { z } from 'zod';
import type { Id, Instant } from '../shared/contract/call.ts';
import { keptFacts, type KeptFacts } from '../shared/contract/notes.ts';
import { AppError } from '../shared/errors.ts';
import { withEdit } from '../shared/text-edit.ts';
import type { Reader, Writer } from './schema.ts';

// Words that were typed and have no place in a note: for no client yet, or in an editor that met another text. They stay
// on this computer, and out of the change log.

interface KeptText {
  readonly body: string;
  readonly keptAt: Instant;
}

export async function putText(writer: Writer, subject: string, { body, keptAt }: KeptText): Promise<void> {
  const cells = { body, kept_at: keptAt };
  await writer
    .insertInto('local_kept_text')
    .values({ subject, ...cells })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(cells))
    .execute();
}

async function get(reader: Reader, subject: string): Promise<KeptText | null> {
  const row = await reader
    .selectFrom('local_kept_text')
    .select(['body', 'kept_at as keptAt'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ?? null;
}

export async function removeTexts(writer: Writer, ...subjects: readonly string[]): Promise<void> {
  await writer.deleteFrom('local_kept_text').where('subject', 'in', subjects).execute();
}

const noClient = 'no client';

export function homelessText(reader: Reader): Promise<KeptText | null> {
  return get(reader, noClient);
}

/** Empty words are forgotten. */
export function keepHomelessText(writer: Writer, kept: KeptText): Promise<void> {
  return kept.body.trim() === '' ? removeTexts(writer, noClient) : putText(writer, noClient, kept);
}

/** What an editor holds that met another text in its note. */
export interface Aside extends KeptText {
  /** Null when only the words were kept. */
  readonly facts: KeptFacts | null;
}

const factsOf = (noteId: Id): string => `facts ${noteId}`;
const typedOf = (noteId: Id): string => `typed ${noteId}`;

/** What was typed since the words were set aside at the moment `basedOn`: few of very many. */
const typedAside = z.object({ basedOn: z.string(), from: z.number(), to: z.number(), insert: z.string() });
type TypedAside = z.infer<typeof typedAside>;

export async function setAside(writer: Writer, noteId: Id, { facts, ...words }: Aside): Promise<void> {
  await putText(writer, noteId, words);
  await putText(writer, factsOf(noteId), { ...words, body: JSON.stringify(facts) });
  await removeTexts(writer, typedOf(noteId));
}

interface FurtherAside {
  readonly typed: TypedAside;
  readonly facts: KeptFacts;
  readonly keptAt: Instant;
}

/** Refused when other words lie there. */
export async function goOnAside(writer: Writer, noteId: Id, { typed, facts, keptAt }: FurtherAside): Promise<void> {
  if ((await keptAtOf(writer, noteId)) !== typed.basedOn) throw new AppError('conflict', 'other words are set aside');
  await putText(writer, factsOf(noteId), { body: JSON.stringify(facts), keptAt });
  await putText(writer, typedOf(noteId), { body: JSON.stringify(typed), keptAt });
}

async function keptAtOf(reader: Reader, subject: string): Promise<Instant | null> {
  const row = await reader
    .selectFrom('local_kept_text')
    .select('kept_at')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.kept_at ?? null;
}

export async function asideOf(reader: Reader, noteId: Id): Promise<Aside | null> {
  const words = await get(reader, noteId);
  if (words === null) return null;
  const facts = parsed(keptFacts, (await get(reader, factsOf(noteId)))?.body);
  const further = await get(reader, typedOf(noteId));
  const typed = parsed(typedAside, further?.body);
  const body = typed?.basedOn === words.keptAt ? withEdit(words.body, typed) : null;
  return body === null ? { ...words, facts } : { body, keptAt: further?.keptAt ?? words.keptAt, facts };
}

function parsed<Value>(shape: z.ZodType<Value>, text = 'null'): Value | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function dropAside(writer: Writer, noteId: Id): Promise<void> {
  return removeTexts(writer, noteId, factsOf(noteId), typedOf(noteId));
}

const editOf = (noteId: Id): string => `edit ${noteId}`;

/** A finished note that is written anew has its text in itself; that it is still being written is remembered beside it. */
export function beginEdit(writer: Writer, noteId: Id, commandId: Id, keptAt: Instant): Promise<void> {
  return putText(writer, editOf(noteId), { body: commandId, keptAt });
}

export function endEdit(writer: Writer, noteId: Id): Promise<void> {
  return removeTexts(writer, editOf(noteId));
}

export async function openEdit(
  reader: Reader,
  noteId: Id,
): Promise<{ readonly commandId: Id; readonly editedAt: Instant } | null> {
  const kept = await get(reader, editOf(noteId));
  return kept && { commandId: kept.body, editedAt: kept.keptAt };
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
