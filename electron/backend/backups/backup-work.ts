import { rmSync } from 'node:fs';
import { databaseFiles } from '../../../db/database-files.ts';
import { type Backup, listBackups, makeBackupFrom } from '../../../db/backup.ts';
import { differencesBetween } from '../../../db/backup-difference.ts';
import type { SealKey } from '../../../db/backup-seal.ts';
import { lookThroughFile } from '../../../db/quick-check.ts';
import { rewriteCopies, type Rewriting, type Rewritten } from '../../../db/rewrite-copies.ts';
import { salvageFile, type SalvageParts } from '../../../db/salvage/salvage.ts';
import { sealBackup } from '../../../db/seal-backup.ts';
import { fillSecond, lookAtSecond, type SecondFolder, type SecondState } from '../../../db/second-folder.ts';
import { openSnapshot } from '../../../db/snapshot.ts';
import { checkBackup, unpackBackup } from '../../../db/unpack-backup.ts';
import type { Progress } from '../../../db/verified-copy.ts';
import type { Difference } from '../../../shared/contract/backups.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import type { SalvageReport } from '../../../shared/contract/salvage.ts';

/** What the work says while it is under way. */
export interface Hear {
  readonly percent: Progress;
  /** The file may be written to again. */
  readonly copied: () => void;
}

export interface FoundBackup {
  readonly folder: string;
  readonly backup: Backup;
}

/** Everything about backups that takes long: it runs on a thread of its own. */
export const backupWorks = {
  make: (asked: { path: string; folder: string; now: Instant; seal: SealKey | null }, hear: Hear): Backup => {
    const snapshot = openSnapshot(asked.path, hear.copied);
    try {
      return makeBackupFrom(snapshot, asked.folder, asked.now, { seal: asked.seal, progress: hear.percent });
    } finally {
      snapshot.close();
    }
  },
  check: ({ folder, backup, now }: FoundBackup & { now: Instant }, { percent }: Hear): Backup =>
    checkBackup(folder, backup, now, percent),
  unpack: (asked: FoundBackup & { target: string; passphrase: string | null }): string => {
    unpackBackup(asked.folder, asked.backup, asked.target, asked.passphrase);
    return asked.target;
  },
  /** `aside` is where it is opened for as long as that takes. */
  compare: (
    asked: FoundBackup & { path: string; aside: string; passphrase: string | null },
    { percent }: Hear,
  ): readonly Difference[] => {
    try {
      unpackBackup(asked.folder, asked.backup, asked.aside, asked.passphrase);
      percent(70);
      return differencesBetween(asked.path, asked.aside);
    } finally {
      for (const file of databaseFiles(asked.aside)) rmSync(file, { force: true });
    }
  },
  /** The sealed ones take the places of the open ones. */
  seal: ({ folders, key }: { folders: readonly string[]; key: SealKey }, { percent }: Hear): number => {
    const open = folders.flatMap((folder) =>
      listBackups(folder).flatMap((backup) => (backup.isSealed || backup.isDamaged ? [] : [{ folder, backup }])),
    );
    for (const [index, { folder, backup }] of open.entries()) {
      sealBackup(folder, backup, key);
      percent((100 * (index + 1)) / open.length);
    }
    return new Set(open.map(({ backup }) => backup.name)).size;
  },
  /** What a broken file still holds. */
  salvage: (asked: Omit<SalvageParts, 'progress'>, { percent: progress }: Hear): SalvageReport =>
    salvageFile({ ...asked, progress }),
  /** Copies lose what was erased from the open file. */
  rewrite: (asked: Rewriting): Rewritten => rewriteCopies(asked),
  /** Of a file that is open elsewhere. */
  readAll: ({ path }: { path: string }) => lookThroughFile(path),
  fill: (
    { folder, second, now }: { folder: string; second: SecondFolder; now: Instant },
    { percent }: Hear,
  ): SecondState => fillSecond(folder, second, now, percent),
  look: ({ folder, second, now }: { folder: string; second: SecondFolder; now: Instant }): SecondState =>
    lookAtSecond(second, listBackups(folder), now),
} as const;

export type BackupWorks = typeof backupWorks;
export type BackupWork = keyof BackupWorks;
