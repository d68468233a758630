import { parentPort, workerData } from 'node:worker_threads';
import { v7 } from 'uuid';
import { openBesideWriter } from '../../db/beside.ts';
import { readNoteFacts } from '../../db/notes.ts';
import { AppError } from '../../shared/errors.ts';
import type { LongSave, LongSaved } from './long-notes.ts';
import { commandOf, saveNote } from './notes/save-note.ts';

// Saves long notes on a thread of its own, one after another, until it is ended.

const { read, write } = openBesideWriter(String(workerData));

async function saved({ save, stamp }: LongSave): Promise<LongSaved> {
  try {
    let noteId = '';
    const done = await write(commandOf(save), { ...stamp, newId: v7 }, async (writer, own) => {
      noteId = await saveNote(writer, own, save);
    });
    return { ...done, note: await readNoteFacts(read, noteId, { vanished: true }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, fields } = error;
    return { refusal: { code, message, fields } };
  }
}

parentPort?.on('message', (request: LongSave) => void saved(request).then((answer) => parentPort?.postMessage(answer)));
