import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Stamp, Storage } from '../../db/storage.ts';
import type { CommandDone } from '../../db/write-command.ts';
import type { NoteWithoutWords } from '../../shared/contract/notes.ts';
import { AppError, type ErrorCode, type FieldProblems } from '../../shared/errors.ts';
import type { NoteSave } from './notes/save-note.ts';

/** What the thread is asked for. */
export interface LongSave {
  readonly save: NoteSave;
  readonly stamp: Omit<Stamp, 'newId'>;
}

interface Saved extends CommandDone {
  readonly note: NoteWithoutWords;
}

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields: FieldProblems | undefined;
}

export type LongSaved = Saved | { readonly refusal: Refusal };

export interface LongNotes {
  /** The same save on a thread of its own: its transaction and the disk would hold up everything else. */
  readonly save: (save: NoteSave) => Promise<NoteWithoutWords>;
  /** After what is being saved. */
  readonly stop: () => Promise<void>;
}

// Beside this file in the sources, and beside the bundle.
const workerFile = path.join(import.meta.dirname, `note-worker${path.extname(import.meta.filename)}`);

/** The thread, and what it holds in memory, goes when no long note was saved for so long. */
const restMs = 60_000;
/** A long note is found so long after its last key. */
const quietMs = 3000;

/** `whenQuiet` comes after the last of several saves: what they left to be indexed can be taken up. */
export function openLongNotes(
  storage: Pick<Storage, 'file' | 'writeBeside' | 'exclusively'>,
  whenQuiet: () => void,
): LongNotes {
  let worker: Worker | null = null;
  let isStopped = false;
  const timers: NodeJS.Timeout[] = [];

  function clearTimers(): void {
    for (const timer of timers.splice(0)) clearTimeout(timer);
  }

  function started(): Worker {
    if (isStopped) throw new AppError('starting', 'the file is being closed');
    const fresh = worker ?? new Worker(workerFile, { workerData: storage.file.name });
    fresh.unref();
    worker = fresh;
    return fresh;
  }

  async function ask(request: LongSave): Promise<Saved> {
    clearTimers();
    const thread = started();
    const waiting = new AbortController();
    try {
      const ended = once(thread, 'exit', { signal: waiting.signal }).then(() => {
        throw new Error('the thread of long notes has ended');
      });
      thread.postMessage(request);
      const [answer]: LongSaved[] = await Promise.race([once(thread, 'message', { signal: waiting.signal }), ended]);
      if (answer === undefined) throw new Error('no answer');
      if (!('refusal' in answer)) return answer;
      const { code, message, fields } = answer.refusal;
      throw new AppError(code, message, fields);
    } catch (error) {
      if (!(error instanceof AppError)) worker = null;
      throw error;
    } finally {
      waiting.abort();
      timers.push(
        setTimeout(whenQuiet, quietMs),
        setTimeout(() => void storage.exclusively(end), restMs),
      );
      for (const timer of timers) timer.unref();
    }
  }

  async function end(): Promise<void> {
    clearTimers();
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  return {
    save: async (save) => (await storage.writeBeside((stamp) => ask({ save, stamp }))).note,
    stop: () =>
      storage.exclusively(() => {
        isStopped = true;
        return end();
      }),
  };
}
