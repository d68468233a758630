import { z } from 'zod';
import { call, instant } from './call.ts';

/** Kinds of records as the differences tell them, in the order in which they matter to a partner. */
export const differenceKinds = [
  'client',
  'note',
  'task',
  'contact',
  'stage_change',
  'work',
  'signal',
  'dossier',
  'handoff',
  'settings',
  'other',
] as const;

const part = z.object({
  count: z.number().int(),
  /** Of the first ones, where they have any. */
  names: z.array(z.string()),
});

export const difference = z.object({
  kind: z.enum(differenceKinds),
  /** Made since then: not in the backup. */
  onlyNow: part,
  /** In the backup alone: deleted since then. */
  onlyThen: part,
  changed: part,
});

export const backupEntry = z.object({
  name: z.string(),
  madeAt: instant,
  bytes: z.number().int(),
  clients: z.number().int(),
  /** Not known of old ones. */
  notes: z.number().int().nullable(),
  /** Much smaller than the one before it. */
  isSmaller: z.boolean(),
  isSealed: z.boolean(),
  /** When it was last seen to hold what it held when it was made; null when it was not looked at since. */
  checkedAt: instant.nullable(),
  isDamaged: z.boolean(),
  /** In the folder beside the data, in the second one too, or there alone. */
  place: z.enum(['first', 'both', 'second']),
  /** The folder in the second one of the computer that made it; null for this one. */
  computer: z.string().nullable(),
  /** It is the way back from another one that was put in place of the data then. */
  beforeRestoreAt: instant.nullable(),
});

/** `behind`: some are still to be copied; `away`: the folder is not at hand; `failed`: it takes none. */
export const secondState = z.enum(['whole', 'behind', 'away', 'failed']);

const name = z.string().max(200);
/** What the partner types; as it is, blanks and all. */
export const passphrase = z.string().min(1).max(1000);
/** To seal by. */
export const shortestPassphrase = 10;

export const backups = {
  'safety.backups': call(
    z.object({}),
    z.object({
      folder: z.string(),
      backups: z.array(backupEntry),
      /** When the oldest change was made that no backup holds. */
      unsavedSince: instant.nullable(),
      second: z
        .object({
          folder: z.string(),
          state: secondState,
          missing: z.number().int(),
          /** Of the newest backup in it. */
          lastAt: instant.nullable(),
          /** A program carries it elsewhere. */
          isSynced: z.boolean(),
        })
        .nullable(),
      /** New ones are sealed. */
      isSealing: z.boolean(),
      /** What took the place of the data last, and the backup that leads back, while it is there. */
      restored: z.object({ at: instant, madeAt: instant, wayBack: z.string().nullable() }).nullable(),
      /** What is under way, and how far, in percent. */
      working: z
        .object({ act: z.enum(['make', 'check', 'compare', 'unpack', 'seal', 'fill']), percent: z.number().int() })
        .nullable(),
    }),
  ),
  /** Looks again whether it holds what it held. */
  'safety.checkBackup': call(z.object({ name }), z.object({ isDamaged: z.boolean(), checkedAt: instant })),
  /**
   * What would be otherwise if the backup took the place of the data. Refused with `passphrase_needed`,
   * `passphrase_wrong` or `backup_damaged`.
   */
  'safety.compareBackup': call(
    z.object({ name, passphrase: passphrase.optional() }),
    z.object({ differences: z.array(difference) }),
  ),
  /** A backup of now is made first, and leads back. Refused as `safety.compareBackup` is; the page is loaded anew. */
  'safety.restoreOver': call(
    z.object({ name, passphrase: passphrase.optional() }),
    z.object({ restored: z.boolean() }),
  ),
  /** Those made from now on are sealed; those that are there open as before. */
  'safety.sealBackups': call(z.object({ passphrase: passphrase.min(shortestPassphrase) }), z.object({})),
  /** Those made from now on are open; those that are sealed stay so. */
  'safety.endSealing': call(z.object({}), z.object({})),
  /** Seals those that lie open, in both folders. */
  'safety.sealEarlier': call(z.object({}), z.object({ sealed: z.number().int() })),
  /** Asks for a folder, synced or not; null when the dialog was closed. Refused with `folder_beside_data`. */
  'safety.chooseSecondFolder': call(z.object({}), z.object({ folder: z.string().nullable() })),
  /** What lies there stays there. */
  'safety.leaveSecondFolder': call(z.object({}), z.object({})),
  /** Copies what is missing there. */
  'safety.fillSecondFolder': call(z.object({}), z.object({ state: secondState })),
  'safety.revealBackup': call(z.object({ name }), z.object({ shown: z.boolean() })),
} as const;

export type BackupEntry = z.infer<typeof backupEntry>;
export type Difference = z.infer<typeof difference>;
export type DifferenceKind = Difference['kind'];
