import { dropKept, type KeptNote, keptNotes } from '../../db/kept-notes.ts';
import { localDay } from '../../db/local-day.ts';
import { bodyOf, livingNote, noteOfSession, writeNote } from '../../db/notes.ts';
import type { Reader } from '../../db/schema.ts';
import type { Storage } from '../../db/storage.ts';
import type { Id } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/errors.ts';
import { withEdit } from '../../shared/text-edit.ts';
import { log } from './log.ts';

type Disk = Pick<Storage, 'read' | 'write' | 'maintain'>;

/** What was typed in the last moment before the program was killed becomes part of its note. */
export async function bringBackKept(storage: Disk, newId: () => Id): Promise<void> {
  for (const kept of await keptNotes(storage.read)) {
    try {
      await bringBack(storage, newId, kept);
    } catch (error) {
      // The words stay where they are kept; the others are brought back nevertheless.
      log.warn('kept note', error instanceof AppError ? error.code : 'failed');
    }
  }
}

/** As part of the session it was typed in; one that was undone meanwhile stays undone, and the words begin another. */
async function bringBack(storage: Disk, newId: () => Id, kept: KeptNote): Promise<void> {
  const { noteId, body } = await wordsOf(storage.read, kept);
  // Of a note that has become another one nothing was typed, only taken away.
  if (noteId === null && body.trim() === '') return storage.maintain((writer) => dropKept(writer, kept.commandId));
  try {
    await goOn(storage, kept.commandId, kept);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    await goOn(storage, newId(), kept);
  }
}

async function goOn(storage: Disk, session: Id, kept: KeptNote): Promise<void> {
  const { clientId, kind, happenedAt, initiatedBy, attendees } = kept;
  await storage.write({ id: session, name: 'notes.write', session: true }, async (writer, stamp) => {
    const { noteId, body } = await wordsOf(writer, kept);
    const facts = { clientId, kind, happenedAt, initiatedBy, attendees, finished: false, day: localDay(happenedAt) };
    await writeNote(writer, stamp, noteId, { ...facts, body, session });
    await dropKept(writer, kept.commandId);
  });
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
