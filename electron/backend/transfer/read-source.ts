import { hash } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as breath } from 'node:timers/promises';
import papaparse from 'papaparse';
import { v7 } from 'uuid';
import { type Id, type Instant, longestNote } from '../../../shared/contract/call.ts';
import type { NoteKind } from '../../../shared/contract/notes.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { ClientFolder, CsvColumns, Skipped, SkipReason } from '../../../shared/contract/transfer.ts';
import { foldWord } from '../../../shared/search-words.ts';
import { AppError } from '../../../shared/errors.ts';
import { clientOfPath, folderLevels, guessClientFolder } from '../../../shared/transfer/client-folder.ts';
import { kindOfUnknown, noteOfFile, type ToldNote } from '../../../shared/transfer/file-note.ts';
import { guessColumns, noteOfRow } from '../../../shared/transfer/csv-note.ts';
import type { Job } from './job.ts';
import { momentOf } from './moment.ts';
import { listFiles, readFiles, readWhole } from './source-files.ts';

export interface FoundNote {
  readonly name: string;
  /** Of a table. */
  readonly row: number | null;
  readonly id: Id;
  /** As the source calls it; empty when it names none. */
  readonly client: string;
  readonly kind: NoteKind;
  readonly happenedAt: Instant;
  readonly datedBy: 'text' | 'name' | 'file';
  readonly initiatedBy: 'agency' | 'client' | null;
  readonly people: readonly string[];
  readonly ours: readonly string[];
  readonly isDraft: boolean;
  readonly body: string;
}

export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  readonly skipped: readonly Skipped[];
}

/** What was chosen: the way to it stays in here. */
export interface Source {
  readonly id: Id;
  readonly name: string;
  readonly table: { readonly header: readonly string[]; readonly columns: CsvColumns } | null;
  /** Null where each note names its client itself. */
  readonly folders: { readonly levels: readonly (readonly string[])[]; readonly clientFolder: ClientFolder } | null;
  /** `columns` counts for a table alone, `clientFolder` for a folder. */
  readonly notes: (by: Pick<CallRequest<'transfer.preview'>, 'columns' | 'clientFolder'>) => Promise<FoundNotes>;
}

interface Reading {
  readonly id: Id;
  readonly path: string;
  readonly job: Job;
  readonly now: Instant;
}

/** Null when it was cancelled. */
export async function readFolder({ id, path: folder, job, now }: Reading): Promise<Source | null> {
  const paths = await listFiles(folder);
  job.begin(paths.length);
  const files: Told[] = [];
  const unread: Skipped[] = [];
  let done = 0;
  for (const file of readFiles(folder, paths)) {
    done += 1;
    if (await job.step(done)) return null;
    const [name, row] = [file.path, null];
    if ('reason' in file) unread.push({ name, row, reason: file.reason });
    else files.push({ name, row, told: noteOfFile(name, file.text), now, file: file.modifiedAt });
  }
  const silent = files.filter(({ told }) => told.client === null).map(({ name }) => name);
  const guessed = guessClientFolder(silent);
  const kept = keptBy<ClientFolder>(guessed, (chosen) => notesOfFiles(files, unread, chosen));
  return {
    id,
    name: path.basename(folder),
    table: null,
    folders: silent.length === 0 ? null : { levels: folderLevels(silent), clientFolder: guessed },
    notes: ({ clientFolder }) => kept(clientFolder),
  };
}

/** So many are looked at before others get their turn. */
const notesAtOnce = 500;

async function notesOfFiles(
  files: readonly Told[],
  unread: readonly Skipped[],
  folder: ClientFolder,
): Promise<FoundNotes> {
  const notes: FoundNote[] = [];
  const skipped = [...unread];
  for (const [index, file] of files.entries()) {
    if (index % notesAtOnce === 0) await breath();
    const { name, row, told } = file;
    const found = foundNote({ ...file, told: { ...told, client: told.client ?? clientOfPath(name, folder) } });
    if (typeof found === 'string') skipped.push({ name, row, reason: found });
    else notes.push(found);
  }
  return { notes, skipped };
}

const largestTable = 100_000_000;

/** Null when it was cancelled. */
export async function readTable({ id, path: file, job, now }: Reading): Promise<Source | null> {
  const text = await readWhole(file, largestTable, () => job.step(0));
  if (text === null) throw new AppError('source_unreadable', 'no text or too long');
  const name = path.basename(file);
  const data = await readRows(text.replace(/^\u{FEFF}/u, ''), job);
  if (data === null) return null;
  const [header = [], ...rows] = data;
  if (rows.length === 0) throw new AppError('source_unreadable', 'no rows under the names of the columns');
  const columns = guessColumns(header);
  const kept = keptBy(columns, (chosen) => notesOfRows({ name, header, rows, columns: chosen, now, job }));
  return {
    id,
    name,
    table: { header, columns },
    folders: null,
    notes: (by) => kept(by.columns),
  };
}

