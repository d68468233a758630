import { parentPort, workerData } from 'node:worker_threads';
import { v7 } from 'uuid';
import { type BesideWriter, openBesideWriter } from '../../db/beside.ts';
import type { NoteWithoutWords } from '../../shared/contract/notes.ts';
import { AppError } from '../../shared/errors.ts';
import { type OpenedFile, refuseReplaced } from './file-identity.ts';
import { type LongSave, type LongSaved, threadIsReady } from './note-thread.ts';
import { commandOf, saveAndTell } from './notes/save-note.ts';

// Saves long notes on a thread of its own, one after another, until it is ended.

const file: OpenedFile = workerData;
let writer: BesideWriter | null = null;

async function saved({ save, stamp }: LongSave): Promise<LongSaved> {
  try {
    writer ??= openBesideWriter(file.path, () => refuseReplaced(file));
    const told: NoteWithoutWords[] = [];
    const done = await writer.write(commandOf(save), { ...stamp, newId: v7 }, async (transaction, own) => {
      told.push(await saveAndTell(transaction, own, save));
    });
    const [note] = told;
    if (note === undefined) throw new Error('a session is not repeated');
    return { ...done, note };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, fields } = error;
    return { refusal: { code, message, fields } };
  }
}

parentPort?.on('message', (request: LongSave) => void saved(request).then((answer) => parentPort?.postMessage(answer)));
parentPort?.postMessage(threadIsReady);
