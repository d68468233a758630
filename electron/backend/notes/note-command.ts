import { changedLongNote, isLongNote } from '../../../db/long-note.ts';
import { restoreVersion } from '../../../db/note-versions.ts';
import type { Reader, Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { deleteTask, editTask, noteOfTask, tickLine } from '../../../db/tasks.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';

type NoteCall = 'notes.restoreVersion' | 'notes.tickLine' | 'clients.editTask' | 'clients.deleteTask';

/** What may change the words of a note besides a save of them. */
export type NoteCommand = {
  readonly [Name in NoteCall]: { readonly name: Name; readonly request: CallRequest<Name> };
}[NoteCall];

/** Inside its command. */
export function changeNote(writer: Writer, stamp: Stamp, { name, request }: NoteCommand): Promise<void> {
  switch (name) {
    case 'notes.restoreVersion':
      return restoreVersion(writer, stamp, request.noteId, request.seq);
    case 'notes.tickLine':
      return tickLine(writer, stamp, request);
    case 'clients.editTask':
      return editTask(writer, stamp, request);
    case 'clients.deleteTask':
      return deleteTask(writer, stamp, request.taskId);
  }
}

/** As one command; resolves when it is on the disk. */
export async function carryOutOnNote(
  { storage, longNotes }: Pick<Context, 'storage' | 'longNotes'>,
  command: NoteCommand,
): Promise<void> {
  if (await isAboutLong(storage.read, command)) await longNotes.carryOut(command);
  else await changeHere(storage, command);
}

export async function changeHere(storage: Pick<Context['storage'], 'write'>, command: NoteCommand): Promise<void> {
  const { name, request } = command;
  await storage.write({ id: request.commandId, name }, (writer, stamp) => changeNote(writer, stamp, command));
}

/** Whether the words are so many, or will be, that everything else would wait for it. */
async function isAboutLong(reader: Reader, { name, request }: NoteCommand): Promise<boolean> {
  if (name === 'notes.restoreVersion' && (await changedLongNote(reader, request.seq))) return true;
  const noteId: Id | null = 'noteId' in request ? request.noteId : await noteOfTask(reader, request.taskId);
  return noteId !== null && isLongNote(reader, noteId);
}
