import { z } from 'zod';
import { passphrase } from './backups.ts';
import { call, commandId, id, instant, longText, text } from './call.ts';

const revision = z.number().int();

/** What the last undone or redone command was, for the toast: its name from the closed list of command names. */
const stepReply = z.object({ revision, commandName: z.string(), targetId: z.string() });

/** The tables whose deleted records can be given back one by one. */
export const trashKind = z.enum([
  'client',
  'note',
  'task',
  'contact',
  'engagement',
  'report',
  'kpi',
  'request',
  'insight',
  'trial',
  'intent_check',
  'asset',
  'signal_mark',
  'dossier_line',
  'kpi_reading',
  'request_option',
  'handoff_item',
  'candidate',
  'note_template',
  'handoff_template',
  'work_calendar',
  'partner',
]);

export const trashEntry = z.object({
  id,
  kind: trashKind,
  title: z.string(),
  clientName: z.string(),
  deletedAt: instant,
  deletedBy: id.nullable(),
  /** Days on which somebody works with the program; null: until it is restored. */
  daysLeft: z.number().int().nullable(),
});

/** What was typed in a field whose save was refused, and which is gone from the page. */
export const keptWords = z.object({
  id,
  /** The title of the page on which the field stood. */
  place: text,
  /** Whose field it was; not known of all. */
  record: text.nullable().optional(),
  label: text,
  words: longText,
  /** Why they cannot be saved as they are; null when the disk alone refused them. */
  problem: text.nullable(),
});

export const safety = {
  /** Undoes the last command, or the named one when nothing it touched changed since. */
  'safety.undo': call(z.object({ commandId, targetId: z.uuid().optional() }), stepReply),
  'safety.redo': call(z.object({ commandId }), stepReply),
  'safety.history': call(z.object({}), z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  'safety.backUpNow': call(z.object({}), z.object({ madeAt: instant })),
  'safety.state': call(
    z.object({}),
    z.object({
      dataFolder: z.string(),
      backupFolder: z.string(),
      fileBytes: z.number().int(),
      lastBackupAt: instant.nullable(),
      backups: z.array(
        z.object({
          name: z.string(),
          madeAt: instant,
          bytes: z.number().int(),
          clients: z.number().int(),
          /** Not known of old ones. */
          notes: z.number().int().nullable(),
          /** Much smaller than the one before it. */
          isSmaller: z.boolean(),
          /** It lies in the second folder alone. */
          isInSecond: z.boolean(),
        }),
      ),
      /**
       * The first: what was saved in it cannot be read any more. The next two: the open file was replaced or deleted under the program, and rescued or not yet.
       */
      warning: z
        .enum(['file_damaged', 'file_replaced', 'file_not_rescued', 'backup_failed', 'backup_smaller'])
        .nullable(),
      /** The folder of the rescued copy. */
      rescuedIn: z.string().nullable(),
      /** Of a file that was refused: a copy that was rescued from it, and is newer than every backup. */
      rescued: z.object({ name: z.string(), madeAt: instant }).nullable(),
    }),
  ),
  'safety.trash': call(z.object({}), z.object({ entries: z.array(trashEntry) })),
  /** The record alone; what hangs on it never went. Refused with `conflict` when such a record was made anew since. */
  'safety.restore': call(z.object({ commandId, kind: trashKind, id }), z.object({ revision })),
  /**
   * Puts a backup in the place of a data file that could not be opened; that file stays beside it under another name.
   * Refused with `conflict` while a file is open, and as `safety.compareBackup` is. The page is loaded anew.
   */
  'safety.restoreBackup': call(
    z.object({ name: z.string().max(100), passphrase: passphrase.optional() }),
    z.object({ restored: z.boolean() }),
  ),
  /** Keeps them on this computer until they are forgotten, over a new start too. */
  'safety.keepWords': call(keptWords, z.object({})),
  'safety.forgetWords': call(z.object({ ids: z.array(id).max(1000) }), z.object({})),
  'safety.keptWords': call(z.object({}), z.object({ kept: z.array(keptWords) })),
  'safety.revealData': call(z.object({}), z.object({ shown: z.boolean() })),
  /**
   * The page answers the window that wants to close: all is saved and it may (`ready`), or it was heard and stays open
   * until the page asks again.
   */
  'safety.readyToClose': call(z.object({ ready: z.boolean() }), z.object({ closing: z.boolean() })),
} as const;

export type KeptWords = z.infer<typeof keptWords>;
export type TrashEntry = z.infer<typeof trashEntry>;
export type TrashKind = z.infer<typeof trashKind>;
