import { rmSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Id, Instant } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import { incomingOf } from '../backups/restore-over.ts';
import { writeToArchive, writeToFolder } from '../bundle/bundle-writer.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import type { Context, HandlersOf } from '../context.ts';
import { askForPlace, toRefusal } from '../save-file.ts';
import { type ChosenWhole, deskOf, withJob } from './desk.ts';
import { createJob } from './job.ts';

/** The open data file as a whole. */
export interface WholeFile {
  readonly path: string;
  readonly appVersion: string;
  /** A file that lies beside it, of data of that moment, takes its place. */
  readonly replaceWith: (made: string, madeAt: Instant) => Promise<void>;
}

const titles = {
  archive: { en: 'Save everything', ru: 'Сохранить всё' },
  folder: { en: 'Choose where to put everything', ru: 'Выберите, куда положить всё' },
  openArchive: { en: 'Choose a whole export', ru: 'Выберите полную выгрузку' },
  openFolder: { en: 'Choose the folder of a whole export', ru: 'Выберите папку полной выгрузки' },
} as const;
const bundleName = { en: 'Everything from Rapport', ru: 'Всё из Rapport' } as const;

type Calls =
  | 'transfer.exportWhole'
  | 'transfer.chooseWhole'
  | 'transfer.readWhole'
  | 'transfer.importWhole'
  | 'transfer.leaveWhole';

/** All records with their history, out as an export that other programs read too, and in where there is nothing yet. */
export function wholeHandlers(context: Context, data: WholeFile): Pick<HandlersOf<'transfer'>, Calls> {
  const { desktop, clock, language } = context;
  const desk = deskOf(context);
  const made = incomingOf(data.path);

  function chosen(sourceId: Id): ChosenWhole {
    if (desk.whole?.id !== sourceId) throw new AppError('source_gone', 'nothing was chosen under this id');
    return desk.whole;
  }

  function leave(): void {
    desk.whole?.job.cancel();
    desk.whole = null;
    rmSync(made, { force: true });
  }

  async function exportTo(form: 'archive' | 'folder') {
    const name = `${bundleName[language()]} ${clock.today()}`;
    if (form === 'folder') {
      const parent = await desktop.chooseFolder({ title: titles.folder[language()] });
      return parent === null ? null : () => writeToFolder(parent, name);
    }
    const place = await askForPlace(desktop, {
      title: titles.archive[language()],
      suggestedName: `${name}.zip`,
      extension: 'zip',
    });
    return place === null ? null : () => writeToArchive(place.file);
  }

  return {
    'transfer.exportWhole': async ({ jobId, form }) => {
      const open = await exportTo(form);
      if (open === null) return { saved: null };
      const parts = { path: data.path, language: language(), now: clock.now(), appVersion: data.appVersion };
      const place = await withJob(desk, jobId, async (job) => {
        try {
          return await writeBundle(parts, await open(), job);
        } catch (error) {
          throw toRefusal(error);
        }
      });
      if (place === null) return { saved: null };
      desk.exported.set(jobId, place);
      return { saved: { name: path.basename(place) } };
    },
    'transfer.chooseWhole': async ({ form }) => {
      await refuseFilled(context);
      const place =
        form === 'folder'
          ? await desktop.chooseFolder({ title: titles.openFolder[language()] })
          : await desktop.openFile({ title: titles.openArchive[language()], extension: 'zip' });
      if (place === null) return { source: null };
      leave();
      desk.whole = { id: v7(), place, job: createJob(), madeAt: null };
      return { source: { sourceId: desk.whole.id, name: path.basename(place) || place } };
    },
    'transfer.readWhole': async ({ sourceId }) => {
      const source = chosen(sourceId);
      const contents = await readBundle(source.place, made, source.job);
      if (desk.whole?.id === sourceId) desk.whole = { ...source, madeAt: contents?.madeAt ?? null };
      return { contents };
    },
    'transfer.importWhole': async ({ sourceId }) => {
      const { madeAt } = chosen(sourceId);
      if (madeAt === null) throw new AppError('source_gone', 'it was not read yet');
      await refuseFilled(context);
      desk.whole = null;
      await data.replaceWith(made, madeAt);
      return { imported: true };
    },
    'transfer.leaveWhole': ({ sourceId }) => {
      if (desk.whole?.id === sourceId) leave();
      return Promise.resolve({});
    },
  };
}

/** Also what lies in the trash is somebody's. */
async function refuseFilled({ storage }: Context): Promise<void> {
  const client = await storage.read.selectFrom('client').select('id').limit(1).executeTakeFirst();
  if (client !== undefined) throw new AppError('file_not_empty', 'there are clients');
}
