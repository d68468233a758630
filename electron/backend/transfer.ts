import path from 'node:path';
import { v7 } from 'uuid';
import { notesToExport } from '../../db/note-export.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import type { Skipped } from '../../shared/contract/transfer.ts';
import { AppError } from '../../shared/errors.ts';
import { splitTitle } from '../../shared/note-title.ts';
import type { Context, HandlersOf } from './context.ts';
import { type Chosen, deskOf, jobOf, rememberSaved, withJob } from './transfer/desk.ts';
import { exportClient } from './transfer/export-client.ts';
import { exportNotes } from './transfer/export-notes.ts';
import { createJob } from './transfer/job.ts';
import { type Plan, planImport } from './transfer/plan-import.ts';
import { readFolder, readTable, type Source } from './transfer/read-source.ts';
import { runImport } from './transfer/run-import.ts';
import { type WholeFile, wholeHandlers } from './transfer/whole.ts';

const titles = {
  folder: { en: 'Choose a folder with notes', ru: 'Выберите папку с заметками' },
  csv: { en: 'Choose a table with notes', ru: 'Выберите таблицу с заметками' },
  export: { en: 'Choose where to put the notes', ru: 'Выберите, куда положить заметки' },
} as const;
const folderName = { en: 'Rapport notes', ru: 'Заметки Rapport' } as const;

/** Notes that come in and go out as files. */
export function transferHandlers(context: Context, data: WholeFile): HandlersOf<'transfer'> {
  const { storage, desktop, clock, language } = context;
  const desk = deskOf(context);

  async function sourceOf(sourceId: Id): Promise<Source> {
    const source = desk.chosen?.id === sourceId ? await desk.chosen.source() : null;
    if (source === null) throw new AppError('source_gone', 'nothing was chosen under this id');
    return source;
  }

  return {
    ...wholeHandlers(context, data),
    'transfer.choose': async ({ from }) => {
      const title = titles[from][language()];
      const place =
        from === 'folder' ? await desktop.chooseFolder({ title }) : await desktop.openFile({ title, extension: 'csv' });
      if (place === null) return { source: null };
      desk.chosen?.job.cancel();
      const next = choose(place, from, clock.now());
      desk.chosen = next;
      return { source: { sourceId: next.id, name: path.basename(place) || place } };
    },
    'transfer.preview': async ({ sourceId, ...choices }) => {
      const source = await sourceOf(sourceId);
      return previewOf(source, choices, await planImport(storage.read, source, choices));
    },
    'transfer.import': async ({ commandId, sourceId, ...choices }) => {
      const source = await sourceOf(sourceId);
      const job = createJob();
      // A job that was cancelled stays so; the next try is another one.
      if (desk.chosen?.id === sourceId) desk.chosen = { ...desk.chosen, job };
      const plan = await planImport(storage.read, source, choices);
      await context.backUpFirst();
      const isWhole = await runImport(context, commandId, plan, job);
      return {
        revision: await storage.revision(),
        isCancelled: !isWhole,
        counts: countsOf(plan),
        skipped: firstOf(plan.skipped),
      };
    },
    'transfer.progress': ({ jobId }) => Promise.resolve({ progress: jobOf(desk, jobId)?.progress() ?? null }),
    'transfer.cancel': ({ jobId }) => {
      jobOf(desk, jobId)?.cancel();
      return Promise.resolve({});
    },
    'transfer.export': async ({ jobId, clientId }) => {
      const { length } = await notesToExport(storage.read, clientId);
      if (length === 0) return { saved: { folder: '', notes: 0 } };
      const parent = await desktop.chooseFolder({ title: titles.export[language()] });
      if (parent === null) return { saved: null };
      return withJob(desk, jobId, async (job) => {
        const name = `${folderName[language()]} ${clock.today()}`;
        const saved = await exportNotes(context, { parent, name, clientId }, job);
        if (saved === null) return { saved: null };
        desk.exported.set(jobId, saved.folder);
        return { saved: { folder: path.basename(saved.folder), notes: saved.notes } };
      });
    },
    'transfer.exportClient': async (request) => ({
      saved: rememberSaved(context, request.jobId, await exportClient(context, request)),
    }),
    'transfer.reveal': ({ jobId }) => {
      const folder = desk.exported.get(jobId);
      if (folder !== undefined) desktop.revealFile(folder);
      return Promise.resolve({ shown: folder !== undefined });
    },
  };
}

function choose(place: string, from: 'folder' | 'csv', now: string): Chosen {
  const id = v7();
  const job = createJob();
  const read = from === 'folder' ? readFolder : readTable;
  let reading: Promise<Source | null> | null = null;
  return { id, job, source: () => (reading ??= read({ id, path: place, job, now }).catch(sayGone)) };
}

/** What the system does not give any more is gone; a bug stays a bug. */
function sayGone(error: unknown): never {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  throw isOfSystem ? new AppError('source_gone', 'the chosen folder or file is not there') : error;
}

/** More of them say nothing new, and a reply has to be small. */
const mostShown = 500;
const mostSamples = 8;
const mostLevels = 20;
const mostNames = 4;

function firstOf(skipped: readonly Skipped[]): Skipped[] {
  return skipped.slice(0, mostShown);
}

function previewOf(
  { table, folders }: Source,
  { columns, clientFolder }: Pick<CallRequest<'transfer.preview'>, 'columns' | 'clientFolder'>,
  plan: Plan,
): CallOutput<'transfer.preview'> {
  const { found, clients } = plan;
  return {
    counts: countsOf(plan),
    table: table && { header: [...table.header], columns: columns ?? table.columns },
    folders: folders && {
      levels: folders.levels.slice(0, mostLevels).map((names) => names.slice(0, mostNames)),
      clientFolder: clientFolder ?? folders.clientFolder,
    },
    clients: [...clients.values()].map(({ name, notes, choice }) => ({ name, notes, choice })),
    samples: found.slice(0, mostSamples).map(({ name, row, body, client, kind, happenedAt, datedBy }) => ({
      name,
      row,
      title: splitTitle(body).title,
      client,
      kind,
      happenedAt,
      datedBy,
    })),
    skipped: firstOf(plan.skipped),
  };
}

function countsOf({ notes, here, skipped, clients }: Plan): CallOutput<'transfer.preview'>['counts'] {
  const wanted = new Set(notes.map(({ clientKey }) => clientKey));
  const made = [...clients].filter(([key, { choice }]) => wanted.has(key) && choice.to === 'new');
  return { toImport: notes.length, here, skipped: skipped.length, newClients: made.length };
}
