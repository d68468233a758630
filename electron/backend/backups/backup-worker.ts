import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import { storageError } from '../../../db/storage-error.ts';
import type { BackupAsked, BackupSaid } from './backup-thread.ts';
import { backupWorks } from './backup-work.ts';

// One piece of work about backups, on a thread of its own: it says how far it is, answers and ends.

const asked: BackupAsked = workerData;
const say = (said: BackupSaid<unknown>) => parentPort?.postMessage(said);
let told = -1;
const hear = {
  percent: (percent: number) => {
    if (Math.round(percent) === told) return;
    told = Math.round(percent);
    say({ percent: told });
  },
  copied: () => say({ copied: true }),
};
try {
  const done: unknown = Reflect.apply(backupWorks[asked.work], undefined, [asked.input, hear]);
  say({ done });
} catch (error) {
  const refusal = storageError(error);
  if (!(refusal instanceof AppError)) throw error;
  say({ code: refusal.code, message: refusal.message });
}
