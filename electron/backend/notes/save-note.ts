import { localDay } from '../../../db/local-day.ts';
import { dropKept } from '../../../db/kept-notes.ts';
import { keepHomelessText } from '../../../db/kept-text.ts';
import { isLongNote, longNoteBytes } from '../../../db/long-note.ts';
import { bodyOf, noteOfSession, readNoteFacts, writeNote } from '../../../db/notes.ts';
import { expectClient } from '../../../db/records.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import type { Command, Stamp, Storage } from '../../../db/storage.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { NoteWithoutWords } from '../../../shared/contract/notes.ts';
import { AppError } from '../../../shared/errors.ts';
import { withEdit } from '../../../shared/text-edit.ts';

/** One save of an editing session: with all its words, or with what has changed in those that are on the disk. */
export type NoteSave = CallRequest<'notes.write'> | CallRequest<'notes.revise'>;

export function commandOf({ commandId }: NoteSave): Command {
  return { id: commandId, name: 'notes.write', session: true };
}

/** Inside its command; answers which note was written. */
async function saveNote(writer: Writer, stamp: Stamp, save: NoteSave): Promise<Id> {
  const { commandId, noteId, kind, clientId, happenedAt, initiatedBy, attendees, finished, seen } = save;
  const own = noteId ?? (await noteOfSession(writer, commandId));
  if (own === null) await expectClient(writer, clientId);
  // The words are read when it is the save's turn.
  const body = await wordsOf(writer, save);
  const facts = { kind, clientId, happenedAt, initiatedBy, attendees, finished, day: localDay(happenedAt) };
  const content = { ...facts, body, session: commandId, ...(seen === undefined ? {} : { seen }) };
  const written = await writeNote(writer, stamp, own, content);
  await dropKept(writer, commandId, ...(save.follows ?? []));
  if (save.keepText !== undefined) await keepHomelessText(writer, { body: save.keepText, keptAt: stamp.now });
  return written;
}

/** The same, and what the note is then: read later, it would tell of what others did in between. */
export async function saveAndTell(writer: Writer, stamp: Stamp, save: NoteSave): Promise<NoteWithoutWords> {
  return readNoteFacts(writer, await saveNote(writer, stamp, save), { vanished: true });
}

export async function saveHere(storage: Pick<Storage, 'write'>, save: NoteSave): Promise<NoteWithoutWords> {
  const told: NoteWithoutWords[] = [];
  await storage.write(commandOf(save), async (writer, stamp) => {
    told.push(await saveAndTell(writer, stamp, save));
  });
  const [note] = told;
  if (note === undefined) throw new Error('a session is not repeated');
  return note;
}

async function wordsOf(reader: Reader, save: NoteSave): Promise<string> {
  if ('body' in save) return save.body;
  const before = await bodyOf(reader, save.noteId, save.basedOn);
  const body = before === null ? null : withEdit(before, save.edit);
  if (body !== null) return body;
  // One that is gone is said to be so.
  await readNoteFacts(reader, save.noteId);
  throw new AppError('note_changed', 'the note has other words by now');
}

/** Whether the words are so many, or were before, that everything else would wait for the save. */
export async function isLongSave(reader: Reader, save: NoteSave): Promise<boolean> {
  const told = 'body' in save ? save.body : save.edit.insert;
  return told.length > longNoteBytes || (save.noteId !== null && (await isLongNote(reader, save.noteId)));
}
