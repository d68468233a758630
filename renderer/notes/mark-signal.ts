import { msg } from '@lingui/core/macro';
import { signalSides } from '../../shared/contract/client-dossier.ts';
import { signalOf } from '../../shared/signal-order.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { dayOf, today } from '../ui/clock.ts';
import { i18n } from '../ui/words.ts';
import type { NoteWriter } from './note-writing.ts';

/** Marked on the client in this note, on the day it speaks of; the note goes to the disk first. */
export async function markInNote(writer: NoteWriter, code: string, evidence: string, label: string): Promise<boolean> {
  const signal = signalOf(code);
  const { clientId, happenedAt } = writer.facts();
  if (signal === null || clientId === '' || !(await writer.flush())) return false;
  const noteId = writer.noteId();
  const day = dayOf(new Date(happenedAt));
  return carryOut(
    (commandId) =>
      call('clients.markSignal', {
        commandId,
        clientId,
        code,
        side: signalSides.find((side) => side === signal.side) ?? 'client',
        markedOn: day > today() ? today() : day,
        evidence,
        ...(noteId === null ? {} : { noteId }),
      }),
    i18n.t(msg`Signal marked: ${label}`),
  );
}
