import { dropAside, endEdit, homelessText, keepHomelessText, setAside } from '../../db/kept-text.ts';
import { localDay } from '../../db/local-day.ts';
import { restoreVersion, versionAt, versionsOf } from '../../db/note-versions.ts';
import { dropKept, isBasedOn, keepTyped } from '../../db/kept-notes.ts';
import { bodyOf, deleteNote, noteOfSession, readNote, readNoteFacts, writeNote } from '../../db/notes.ts';
import { expectClient } from '../../db/records.ts';
import type { Reader } from '../../db/schema.ts';
import { tickLine } from '../../db/tasks.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { withEdit } from '../../shared/text-edit.ts';
import { carryOut, type Context, type HandlersOf } from './context.ts';
import { templateHandlers } from './notes/templates.ts';

export function notesHandlers(context: Context): HandlersOf<'notes'> {
  const { storage, clock } = context;

  async function remove(command: { readonly id: Id; readonly name: 'notes.discard' | 'notes.delete' }, noteId: Id) {
    await storage.write(command, (writer, stamp) => deleteNote(writer, stamp, noteId));
    return { revision: await storage.revision() };
  }

  /** The words are read when it is the save's turn. */
  async function write(
    { commandId, noteId, follows, ...content }: Omit<CallRequest<'notes.write'>, 'body'>,
    readBody: (reader: Reader) => Promise<string>,
  ): Promise<CallOutput<'notes.write'>> {
    const command = { id: commandId, name: 'notes.write', session: true } as const;
    let written = noteId;
    await storage.write(command, async (writer, stamp) => {
      const own = noteId ?? (await noteOfSession(writer, commandId));
      if (own === null) await expectClient(writer, content.clientId);
      const body = await readBody(writer);
      written = await writeNote(writer, stamp, own, {
        ...content,
        body,
        session: commandId,
        day: localDay(content.happenedAt),
      });
      await dropKept(writer, commandId, ...(follows ?? []));
    });
    const savedAt = clock.now();
    if (written === null) throw new AppError('unexpected', 'nothing was written');
    const note = await readNoteFacts(storage.read, written, { vanished: true });
    return { revision: await storage.revision(), note, savedAt };
  }

  return {
    ...templateHandlers(context),
    'notes.write': ({ body, ...request }) => write(request, () => Promise.resolve(body)),
    'notes.revise': ({ basedOn, edit, ...request }) =>
      write(request, async (reader) => {
        const before = await bodyOf(reader, request.noteId, basedOn);
        const body = before === null ? null : withEdit(before, edit);
        if (body !== null) return body;
        // One that is gone is said to be so.
        await readNoteFacts(reader, request.noteId);
        throw new AppError('note_changed', 'the note has other words by now');
      }),
    'notes.keep': async (kept) => {
      await storage.maintain(async (writer) => {
        if (!(await isBasedOn(writer, kept))) throw new AppError('conflict', 'the note has other words by now');
        await keepTyped(writer, kept);
      });
      return {};
    },
    'notes.setAside': async ({ noteId, commandId, body, kind, happenedAt, initiatedBy, attendees }) => {
      const keptAt = clock.now();
      await storage.maintain(async (writer) => {
        await setAside(writer, noteId, { body, keptAt, facts: { kind, happenedAt, initiatedBy, attendees } });
        // They are kept once.
        await dropKept(writer, commandId);
      });
      return { savedAt: keptAt };
    },
    'notes.dropAside': async ({ noteId }) => {
      await storage.maintain((writer) => dropAside(writer, noteId));
      return {};
    },
    'notes.keepText': async ({ body }) => {
      const keptAt = clock.now();
      await storage.maintain((writer) => keepHomelessText(writer, { body, keptAt }));
      return { savedAt: keptAt };
    },
    'notes.endEdit': async ({ noteId }) => {
      await storage.maintain((writer) => endEdit(writer, noteId));
      return { ended: true };
    },
    'notes.keptText': async () => ({ kept: await homelessText(storage.read) }),
    'notes.facts': async ({ noteId }) => ({ note: await readNoteFacts(storage.read, noteId) }),
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
