import { z } from 'zod';
import { call } from './call.ts';
import { differenceKinds } from './backups.ts';

const count = z.number().int();

export const salvageReport = z.object({
  /** Records of the agency in the new file. */
  saved: count,
  /** Of these, put together or brought up to date from the history of changes. */
  rebuilt: count,
  kinds: z.array(
    z.object({
      kind: z.enum(differenceKinds),
      saved: count,
      /** Known to have been there. */
      lost: count,
      /** Saved, and may say something else than they did. */
      doubtful: z.object({ count, names: z.array(z.string()) }),
    }),
  ),
  /** Rows that could be read and belong nowhere. */
  unplaced: count,
  /** Clients of whom nothing but their records is left. */
  standIns: count,
  /** Entries of the history of changes. */
  lostHistory: count,
  /** Commands that can be undone no more. */
  fixedCommands: count,
  unreadablePages: count,
  /** So little can be read that more may be lost than is known. */
  isUncertain: z.boolean(),
});

/** Ways out of a file that cannot be opened, beside `safety.restoreBackup`. All are refused with `conflict` while one is open. */
export const salvage = {
  /** Reads what the file still holds into a new one, which waits. Refused with `nothing_to_salvage`. */
  'safety.salvage': call(z.object({}), z.object({ report: salvageReport })),
  /** How far that is, in percent; null while none is under way. */
  'safety.salvageProgress': call(z.object({}), z.object({ percent: count.nullable() })),
  /** Puts it in place of the broken file, which stays beside it under another name. The page is loaded anew. */
  'safety.openSalvaged': call(z.object({}), z.object({ opened: z.boolean() })),
  /** The same with what was rescued when the open file was taken away. */
  'safety.openRescued': call(z.object({}), z.object({ opened: z.boolean() })),
} as const;

export type SalvageReport = z.infer<typeof salvageReport>;
