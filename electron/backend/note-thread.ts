import { Worker } from 'node:worker_threads';
import type { Stamp, StepDone } from '../../db/storage.ts';
import type { CommandDone } from '../../db/write-command.ts';
import type { StepWanted } from '../../db/write-step.ts';
import type { NoteWithoutWords } from '../../shared/contract/notes.ts';
import { AppError, type ErrorCode, type FieldProblems } from '../../shared/errors.ts';
import type { OpenedFile } from './file-identity.ts';
import type { NoteCommand } from './notes/note-command.ts';
import type { NoteSave } from './notes/save-note.ts';

/** What the thread is asked for. */
export type LongWork = { readonly save: NoteSave } | { readonly command: NoteCommand } | { readonly step: StepWanted };

export interface LongRequest {
  readonly work: LongWork;
  readonly stamp: Omit<Stamp, 'newId'>;
}

export interface LongDone extends CommandDone {
  /** What a save wrote. */
  readonly note: NoteWithoutWords | null;
  /** What a step went over. */
  readonly step: StepDone | null;
}

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields: FieldProblems | undefined;
}

export type LongAnswer = LongDone | { readonly refusal: Refusal };

/** Said once, before the first answer: from then on it may have written something. */
export const threadIsReady = 'ready';

/** It never ran: nothing was written. */
export class ThreadNotStarted extends Error {}

export interface NoteThread {
  /** One at a time. */
  readonly carryOut: (request: LongRequest) => Promise<LongDone>;
  readonly end: () => Promise<unknown>;
}

export interface NoteThreadParts {
  readonly workerFile: string;
  readonly file: OpenedFile;
  /** What takes longer is given up, and the thread with it. */
  readonly limitMs: (work: LongWork) => number;
  /** It is of no use any more, also when nothing was asked of it. */
  readonly ended: () => void;
}

export function startNoteThread({ workerFile, file, limitMs, ended }: NoteThreadParts): NoteThread {
  const worker = startWorker(workerFile, file);
  let isReady = false;
  let crash: unknown = null;
  let asked: PromiseWithResolvers<LongAnswer> | null = null;

  function fail(error: unknown): void {
    ended();
    asked?.reject(error);
  }

  worker.unref();
  worker.on('message', (message: LongAnswer | typeof threadIsReady) => {
    if (message === threadIsReady) isReady = true;
    else asked?.resolve(message);
  });
  // What it said before comes with the end of it.
  worker.on('error', (error) => {
    crash = error;
  });
  worker.on('exit', () => {
    fail(isReady ? (crash ?? new Error('the thread of long notes has ended')) : new ThreadNotStarted());
  });

  return {
    carryOut: async (request) => {
      const answer = Promise.withResolvers<LongAnswer>();
      asked = answer;
      const limit = setTimeout(() => {
        fail(new AppError('disk_error', 'a long note was not written in time'));
        // A disk that does not answer holds up the end of the thread as well.
        void worker.terminate();
      }, limitMs(request.work));
      try {
        worker.postMessage(request);
        return doneFrom(await answer.promise);
      } finally {
        clearTimeout(limit);
        asked = null;
      }
    },
    end: () => worker.terminate(),
  };
}

function startWorker(workerFile: string, file: OpenedFile): Worker {
  try {
    return new Worker(workerFile, { workerData: file });
  } catch {
    throw new ThreadNotStarted();
  }
}

function doneFrom(answer: LongAnswer): LongDone {
  if (!('refusal' in answer)) return answer;
  const { code, message, fields } = answer.refusal;
  throw new AppError(code, message, fields);
}
