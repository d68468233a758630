import { msg } from '@lingui/core/macro';
import type { Note } from '../../shared/contract/notes.ts';
import { announce } from '../ui/announce.ts';
import { beforeClosing } from '../ui/closing.ts';
import { copyText } from '../ui/copy.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import type { NoteWriter } from './note-writing.ts';

// Words that the disk did not take, and whose editor went away: they wait here, and the window asks before it closes.

export interface UnsavedNote {
  readonly writer: NoteWriter;
  /** What the editor was opened with. */
  readonly note: Note | null;
}

const kept = new Map<NoteWriter, { readonly note: Note | null; readonly stop: () => void }>();

/** The editor is gone: what it has not saved is saved now, or kept until it is. */
export function leaveNote(writer: NoteWriter, note: Note | null): void {
  if (!writer.hasUnsaved()) return;
  kept.set(writer, { note, stop: beforeClosing(() => saveQuietly(writer)) });
  void saveKept(writer);
}

/** An editor has these words again. */
export function takeBack(writer: NoteWriter): void {
  kept.get(writer)?.stop();
  kept.delete(writer);
}

/** The unsaved words of a new note or a draft of this client. */
export function unsavedDraft(clientId: string): UnsavedNote | null {
  return find(({ writer, note }) => writer.fields().clientId === clientId && !note?.finishedAt);
}

/** The unsaved words of a note that is on the disk in an earlier form. */
export function unsavedEdit(noteId: string): UnsavedNote | null {
  return find(({ writer }) => writer.noteId() === noteId);
}

function find(isWanted: (unsaved: UnsavedNote) => boolean): UnsavedNote | null {
  return [...kept].map(([writer, { note }]) => ({ writer, note })).find(isWanted) ?? null;
}

async function saveKept(writer: NoteWriter): Promise<boolean> {
  const isSaved = await saveQuietly(writer);
  if (kept.has(writer)) offer(writer);
  return isSaved;
}

async function saveQuietly(writer: NoteWriter): Promise<boolean> {
  const isSaved = await writer.flush();
  if (isSaved && kept.has(writer)) takeBack(writer);
  return isSaved;
}

function offer(writer: NoteWriter): void {
  showToast({
    text: i18n.t(msg`The note is not saved. Its words wait in the client’s composer.`),
    tone: 'danger',
    actions: [
      { label: i18n.t(msg({ message: 'Try again', context: 'saving' })), run: () => void tryAgain(writer) },
      { label: i18n.t(msg`Copy`), run: () => copy(writer) },
    ],
  });
}

async function tryAgain(writer: NoteWriter): Promise<void> {
  if (await saveKept(writer)) announce(i18n.t(msg`The note is saved`));
}

function copy(writer: NoteWriter): void {
  if (copyText(writer.fields().body)) showToast({ text: i18n.t(msg`The text is in the clipboard`) });
}
