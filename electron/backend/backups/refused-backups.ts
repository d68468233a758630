import { type Backup, listBackups } from '../../../db/backup.ts';
import { byAge } from '../../../db/retention.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackendParts } from '../backend.ts';
import { inThread } from './backup-thread.ts';
import type { FoundBackup } from './backup-work.ts';
import { secondFor } from './second-care.ts';

interface RefusedBackupsParts extends Pick<BackendParts, 'userData' | 'clock' | 'desktop'> {
  readonly folder: string;
}

/** The backups of a file that was refused, also where its own folder is gone: the second folder is told once it was seen. */
export interface RefusedBackups {
  readonly list: () => readonly Backup[];
  /** Refused with `not_found`. */
  readonly find: (name: string) => FoundBackup;
}

/** Of the example. */
export const noBackups: RefusedBackups = {
  list: () => [],
  find: () => {
    throw new AppError('not_found', 'this file has no backups');
  },
};

const unheard = { percent: () => undefined, copied: () => undefined };

export function backupsOfRefused({ folder, userData, clock, desktop }: RefusedBackupsParts): RefusedBackups {
  const first = () => listBackups(folder);
  const second = secondFor({
    folder,
    userData,
    clock,
    tell: () => Promise.resolve(desktop.changed({ revision: 0, areas: ['safety'] })),
    work: (name, input) => inThread(name, input, unheard),
    list: first,
  });
  void second.look();

  function elsewhere(): readonly Backup[] {
    const here = new Set(first().map(({ name }) => name));
    // What other computers keep there is other data.
    return second.backups().filter(({ name }) => !here.has(name) && !name.includes('/'));
  }

  return {
    list: () => [...first(), ...elsewhere()].toSorted(byAge),
    find: (name) => {
      const backup = first().find((each) => each.name === name);
      if (backup !== undefined) return { folder, backup };
      const found = elsewhere().some((each) => each.name === name) ? second.find(name) : null;
      if (found === null) throw new AppError('not_found', 'no such backup');
      return found;
    },
  };
}
