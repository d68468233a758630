import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Note, NoteWithoutWords } from '../../shared/contract/notes.ts';
import { ApiError, call, newCommandId, onChanged } from '../api.ts';
import { beforeClosing } from '../ui/closing.ts';
import type { NoteFacts, NoteFields } from './note-fields.ts';
import type { NoteDisk } from './note-disk.ts';
import { createNoteWriter } from './note-writer.ts';
import type { NoteWriter } from './note-writing.ts';
import { leaveNote, takeBack, unsavedDraft, unsavedEdit } from './unsaved-notes.ts';
import type { SaveStatus } from './write-status.ts';

export interface WriterOptions {
  readonly fields: NoteFields;
  readonly note: Note | null;
  /** The note was changed or undone elsewhere: the editor shows the new text, or nothing when it is gone. */
  readonly onTakenOver: (note: Note | null) => void;
  /** Two texts became one, or one of them was chosen: the editor shows it, and its own undo goes back. */
  readonly onRewritten: (body: string) => void;
}

const disk: NoteDisk = {
  write: (request) => call('notes.write', request),
  revise: (request) => call('notes.revise', request),
  read: async (noteId) => (await call('notes.open', { noteId })).note,
  keep: (request) => call('notes.keep', request),
  setAside: (request) => call('notes.setAside', request),
  keepAside: (request) => call('notes.keepAside', request),
  dropAside: (request) => call('notes.dropAside', request),
};

/** One editing session for as long as the component lives; mount it anew for another note. */
export function useNoteWriter({ fields, note, onTakenOver, onRewritten }: WriterOptions): NoteWriter {
  const [writer] = useState(
    () => unsavedWriter(fields, note) ?? createNoteWriter({ fields, note, newCommandId, disk }),
  );
  const takeOver = useEffectEvent((changed: Note | null) => {
    if (changed) writer.takeOver(changed);
    onTakenOver(changed);
  });
  const showRewritten = useEffectEvent(onRewritten);
  const leave = useEffectEvent(() => leaveNote(writer, note));
  useEffect(() => {
    takeBack(writer);
    const stopSaving = beforeClosing(writer.flush);
    const stopChanges = onChanged(({ areas }) => {
      if (areas.includes('notes') && !writer.hasUnsaved()) void reread(writer, takeOver);
    });
    const stopRewriting = writer.onRewritten((body) => showRewritten(body));
    return () => {
      stopSaving();
      stopRewriting();
      stopChanges();
      leave();
    };
  }, [writer]);
  return writer;
}

/** The editing session whose words the disk did not take goes on; words that are brought along begin their own. */
function unsavedWriter(fields: NoteFields, note: Note | null): NoteWriter | null {
  if (note !== null) return unsavedEdit(note.id)?.writer ?? null;
  return fields.body.trim() === '' ? (unsavedDraft(fields.clientId)?.writer ?? null) : null;
}

/** The words are read only when they are others: every save of one's own is news as well. */
async function reread(writer: NoteWriter, takeOver: (note: Note | null) => void): Promise<void> {
  const noteId = writer.noteId();
  if (noteId === null) return;
  const before = writer.facts();
  const basedOn = writer.basedOn();
  const isUntouched = () => !writer.hasUnsaved() && writer.facts() === before && writer.basedOn() === basedOn;
  try {
    const { note: facts } = await call('notes.facts', { noteId });
    if (!isUntouched() || (facts.updatedAt === basedOn && !isDifferent(facts, before))) return;
    const { note } = await call('notes.open', { noteId });
    if (isUntouched()) takeOver(note);
  } catch (problem) {
    if (problem instanceof ApiError && problem.code === 'not_found' && isUntouched()) takeOver(null);
  }
}

function isDifferent(note: NoteWithoutWords, facts: NoteFacts): boolean {
  return (
    note.kind !== facts.kind ||
    note.happenedAt !== facts.happenedAt ||
    note.initiatedBy !== facts.initiatedBy ||
    peopleOf(note) !== peopleOf(facts)
  );
}

function peopleOf({ attendees }: Pick<NoteFacts, 'attendees'>): string {
  return attendees
    .map(({ personId }) => personId)
    .toSorted()
    .join(' ');
}

export function useSaveStatus(writer: NoteWriter): SaveStatus {
  return useSyncExternalStore(writer.subscribe, writer.status);
}

export function useSavedAt(writer: NoteWriter): string | null {
  return useSyncExternalStore(writer.subscribe, writer.savedAt);
}

export function useNoteId(writer: NoteWriter): string | null {
  return useSyncExternalStore(writer.subscribe, writer.noteId);
}

export function useNoteFacts(writer: NoteWriter): NoteFacts {
  return useSyncExternalStore(writer.subscribe, writer.facts);
}
