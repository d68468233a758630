import { parentPort, workerData } from 'node:worker_threads';
import { v7 } from 'uuid';
import { type BesideWriter, openBesideWriter } from '../../db/beside.ts';
import type { ChangedRow, Stamp } from '../../db/storage.ts';
import type { NoteWithoutWords } from '../../shared/contract/notes.ts';
import { AppError } from '../../shared/errors.ts';
import { type OpenedFile, refuseReplaced } from './file-identity.ts';
import { type LongAnswer, type LongDone, type LongRequest, type LongWork, threadIsReady } from './note-thread.ts';
import { changeNote } from './notes/note-command.ts';
import { commandOf, saveAndTell } from './notes/save-note.ts';

// Writes long notes on a thread of its own, one after another, until it is ended.

const file: OpenedFile = workerData;
let writer: BesideWriter | null = null;

async function answerTo({ work, stamp }: LongRequest): Promise<LongAnswer> {
  try {
    writer ??= openBesideWriter(file.path, () => refuseReplaced(file));
    return await done(writer, work, { ...stamp, newId: v7 });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, fields } = error;
    return { refusal: { code, message, fields } };
  }
}

async function done({ write, step }: BesideWriter, work: LongWork, stamp: Stamp): Promise<LongDone> {
  if ('step' in work) {
    const taken = await step(work.step, stamp);
    return { ...taken, rows: kindsOf(taken.rows), note: null };
  }
  if ('command' in work) {
    const { name, request } = work.command;
    const written = await write({ id: request.commandId, name }, stamp, (transaction, own) =>
      changeNote(transaction, own, work.command),
    );
    return { ...written, note: null, step: null };
  }
  const told: NoteWithoutWords[] = [];
  const written = await write(commandOf(work.save), stamp, async (transaction, own) => {
    told.push(await saveAndTell(transaction, own, work.save));
  });
  return { ...written, note: told[0] ?? null, step: null };
}

/** One row of each kind tells as much as tens of thousands, which would take the program its time to read. */
function kindsOf(rows: readonly ChangedRow[]): readonly ChangedRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify({ ...row, id: '' }), row])).values()];
}

parentPort?.on(
  'message',
  (request: LongRequest) => void answerTo(request).then((answer) => parentPort?.postMessage(answer)),
);
parentPort?.postMessage(threadIsReady);
