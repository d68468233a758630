import { endEdit, keepText, keptText } from '../../db/kept-text.ts';
import { localDay } from '../../db/local-day.ts';
import { restoreVersion, versionAt, versionsOf } from '../../db/note-versions.ts';
import { deleteNote, noteOfSession, readNote, writeNote } from '../../db/notes.ts';
import { tickLine } from '../../db/tasks.ts';
import type { Id } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/errors.ts';
import { carryOut, type Context, type HandlersOf } from './context.ts';
import { templateHandlers } from './notes/templates.ts';

export function notesHandlers(context: Context): HandlersOf<'notes'> {
  const { storage, clock } = context;

  async function remove(command: { readonly id: Id; readonly name: 'notes.discard' | 'notes.delete' }, noteId: Id) {
    await storage.write(command, (writer, stamp) => deleteNote(writer, stamp, noteId));
    return { revision: await storage.revision() };
  }

  return {
    ...templateHandlers(context),
    'notes.write': async ({ commandId, noteId, ...content }) => {
      const command = { id: commandId, name: 'notes.write', session: true } as const;
      let written = noteId;
      await storage.write(command, async (writer, stamp) => {
        const own = noteId ?? (await noteOfSession(writer, commandId));
        written = await writeNote(writer, stamp, own, {
          ...content,
          session: commandId,
          day: localDay(content.happenedAt),
        });
      });
      const savedAt = clock.now();
      if (written === null) throw new AppError('unexpected', 'nothing was written');
      const note = await readNote(storage.read, written, { vanished: true });
      return { revision: await storage.revision(), note, savedAt };
    },
    'notes.keepText': async ({ noteId, body }) => {
      const keptAt = clock.now();
      await storage.maintain((writer) => keepText(writer, noteId, { body, keptAt }));
      return { savedAt: keptAt };
    },
    'notes.endEdit': async ({ noteId }) => {
      await storage.maintain((writer) => endEdit(writer, noteId));
      return { ended: true };
    },
    'notes.keptText': async () => ({ kept: await keptText(storage.read, null) }),
    'notes.discard': ({ commandId, noteId }) => remove({ id: commandId, name: 'notes.discard' }, noteId),
    'notes.delete': ({ commandId, noteId }) => remove({ id: commandId, name: 'notes.delete' }, noteId),
    'notes.versions': async ({ noteId }) => ({ versions: [...(await versionsOf(storage.read, noteId))] }),
    'notes.version': ({ noteId, seq }) => versionAt(storage.read, noteId, seq),
    'notes.restoreVersion': ({ noteId, seq, ...command }) =>
      carryOut(context, 'notes.restoreVersion', command, (writer, stamp) => restoreVersion(writer, stamp, noteId, seq)),
    'notes.tickLine': (request) =>
      carryOut(context, 'notes.tickLine', request, (writer, stamp) => tickLine(writer, stamp, request)),
    'notes.open': async ({ noteId }) => ({ note: await readNote(storage.read, noteId) }),
  };
}
