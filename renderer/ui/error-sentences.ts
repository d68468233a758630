import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiError } from '../api.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { i18n } from './words.ts';

/** What happened and what to do, for every way a call can be refused. */
const sentences: Readonly<Record<ErrorCode, MessageDescriptor>> = {
  unknown_call: msg`This version of the program does not know how to do that. Restart it and try again.`,
  bad_input: msg`Something in the form is not right. Check the marked fields.`,
  too_large: msg`That is too much text at once. Split it into parts.`,
  not_trusted: msg`The program refused a request from an unknown page.`,
  unexpected: msg`That did not work. Nothing was changed; try once more.`,
  not_found: msg`This record is not here any more. Look in the trash.`,
  conflict: msg`This was changed in the meantime. Look at it again and repeat.`,
  note_changed: msg`This note was changed elsewhere meanwhile. Your text is still here.`,
  nothing_to_undo: msg`There is nothing to undo.`,
  nothing_to_redo: msg`There is nothing to redo.`,
  undo_conflict: msg`This cannot be undone: it was changed again later.`,
  undo_needed: msg`This cannot be undone: something was added to it later.`,
  undo_gone: msg`This cannot be undone: what it led back to is in the trash. Restore that first.`,
  undo_issued: msg`This cannot be undone: a document that was issued rests on it.`,
  undo_salvaged: msg`This cannot be undone: the data file was rescued since, and its record of this change may not be whole.`,
  undo_done: msg`This is undone already.`,
  undo_elsewhere: msg`This was done in other data than what is open now, so it cannot be undone here.`,
  redo_replaced: msg`There is nothing to redo: something new was done after the undo.`,
  undo_erased: msg`What was done here is deleted for good. Undo does not go back beyond it.`,
  handoff_running: msg`Not while a handoff is running.`,
  handoff_not_running: msg`This handoff is closed already.`,
  client_ended: msg`This client is in the archive. Bring it back to the board first.`,
  reason_missing: msg`Write in a few words why.`,
  evidence_missing: msg`Write what shows that this is done.`,
  option_missing: msg`Before a “no”, write down at least one option you looked at.`,
  step_mandatory: msg`This step belongs to every handoff. If it does not apply, say why instead.`,
  access_not_revoked: msg`Some of our accesses are not revoked yet.`,
  too_early: msg`It is not over yet.`,
  day_outside_handoff: msg`This day is outside the handoff. Choose one between its first and its last day.`,
  day_not_worked: msg`Nobody works on this day. Choose a working day.`,
  day_before_predecessor: msg`This is earlier than an item that comes first.`,
  day_after_dependent: msg`This is later than an item that waits for it.`,
  brief_not_neutral: msg`Something in the brief should not go out. Open it and look at the places it lists.`,
  secret_found: msg`This looks like a password or a key. Secrets are not kept here: write where it is stored.`,
  partner_leads_clients: msg`This partner still leads clients. Give them to someone else first.`,
  calendar_without_work: msg`Then nobody would ever work. Leave at least one working day in the week.`,
  period_taken: msg`There is a report for this period already. Choose another period.`,
  device_unreadable: msg`The program cannot read where your data lies on this computer. The data itself was left untouched: choose its folder.`,
  file_newer: msg`This file was made by a newer version of the program. Update the program to open it.`,
  file_foreign: msg`This file belongs to another program. It was left untouched.`,
  file_damaged: msg`The data file is damaged: this could not be read or saved. The bar at the foot of the window says what can be done.`,
  file_not_database: msg`This is not a data file of the program. It was left untouched.`,
  file_missing: msg`The data file is not where it was last time.`,
  file_in_use: msg`The data file is already open in another window.`,
  file_in_use_silent: msg`The data file is already open in another window, which does not react. End that program, then try again.`,
  file_replaced: msg`The data file was replaced by another program while it was open.`,
  nothing_to_salvage: msg`Nothing can be read in this file any more. It was left untouched.`,
  folder_synced: msg`This folder is synced with the cloud, which can damage the data file. Choose another one.`,
  folder_has_data: msg`There is another data file in this folder already. Nothing was moved: choose another folder.`,
  folder_not_writable: msg`The program may not write to this folder. Choose another one.`,
  folder_beside_data: msg`This folder lies beside the data itself, and would be lost with it. Choose one on another disk or a synced one.`,
  disk_full: msg`Could not save: the disk is full. Your text is still here.`,
  disk_error: msg`Could not save: the disk answers with an error. Your text is still here.`,
  backup_failed: msg`The backup was not made. Your data is in place; try again.`,
  backup_damaged: msg`This backup does not hold any more what it held when it was made. It was left untouched: choose another one.`,
  passphrase_needed: msg`This backup is encrypted. Type the passphrase with which it was made.`,
  passphrase_wrong: msg`This is not the passphrase with which this backup was made. Nothing was changed; try once more.`,
  export_failed: msg`The file was not written. Choose another name or another folder.`,
  target_in_use: msg`The file is open in another program. Close it there and try again.`,
  target_forbidden: msg`The program may not write to this folder. Choose another one.`,
  target_gone: msg`This folder is not there any more. Choose another one, or bring it back and try again.`,
  target_full: msg`The disk is full, the file was not written. Make room and try again.`,
  target_name_too_long: msg`This name is too long for the disk. Choose a shorter one.`,
  source_gone: msg`What you chose is not at hand any more. Choose the folder or the file again.`,
  source_unreadable: msg`This file is not a table of text, or it is too large. Save it as CSV and choose it again.`,
  calendar_unreadable: msg`This is not a calendar file, or it is too large. Save the calendar as ICS and choose it again.`,
  archive_foreign: msg`This is not a whole export of the program. Nothing was read.`,
  archive_newer: msg`This export was made by a newer version of the program. Update the program to read it.`,
  archive_damaged: msg`This export is not whole, or something in it was changed. Nothing was read; make the export anew.`,
  archive_unsafe: msg`Something in this export leads out of it, or is not what it says it is. Nothing was read: it was not made by this program.`,
  file_not_empty: msg`There are clients here already. A whole export is read into an empty data file only.`,
  starting: msg`The program is still starting. Try again in a moment.`,
};

export function sentenceForCode(code: ErrorCode): string {
  return i18n.t(sentences[code]);
}

/** A sentence in the interface language for anything that was thrown; never a raw message. */
export function sentenceFor(problem: unknown): string {
  return sentenceForCode(problem instanceof ApiError ? problem.code : 'unexpected');
}
