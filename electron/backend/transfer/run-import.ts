import { v7 } from 'uuid';
import { createClient } from '../../../db/board.ts';
import { forgetUndone } from '../../../db/command-log.ts';
import { openNoteImporter } from '../../../db/import-notes.ts';
import { expectClient } from '../../../db/records.ts';
import type { Writer } from '../../../db/schema.ts';
import { type ChangedRow, type Stamp, unfinishedParts } from '../../../db/storage.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { takeStep } from '../notes/take-step.ts';
import type { Job } from './job.ts';
import type { Plan, PlannedClient } from './plan-import.ts';

/** So many notes are written between two breaths: the window answers meanwhile. */
const notesAtOnce = 250;
/** A client is a handful of rows, read and written one by one. */
const clientsAtOnce = 25;

/** Writes the notes in parts that are one command. False when it was cancelled: then nothing of it is left. */
export async function runImport(context: Writing, commandId: Id, plan: Plan, job: Job): Promise<boolean> {
  const { storage } = context;
  const clientIds = new Map<string, Id>();
  const end = () => storage.endParts([...clientIds.values()]);
  try {
    const isWhole = await writeParts(context, { commandId, plan, job, clientIds });
    if (!isWhole) await takeBack(context, commandId);
    await end();
    return isWhole;
  } catch (error) {
    await takeBack(context, commandId);
    await end();
    throw error;
  }
}

type Writing = Pick<Context, 'storage' | 'clock' | 'longNotes'>;

type Stepping = Pick<Context, 'storage' | 'longNotes'>;

interface Parts {
  readonly commandId: Id;
  readonly plan: Plan;
  readonly job: Job;
  /** By the folded name of the client; filled as they come. */
  readonly clientIds: Map<string, Id>;
}

/** False when it was cancelled. */
async function writeParts({ storage, clock }: Writing, { commandId, plan, job, clientIds }: Parts): Promise<boolean> {
  const { notes, clients } = plan;
  const command = { id: commandId, name: 'transfer.import' } as const;
  const importer = openNoteImporter(storage.file);
  job.begin(notes.length);
  const keys = [...new Set(notes.map(({ clientKey }) => clientKey))];
  for (let from = 0; from < keys.length; from += clientsAtOnce) {
    await storage.append(command, async (writer, stamp) => {
      const made: ChangedRow[] = [];
      for (const key of keys.slice(from, from + clientsAtOnce)) {
        const client = await settleClient(writer, stamp, clients.get(key), clock.today());
        clientIds.set(key, client.id);
        made.push(...client.rows);
      }
      return made;
    });
    if (await job.step(0)) return false;
  }
  for (let from = 0; from < notes.length; from += notesAtOnce) {
    const part = notes.slice(from, from + notesAtOnce);
    const ready = part.map((note) => ({ ...note, clientId: clientIds.get(note.clientKey) ?? '' }));
    await storage.append(command, (writer, stamp) => importer.add(writer, stamp, ready));
    if (await job.step(from + part.length)) return false;
  }
  return true;
}

async function settleClient(
  writer: Writer,
  stamp: Stamp,
  client: PlannedClient | undefined,
  today: string,
): Promise<{ readonly id: Id; readonly rows: readonly ChangedRow[] }> {
  if (client === undefined || client.choice.to === 'nothing')
    throw new AppError('unexpected', 'a note of a client that is left out');
  if (client.choice.to === 'existing') {
    await expectClient(writer, client.choice.clientId);
    return { id: client.choice.clientId, rows: [] };
  }
  const { name, choice, firstDay } = client;
  const id = await createClient(writer, stamp, {
    name,
    stage: choice.stage,
    partnerId: null,
    sinceOn: firstDay < today ? firstDay : today,
  });
  return { id, rows: [{ table: 'client', id, inserted: true }] };
}

/** An import that a kill or a failing disk cut off: nothing of it is left, unless its notes were changed since. */
export async function takeBackUnfinished(context: Stepping): Promise<void> {
  const { storage } = context;
  const commandId = await storage.setting(unfinishedParts);
  if (commandId === null) return;
  try {
    await takeBack(context, commandId);
  } catch (error) {
    if (!(error instanceof AppError && isNotPossible(error))) throw error;
  }
  await storage.endParts([]);
}

const notPossible: readonly ErrorCode[] = [
  'undo_conflict',
  'undo_needed',
  'undo_gone',
  'undo_issued',
  'undo_salvaged',
  'undo_erased',
];
const isNotPossible = ({ code }: AppError): boolean => notPossible.includes(code);

/** Undone as a partner would: in as many entries as other commands cut it into. */
async function takeBack(context: Stepping, commandId: Id): Promise<void> {
  for (let isMore = true; isMore;) isMore = await undoOne(context, commandId);
  await context.storage.maintain((writer) => forgetUndone(writer, commandId));
}

async function undoOne(context: Stepping, commandId: Id): Promise<boolean> {
  try {
    await takeStep(context, { kind: 'undo', commandId: v7(), targetId: commandId });
    return true;
  } catch (error) {
    // Cut off before its first part, or undone whole.
    if (error instanceof AppError && (error.code === 'undo_elsewhere' || error.code === 'undo_done')) return false;
    throw error;
  }
}
