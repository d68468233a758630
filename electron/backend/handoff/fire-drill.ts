import path from 'node:path';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffDrill } from '../../../shared/contract/handoff-drill.ts';
import { AppError } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { drillWords, lackWords } from '../../../shared/handoff/drill-words.ts';
import { findSecrets } from '../../../shared/handoff/secrets.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Context, Handler } from '../context.ts';
import { drillAddress } from '../documents/drill-page.ts';
import { settledPdf } from '../documents/pdf.ts';
import { askForPlace, stillFree, writeWhole } from '../save-file.ts';
import { type Drill, readDrill } from './read-drill.ts';

/** What would happen, and what would be missing, were the work with a client to end today. It only reads. */
export function drillHandlers(context: Context): { readonly [Name in keyof typeof handoffDrill]: Handler<Name> } {
  const { storage, clock, desktop } = context;
  return {
    'handoff.fireDrill': (request) => readDrill(storage.read, request, clock.today()),
    'handoff.exportDrill': (request) => saveDrill(context, request),
    'handoff.revealDrill': async ({ clientId }) => {
      const file = await storage.setting(pathSetting(clientId));
      if (file !== null) desktop.revealFile(file);
      return { shown: file !== null };
    },
  };
}

/** Where a file went is known on this computer only. */
function pathSetting(clientId: Id): string {
  return `drill ${clientId}`;
}

async function saveDrill(
  { storage, desktop, language, clock }: Context,
  request: CallRequest<'handoff.exportDrill'>,
): Promise<CallOutput<'handoff.exportDrill'>> {
  const today = clock.today();
  const drill = await readDrill(storage.read, request, today);
  refuseSecrets(drill, request);
  const name = safeFileName(shortName(drill.clientName));
  const asked = {
    title: { en: 'Save the fire drill', ru: 'Сохранить учебную тревогу' }[language()],
    suggestedName: `${[drillWords.title[request.language], name, today].filter((part) => part !== '').join(' ')}.pdf`,
    extension: 'pdf',
  };
  const place = await askForPlace(desktop, asked);
  if (place === null) return { saved: null };
  const printed = await desktop.printPdf(drillAddress(request), { html: '<span></span>' });
  const free = await stillFree(desktop, place, asked);
  if (free === null) return { saved: null };
  // What was typed while the dialog asked is on the paper, too.
  refuseSecrets(await readDrill(storage.read, request, today), request);
  await writeWhole(free.file, settledPdf(printed, today));
  await storage.saveSetting(pathSetting(request.clientId), free.file);
  return { saved: { fileName: path.basename(free.file), folder: path.dirname(free.file) } };
}

function refuseSecrets({ clientName, steps }: Drill, { language }: CallRequest<'handoff.exportDrill'>): void {
  const texts = steps.flatMap(({ title, lacks }) => [
    title[language],
    ...lacks.map((lack) => lackWords(lack, language)),
  ]);
  const found = [clientName, ...texts].some((text) => findSecrets(text).length > 0);
  if (found) throw new AppError('secret_found', 'a secret stops the fire drill');
}
