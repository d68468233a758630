/** Every way a call can be refused. The renderer has one sentence per code; the list is closed so that none is forgotten. */
export const errorCodes = [
  // the call itself
  'unknown_call',
  'bad_input',
  'too_large',
  'not_trusted',
  'unexpected',
  // what a partner asked for
  'not_found',
  'conflict',
  'note_changed',
  'nothing_to_undo',
  'nothing_to_redo',
  // why a step back or forth is not possible any more
  'undo_conflict',
  'undo_needed',
  'undo_gone',
  'undo_issued',
  'undo_salvaged',
  'undo_done',
  'undo_elsewhere',
  'undo_erased',
  'redo_replaced',
  'handoff_running',
  'handoff_not_running',
  'client_ended',
  'reason_missing',
  'evidence_missing',
  'option_missing',
  'access_not_revoked',
  'step_mandatory',
  'too_early',
  'day_outside_handoff',
  'day_not_worked',
  'day_before_predecessor',
  'day_after_dependent',
  'secret_found',
  'brief_not_neutral',
  'partner_leads_clients',
  'calendar_without_work',
  'period_taken',
  // files and the disk
  'device_unreadable',
  'file_newer',
  'file_foreign',
  'file_damaged',
  'file_not_database',
  'file_missing',
  'file_in_use',
  'file_in_use_silent',
  'file_replaced',
  'nothing_to_salvage',
  'folder_synced',
  'folder_has_data',
  'folder_not_writable',
  'folder_beside_data',
  'disk_full',
  'disk_error',
  'backup_failed',
  'backup_damaged',
  'passphrase_needed',
  'passphrase_wrong',
  'export_failed',
  'target_in_use',
  'target_forbidden',
  'target_gone',
  'target_full',
  'target_name_too_long',
  'source_gone',
  'source_unreadable',
  'calendar_unreadable',
  'archive_foreign',
  'archive_newer',
  'archive_damaged',
  'archive_unsafe',
  'file_not_empty',
  'starting',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A field name and the reason it was refused, e.g. `{ name: 'too_small' }`; paths are joined by dots. */
export type FieldProblems = Readonly<Record<string, string>>;

/** An expected refusal. `message` is for the log and never shown; the interface words come from `code`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblems | undefined;

  constructor(code: ErrorCode, message: string, fields?: FieldProblems) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.fields = fields;
  }
}

/** Makes a `switch` over a union exhaustive at compile time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