/** The rows of a table, part by part: others get their turn meanwhile. Null when it was cancelled. */
async function readRows(text: string, job: Job): Promise<readonly (readonly string[])[] | null> {
  const rows: (readonly string[])[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let isCancelled = false;
  async function* parts() {
    for (let from = 0; from < text.length && !isCancelled; from += tablePart) {
      isCancelled = await job.step(0);
      yield text.slice(from, from + tablePart);
    }
  }
  papaparse.parse<readonly string[]>(Readable.from(parts()), {
    skipEmptyLines: 'greedy',
    chunk: ({ data }) => {
      for (const row of data) rows.push(row);
    },
    complete: () => resolve(),
    error: reject,
  });
  await promise;
  return isCancelled ? null : rows;
}

/** Characters of a table that are taken apart in one go. */
const tablePart = 200_000;

/** The import reads what the preview has read, as long as the choice is the same. */
function keptBy<Choice>(guessed: Choice, read: (choice: Choice) => Promise<FoundNotes>) {
  let kept: { readonly key: string; readonly found: Promise<FoundNotes> } | null = null;
  return (choice = guessed): Promise<FoundNotes> => {
    const key = JSON.stringify(choice);
    if (kept?.key !== key) kept = { key, found: read(choice) };
    return kept.found;
  };
}

interface Rows {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: CsvColumns;
  readonly now: Instant;
  readonly job: Job;
}

async function notesOfRows({ name, header, rows, columns, now, job }: Rows): Promise<FoundNotes> {
  job.begin(rows.length);
  const notes: FoundNote[] = [];
  const skipped: Skipped[] = [];
  for (const [index, cells] of rows.entries()) {
    // As a spreadsheet counts, the names of the columns being the first.
    const row = index + 2;
    await job.step(index);
    const found = foundNote({ name, row, told: noteOfRow(header, cells, columns), now, file: null });
    if (typeof found === 'string') skipped.push({ name, row, reason: found });
    else notes.push(found);
  }
  return { notes, skipped };
}

interface Told {
  readonly name: string;
  readonly row: number | null;
  readonly told: ToldNote;
  readonly now: Instant;
  /** When the file was changed last; a row of a table has no such time. */
  readonly file: Date | null;
}

/** A name is no longer than a client or a contact may be called. */
const longestName = 200;

function foundNote({ name, row, told, now, file }: Told): FoundNote | SkipReason {
  if (told.body.trim() === '') return 'empty';
  if (told.body.length > longestNote) return 'too_big';
  const dated = dateOf(told, now, file);
  if (dated === null) return 'no_date';
  const client = oneLine(told.client ?? '');
  return {
    name,
    row,
    ...dated,
    id: told.id ?? idByContent({ ...dated, client, body: told.body }),
    client,
    kind: told.kind ?? kindOfUnknown,
    initiatedBy: told.initiatedBy,
    people: told.people.map(oneLine).filter((person) => person !== ''),
    ours: told.ours.map(oneLine),
    isDraft: told.isDraft,
    body: told.body,
  };
}

/**
 * What the source gives no id gets one by what it says: brought in again, it is the same note. It begins with its time,
 * as the ids of this program do. That of a file is left out, since it changes when the file is copied.
 */
function idByContent({
  client,
  happenedAt,
  datedBy,
  body,
}: Pick<FoundNote, 'client' | 'happenedAt' | 'datedBy' | 'body'>): Id {
  const when = datedBy === 'file' ? '' : happenedAt;
  const digest = hash('sha256', JSON.stringify([foldWord(client), when, body]), 'buffer');
  const msecs = when === '' ? 0 : Math.max(0, Date.parse(when));
  return v7({ random: digest, msecs, seq: digest.readUInt32BE(16) });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestName).trim();
}

function dateOf(
  { when, whenByName }: ToldNote,
  now: Instant,
  file: Date | null,
): Pick<FoundNote, 'happenedAt' | 'datedBy'> | null {
  const byText = when === null ? null : momentOf(when, now);
  if (byText !== null) return { happenedAt: byText, datedBy: 'text' };
  const byName = whenByName === null ? null : momentOf(whenByName, now);
  if (byName !== null) return { happenedAt: byName, datedBy: 'name' };
  return file === null ? null : { happenedAt: file.toISOString(), datedBy: 'file' };
}
