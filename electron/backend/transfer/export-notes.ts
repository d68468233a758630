import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { notesToExport, readExported } from '../../../db/note-export.ts';
import { storageError } from '../../../db/storage-error.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { writeNoteFile } from '../../../shared/note-file.ts';
import type { Context } from '../context.ts';
import { writeAtomic } from '../write-atomic.ts';
import type { Job } from './job.ts';
import { notePlaces } from './note-places.ts';

interface Target {
  /** The chosen folder; a new one is made in it. */
  readonly parent: string;
  /** How the new folder is called. */
  readonly name: string;
  readonly clientId: Id | null;
}

const notesAtOnce = 50;

/** Writes a file for every note into a new folder, client by client. Null when it was cancelled and nothing is left. */
export async function exportNotes(
  { storage }: Pick<Context, 'storage'>,
  target: Target,
  job: Job,
): Promise<{ readonly folder: string; readonly notes: number } | null> {
  const ids = await notesToExport(storage.read, target.clientId);
  job.begin(ids.length);
  const folder = await newFolder(target.parent, target.name);
  try {
    const placeOf = notePlaces();
    for (let from = 0; from < ids.length; from += notesAtOnce) {
      const notes = await readExported(storage.read, ids.slice(from, from + notesAtOnce));
      for (const note of notes) {
        const file = path.join(folder, placeOf(note));
        await mkdir(path.dirname(file), { recursive: true });
        await writeAtomic(file, writeNoteFile(note), { isSynced: false });
      }
      if (await job.step(from + notes.length)) {
        await rm(folder, { recursive: true, force: true });
        return null;
      }
    }
    return { folder, notes: ids.length };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw storageError(error);
  }
}

/** One that was not there before: nothing in it can be overwritten. */
async function newFolder(parent: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const folder = path.join(parent, count === 1 ? name : `${name} (${count})`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw storageError(error);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
