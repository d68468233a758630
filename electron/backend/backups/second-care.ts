import { join } from 'node:path';
import type { Backup } from '../../../db/backup.ts';
import { beginSecond, ownFolderName, type SecondFolder, type SecondState } from '../../../db/second-folder.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../context.ts';
import { changeDevice, deviceIfKnown, readDevice } from '../device.ts';
import { log } from '../log.ts';
import type { DoWork } from './backup-thread.ts';
import type { FoundBackup } from './backup-work.ts';

type Told = NonNullable<CallOutput<'settings.load'>['settings']['secondFolder']>;

interface SecondCareParts {
  readonly folder: string;
  readonly userData: string;
  readonly clock: Clock;
  readonly tell: () => Promise<void>;
  readonly work: DoWork;
  readonly list: () => readonly Backup[];
}

/** The folder on another disk, or in a synced place, where every backup is copied to. It is only touched on the thread. */
export interface SecondCare {
  readonly chosen: () => SecondFolder | null;
  /** As it was seen last; null without a folder. */
  readonly told: () => Told | null;
  readonly backups: () => readonly Backup[];
  /** How many are still to be copied. */
  readonly missing: () => number;
  readonly find: (name: string) => FoundBackup | null;
  readonly choose: (folder: string) => Promise<void>;
  readonly leave: () => Promise<void>;
  /** Copies what is missing there; what does not work now is made up for the next time. */
  readonly fill: () => Promise<void>;
  /** Sees whether it is at hand. */
  readonly look: () => Promise<void>;
}

export function secondFor(parts: SecondCareParts): SecondCare {
  const { folder, userData, clock, tell, work, list } = parts;
  let seen: SecondState | null = null;
  let hasFailed = false;

  function chosen(): SecondFolder | null {
    const device = deviceIfKnown(userData);
    return device?.secondFolder ? { folder: device.secondFolder, own: ownFolderName(device.deviceId) } : null;
  }

  const ownBackups = () => seen?.backups.filter(({ name }) => !name.includes('/')) ?? [];

  function lastAt(): Instant | null {
    return ownBackups()[0]?.madeAt ?? null;
  }

  function told(): Told | null {
    if (chosen() === null) return null;
    // Not looked at yet: nothing is said against it.
    if (seen === null) return { state: hasFailed ? 'failed' : 'whole', lastAt: null };
    if (!seen.isThere) return { state: 'away', lastAt: lastAt() };
    if (hasFailed) return { state: 'failed', lastAt: lastAt() };
    return { state: seen.missing > 0 ? 'behind' : 'whole', lastAt: lastAt() };
  }

  async function see(how: 'fill' | 'look'): Promise<void> {
    const second = chosen();
    if (second === null) return;
    const before = JSON.stringify([told(), seen]);
    try {
      const found = await work(how, { folder, second, now: clock.now() });
      // Of a folder that went away, what lay in it is still worth knowing.
      seen = found.isThere ? found : { ...found, backups: seen?.backups ?? [] };
      if (how === 'fill' || !found.isThere) hasFailed = false;
    } catch (error) {
      hasFailed = true;
      log.warn('second folder', error instanceof AppError ? error.code : 'failed');
    }
    if (JSON.stringify([told(), seen]) !== before) await tell();
  }

  function find(name: string): FoundBackup | null {
    const second = chosen();
    const backup = seen?.backups.find((each) => each.name === name);
    if (second === null || backup === undefined) return null;
    const [computer, file] = name.includes('/') ? name.split('/') : [second.own, name];
    return { folder: join(second.folder, computer ?? ''), backup: { ...backup, name: file ?? '' } };
  }

  return {
    chosen,
    told,
    backups: () => seen?.backups ?? [],
    missing: () => seen?.missing ?? 0,
    find,
    choose: async (place) => {
      const { deviceId } = readDevice(userData);
      beginSecond({ folder: place, own: ownFolderName(deviceId) });
      changeDevice(userData, { secondFolder: place });
      [seen, hasFailed] = [null, false];
      // Those of an earlier time are seen at once, the others as they are copied.
      await see('look');
      if (list().length > 0) void see('fill');
    },
    leave: async () => {
      changeDevice(userData, { secondFolder: null });
      [seen, hasFailed] = [null, false];
      await tell();
    },
    fill: () => see('fill'),
    look: () => see('look'),
  };
}
