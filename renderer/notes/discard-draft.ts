import { msg } from '@lingui/core/macro';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { i18n } from '../ui/words.ts';

/** A draft that came back and is not wanted goes to the trash; the toast brings it back. */
export function discardDraft(noteId: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('notes.discard', { commandId, noteId }),
    i18n.t(msg`The draft is in the trash`),
    i18n.t(msg`Restore`),
  );
}
