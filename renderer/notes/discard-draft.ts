import { msg } from '@lingui/core/macro';
import type { Note } from '../../shared/contract/notes.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { isUndone, redo, undoEntries } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';

/** What came back and is not wanted: a draft goes to the trash, a note that was written anew says again what it said. */
export function discard(note: Note): Promise<boolean> {
  return note.edit === null ? discardDraft(note.id) : discardEdit(note.id, note.edit.commandId);
}

async function discardEdit(noteId: string, targetId: string): Promise<boolean> {
  try {
    await undoEntries(targetId).catch(sayUnlessUndone);
    await endEdit(noteId);
    const again = { label: i18n.t(msg`Redo`), keys: 'Mod+Shift+KeyZ', run: () => void redo() };
    showToast({ text: i18n.t(msg`The note says again what it said before`), actions: [again] });
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

/** It was undone elsewhere: the note says again what it said. */
function sayUnlessUndone(problem: unknown): void {
  if (!isUndone(problem)) throw problem;
}

/** What cannot be told now, that editor tells when the page is there again. */
export async function endEdit(noteId: string): Promise<void> {
  await call('notes.endEdit', { noteId }).catch(() => undefined);
}

/** A draft that came back and is not wanted goes to the trash; the toast brings it back. */
export function discardDraft(noteId: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('notes.discard', { commandId, noteId }),
    i18n.t(msg`The draft is in the trash`),
    i18n.t(msg`Restore`),
  );
}
