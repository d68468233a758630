import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../../db/backup.ts';
import { dataDigestOf } from '../../db/digest.ts';
import { sha256OfFile } from '../../db/file-digest.ts';
import { isLogPending, sizeOf } from '../../db/header.ts';
import { writeOwnFile } from '../../db/own-file.ts';
import type { Storage } from '../../db/storage.ts';
import { syncToDisk } from '../../db/sync-to-disk.ts';
import { AppError } from '../../shared/errors.ts';
import { log } from './log.ts';

// No check of SQLite looks at content: a bit that fell over in a note is a letter like any other. So the program notes
// the bytes that it leaves behind. When others lie there at the next start under the same last command, the rows are
// compared with those of a backup of that command.

const closedFile = z.object({ path: z.string(), sha256: z.string(), seq: z.number(), commandId: z.string() });

/** The bytes that the program left behind when it closed the file, and the last command in it. */
export type ClosedFile = Readonly<z.infer<typeof closedFile>>;

/** Reading it takes a moment (about 2 ms a megabyte). Of larger ones only what cannot be read is met, not a letter that changed. */
const largest = 64 * 1024 * 1024;

type OpenedFile = Storage['file'];

export function lastOf(file: OpenedFile): Pick<ClosedFile, 'seq' | 'commandId'> {
  const last = file
    .prepare<[], { readonly seq: number; readonly commandId: string }>(
      'select seq, id as commandId from local_command order by seq desc limit 1',
    )
    .get();
  return last ?? { seq: 0, commandId: '' };
}

const noteIn = (userData: string): string => join(userData, 'closed.json');

/** After the file was closed. */
export function noteClosed(userData: string, path: string, last: Pick<ClosedFile, 'seq' | 'commandId'>): void {
  const size = sizeOf(path);
  if (size === 0 || size > largest || isLogPending(path)) return;
  const note: ClosedFile = { path, sha256: sha256OfFile(path), ...last };
  writeOwnFile(noteIn(userData), `${JSON.stringify(note)}\n`);
}

/** What was noted of the file, when other bytes lie there now. */
export function alteredSince(userData: string, path: string): ClosedFile | null {
  const closed = noted(userData);
  const size = sizeOf(path);
  if (closed?.path !== path || size === 0 || size > largest || isLogPending(path)) return null;
  return sha256OfFile(path) === closed.sha256 ? null : closed;
}

function noted(userData: string): ClosedFile | null {
  try {
    return closedFile.parse(JSON.parse(readFileSync(noteIn(userData), 'utf8')));
  } catch {
    return null;
  }
}

/** Before the file changes, and when another one is put in its place on purpose. Takes no room on a full disk. */
export function forgetClosed(userData: string): void {
  try {
    if (!existsSync(noteIn(userData))) return;
    rmSync(noteIn(userData));
    syncToDisk(userData);
  } catch {
    log.warn('closing', 'a note of before stays');
  }
}

/**
 * Refuses with `file_damaged` rows that no backup of the last command holds. Where there is none, or where another file
 * was put in place, there is nothing to compare with.
 */
export function refuseAltered(file: OpenedFile, closed: ClosedFile, backups: readonly Backup[]): void {
  const { seq, commandId } = lastOf(file);
  if (seq !== closed.seq || commandId !== closed.commandId) return;
  const known = backups.filter(
    (backup) => backup.revision === seq && backup.commandId === commandId && backup.dataSha256 !== '',
  );
  if (known.length === 0) return;
  const digest = dataDigestOf(file);
  if (known.every(({ dataSha256 }) => dataSha256 !== digest))
    throw new AppError('file_damaged', 'other rows than were left behind');
}
