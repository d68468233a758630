import { dropKept, type KeptNote, keptNotes } from '../../db/kept-notes.ts';
import { homelessText, keepHomelessText } from '../../db/kept-text.ts';
import { localDay } from '../../db/local-day.ts';
import { bodyOf, livingNote, noteOfSession, writeNote } from '../../db/notes.ts';
import { trashOf } from '../../db/safety.ts';
import type { Reader } from '../../db/schema.ts';
import type { Storage } from '../../db/storage.ts';
import type { Id, Instant } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/errors.ts';
import { withEdit } from '../../shared/text-edit.ts';
import { log } from './log.ts';

interface Parts {
  readonly storage: Pick<Storage, 'read' | 'write' | 'maintain'>;
  readonly newId: () => Id;
  readonly now: () => Instant;
}

/**
 * What was typed in the last moment before the program was killed becomes part of its note. A client in the trash has it
 * when it is restored; without one to be found, the words wait for a client to be chosen.
 */
export async function bringBackKept(parts: Parts): Promise<void> {
  for (const kept of await keptNotes(parts.storage.read)) {
    try {
      await bringBack(parts, kept);
    } catch (error) {
      // The words stay where they are kept; the others are brought back nevertheless.
      log.warn('kept note', error instanceof AppError ? error.code : 'failed');
    }
  }
}

/** As part of the session it was typed in; one that was undone meanwhile stays undone, and the words begin another. */
async function bringBack({ storage, newId, now }: Parts, kept: KeptNote): Promise<void> {
  const { noteId, body } = await wordsOf(storage.read, kept);
  // Of a note that has become another one nothing was typed, only taken away.
  if (noteId === null && body.trim() === '') return storage.maintain((writer) => dropKept(writer, kept.commandId));
  if (noteId === null && !(await hasClient(storage.read, kept.clientId)))
    return storage.maintain(async (writer) => {
      const before = (await homelessText(writer))?.body ?? '';
      const words = before === '' ? body : `${before}\n\n${body}`;
      await keepHomelessText(writer, { body: words, keptAt: now() });
      await dropKept(writer, kept.commandId);
    });
  try {
    await goOn(storage, kept.commandId, kept);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    await goOn(storage, newId(), kept);
  }
}

async function goOn(storage: Parts['storage'], session: Id, kept: KeptNote): Promise<void> {
  const { clientId, kind, happenedAt, initiatedBy, attendees } = kept;
  await storage.write({ id: session, name: 'notes.write', session: true }, async (writer, stamp) => {
    const { noteId, body } = await wordsOf(writer, kept);
    const facts = { clientId, kind, happenedAt, initiatedBy, attendees, finished: false, day: localDay(happenedAt) };
    await writeNote(writer, stamp, noteId, { ...facts, body, session });
    await dropKept(writer, kept.commandId);
  });
}

/** Also one in the trash, but not one whose making was undone. */
async function hasClient(reader: Reader, clientId: Id): Promise<boolean> {
  const row = await reader.selectFrom('client').select('deleted_at').where('id', '=', clientId).executeTakeFirst();
  if (row?.deleted_at === null) return true;
  return (await trashOf(reader)).some(({ kind, id }) => kind === 'client' && id === clientId);
}

/** Words that belong to a note that has become another one begin a draft of their own: nothing is written over. */
async function wordsOf(
  reader: Reader,
  { commandId, noteId, basedOn, edit }: KeptNote,
): Promise<{ readonly noteId: Id | null; readonly body: string }> {
  if (noteId === null || basedOn === null)
    return {
      noteId: await livingNote(reader, await noteOfSession(reader, commandId)),
      body: withEdit('', edit) ?? edit.insert,
    };
  const before = await bodyOf(reader, noteId, basedOn);
  const body = before === null ? null : withEdit(before, edit);
  return body === null ? { noteId: null, body: edit.insert } : { noteId, body };
}
