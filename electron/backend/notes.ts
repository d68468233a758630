import { dropAside, endEdit, goOnAside, homelessText, keepHomelessText, setAside } from '../../db/kept-text.ts';
import { versionAt, versionsOf } from '../../db/note-versions.ts';
import { dropKept, isBasedOn, keepTyped } from '../../db/kept-notes.ts';
import { deleteNote, readNote, readNoteFacts } from '../../db/notes.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { KeptFacts } from '../../shared/contract/notes.ts';
import { AppError } from '../../shared/errors.ts';
import type { Context, HandlersOf } from './context.ts';
import { carryOutOnNote, type NoteCommand } from './notes/note-command.ts';
import { isLongSave, type NoteSave, saveHere } from './notes/save-note.ts';
import { templateHandlers } from './notes/templates.ts';

export function notesHandlers(context: Context): HandlersOf<'notes'> {
  const { storage, clock, longNotes } = context;

  async function remove(command: { readonly id: Id; readonly name: 'notes.discard' | 'notes.delete' }, noteId: Id) {
    await storage.write(command, (writer, stamp) => deleteNote(writer, stamp, noteId));
    return { revision: await storage.revision() };
  }

  async function change(command: NoteCommand) {
    await carryOutOnNote(context, command);
    return { revision: await storage.revision() };
  }

  async function save(request: NoteSave): Promise<CallOutput<'notes.write'>> {
    const note = (await isLongSave(storage.read, request))
      ? await longNotes.save(request)
      : await saveHere(storage, request);
    return { revision: await storage.revision(), note, savedAt: clock.now() };
  }

  return {
    ...templateHandlers(context),
    'notes.write': save,
    'notes.revise': save,
    'notes.keep': async ({ follows = [], keepText, ...kept }) => {
      await storage.maintain(async (writer) => {
        if (!(await isBasedOn(writer, kept))) throw new AppError('conflict', 'the note has other words by now');
        await keepTyped(writer, kept);
        // What they kept goes on in these words.
        await dropKept(writer, ...follows);
        if (keepText !== undefined) await keepHomelessText(writer, { body: keepText, keptAt: clock.now() });
      });
      return {};
    },
    'notes.setAside': async (request) => {
      const { noteId, commandId, body, follows = [], ...facts } = request;
      const keptAt = clock.now();
      await storage.maintain(async (writer) => {
        await setAside(writer, noteId, { body, keptAt, facts: factsOf(facts) });
        // They are kept once.
        await dropKept(writer, commandId, ...follows);
      });
      return { savedAt: keptAt };
    },
    'notes.keepAside': async ({ noteId, commandId, basedOn, edit, follows = [], ...facts }) => {
      const keptAt = clock.now();
      await storage.maintain(async (writer) => {
        await goOnAside(writer, noteId, { typed: { basedOn, ...edit }, facts: factsOf(facts), keptAt });
        await dropKept(writer, commandId, ...follows);
      });
      return { savedAt: keptAt };
    },
    'notes.dropAside': async ({ noteId, sessions = [] }) => {
      await storage.maintain(async (writer) => {
        await dropAside(writer, noteId);
        await dropKept(writer, ...sessions);
      });
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
    'notes.restoreVersion': (request) => change({ name: 'notes.restoreVersion', request }),
    'notes.tickLine': (request) => change({ name: 'notes.tickLine', request }),
    'notes.open': async ({ noteId }) => ({ note: await readNote(storage.read, noteId) }),
  };
}

function factsOf({ kind, happenedAt, initiatedBy, attendees }: KeptFacts): KeptFacts {
  return { kind, happenedAt, initiatedBy, attendees };
}
