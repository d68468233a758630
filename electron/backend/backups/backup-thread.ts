import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import { faultOf, log } from '../log.ts';
import type { BackupWork, BackupWorks } from './backup-work.ts';

export interface BackupAsked {
  readonly work: BackupWork;
  readonly input: unknown;
}

export type BackupSaid<Done> =
  | { readonly percent: number }
  | { readonly copied: true }
  | { readonly done: Done }
  | { readonly code: ErrorCode; readonly message: string };

export interface Heard {
  readonly percent: (percent: number) => void;
  readonly copied: () => void;
}

export type InputOf<Work extends BackupWork> = Parameters<BackupWorks[Work]>[0];
export type DoneOf<Work extends BackupWork> = ReturnType<BackupWorks[Work]>;

// Beside this file in the sources, and beside the bundle.
const workerFile = path.join(import.meta.dirname, `backup-worker${path.extname(import.meta.filename)}`);

export type DoWork = <Work extends BackupWork>(work: Work, input: InputOf<Work>) => Promise<DoneOf<Work>>;

/** Does one piece of work on a thread of its own. */
export function inThread<Work extends BackupWork>(
  work: Work,
  input: InputOf<Work>,
  heard: Heard,
): Promise<DoneOf<Work>> {
  const { promise, resolve, reject } = Promise.withResolvers<DoneOf<Work>>();
  const asked: BackupAsked = { work, input };
  const worker = new Worker(workerFile, { workerData: asked });
  // A disk that does not answer may not hold up the end of the program.
  worker.unref();
  worker.on('message', (said: BackupSaid<DoneOf<Work>>) => {
    if ('percent' in said) heard.percent(said.percent);
    else if ('copied' in said) heard.copied();
    else if ('done' in said) resolve(said.done);
    else reject(new AppError(said.code, said.message));
  });
  worker.on('error', (error) => log.warn('backup', work, faultOf(error)));
  // After an answer this changes nothing.
  worker.on('exit', () => reject(new AppError('backup_failed', 'the thread ended without an answer')));
  return promise;
}
