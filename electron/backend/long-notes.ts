import path from 'node:path';
import type { Storage, StepDone } from '../../db/storage.ts';
import { type StepWanted, withTarget } from '../../db/write-step.ts';
import type { NoteWithoutWords } from '../../shared/contract/notes.ts';
import { AppError } from '../../shared/errors.ts';
import { identityOf, refuseReplaced } from './file-identity.ts';
import { log } from './log.ts';
import {
  type LongDone,
  type LongRequest,
  type LongWork,
  type NoteThread,
  startNoteThread,
  ThreadNotStarted,
} from './note-thread.ts';
import { changeHere, type NoteCommand } from './notes/note-command.ts';
import { type NoteSave, saveHere } from './notes/save-note.ts';
import { stepHere } from './notes/take-step.ts';

export interface LongNotes {
  /** The same save on a thread of its own: its transaction and the disk would hold up everything else. */
  readonly save: (save: NoteSave) => Promise<NoteWithoutWords>;
  readonly carryOut: (command: NoteCommand) => Promise<void>;
  readonly step: (wanted: StepWanted) => Promise<StepDone>;
  /** After what is being written. */
  readonly stop: () => Promise<void>;
}

const usual = {
  // Beside this file in the sources, and beside the bundle.
  workerFile: path.join(import.meta.dirname, `note-worker${path.extname(import.meta.filename)}`),
  /** The thread, and what it holds in memory, goes when no long note was saved for so long. */
  restMs: 60_000,
  /** A long note is found so long after its last key. */
  quietMs: 3000,
  /** Everything else that is saved waits for so long at most. */
  limitMs: 60_000,
  /** A step may go over all that was brought in at once. */
  stepLimitMs: 3_600_000,
};

/** `whenQuiet` comes after the last of several saves: what they left to be indexed can be taken up. */
export function openLongNotes(
  storage: Pick<Storage, 'read' | 'file' | 'write' | 'undo' | 'redo' | 'writeBeside' | 'exclusively'>,
  whenQuiet: () => void,
  options: Partial<typeof usual> = {},
): LongNotes {
  const { workerFile, restMs, quietMs, limitMs, stepLimitMs } = { ...usual, ...options };
  const file = { path: storage.file.name, identity: identityOf(storage.file.name) };
  let thread: NoteThread | null = null;
  let isStopped = false;
  /** Of the save that was asked for last. */
  let turn = 0;
  const timers: NodeJS.Timeout[] = [];

  function clearTimers(): void {
    for (const timer of timers.splice(0)) clearTimeout(timer);
  }

  function started(): NoteThread {
    if (isStopped) throw new AppError('starting', 'the file is being closed');
    refuseReplaced(file);
    if (thread !== null) return thread;
    const fresh = startNoteThread({
      workerFile,
      file,
      limitMs: (work) => ('step' in work ? stepLimitMs : limitMs),
      ended: () => {
        if (thread === fresh) thread = null;
      },
    });
    thread = fresh;
    return fresh;
  }

  async function ask(request: LongRequest): Promise<LongDone> {
    clearTimers();
    turn += 1;
    const own = turn;
    try {
      return await started().carryOut(request);
    } finally {
      timers.push(
        setTimeout(whenQuiet, quietMs),
        // A save that was queued before this end still needs the thread.
        setTimeout(() => void storage.exclusively(async () => own === turn && endThread()), restMs),
      );
      for (const timer of timers) timer.unref();
    }
  }

  async function endThread(): Promise<void> {
    const ending = thread;
    thread = null;
    await ending?.end();
  }

  async function onThread<Value>(
    work: LongWork,
    valueOf: (done: LongDone) => Value,
    here: () => Promise<Value>,
    beforeOthers: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Value> {
    try {
      return valueOf(
        await storage.writeBeside((stamp) =>
          ask({ work, stamp }).catch(async (error: unknown) => {
            if (error instanceof ThreadNotStarted) await beforeOthers();
            throw error;
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof ThreadNotStarted)) throw error;
      log.warn('the thread of long notes did not start');
      return here();
    }
  }

  return {
    save: (save) =>
      onThread(
        { save },
        ({ note }) => expectTold(note),
        () => saveHere(storage, save),
      ),
    carryOut: (command) =>
      onThread(
        { command },
        () => undefined,
        () => changeHere(storage, command),
      ),
    step: (step) => {
      let own = step;
      return onThread(
        { step },
        (done) => expectTold(done.step),
        () => stepHere(storage, own),
        // What was queued meanwhile is not what was meant.
        async () => {
          own = await withTarget(storage.read, step);
        },
      );
    },
    stop: () =>
      storage.exclusively(() => {
        isStopped = true;
        clearTimers();
        return endThread();
      }),
  };
}

function expectTold<Value>(value: Value | null): Value {
  if (value === null) throw new Error('the thread of long notes answered something else');
  return value;
}
