import path from 'node:path';
import { readAssets } from '../../../db/assets.ts';
import { agencyOf } from '../../../db/settings.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffDrill } from '../../../shared/contract/handoff-drill.ts';
import { AppError } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { drillWords } from '../../../shared/handoff/drill-words.ts';
import { findSecrets } from '../../../shared/handoff/secrets.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Context, Handler } from '../context.ts';
import { drillAddress } from '../documents/drill-page.ts';
import { settledPdf } from '../documents/pdf.ts';
import { askForPlace, stillFree, writeWhole } from '../save-file.ts';
import { type Drill, readDrill } from './read-drill.ts';
import { beforeSecret } from './secrets.ts';
import { settled } from './settled.ts';

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
  context: Context,
  request: CallRequest<'handoff.exportDrill'>,
): Promise<CallOutput<'handoff.exportDrill'>> {
  const { storage, desktop, language, clock } = context;
  const today = clock.today();
  const { clientName } = await readWithoutSecrets(context, request, today);
  const name = safeFileName(shortName(clientName));
  const asked = {
    title: { en: 'Save the fire drill', ru: 'Сохранить учебную тревогу' }[language()],
    suggestedName: `${[drillWords.title[request.language], name, today].filter((part) => part !== '').join(' ')}.pdf`,
    extension: 'pdf',
  };
  const place = await askForPlace(desktop, asked);
  if (place === null) return { saved: null };
  const made = await settled(context, async () => {
    await readWithoutSecrets(context, request, today);
    return settledPdf(await desktop.printPdf(drillAddress(request), { html: '<span></span>' }), today);
  });
  const free = await stillFree(desktop, place, asked);
  if (free === null) return { saved: null };
  await writeWhole(free.file, made);
  await storage.saveSetting(pathSetting(request.clientId), free.file);
  return { saved: { fileName: path.basename(free.file), folder: path.dirname(free.file) } };
}

async function readWithoutSecrets(
  { storage: { read } }: Context,
  request: CallRequest<'handoff.exportDrill'>,
  today: Day,
): Promise<Drill> {
  const drill = await readDrill(read, request, today);
  const agency = await agencyOf(read);
  const accounts = new Set((await readAssets(read, request.clientId)).map(({ id }) => id));
  const texts = [
    { place: 'client', text: drill.clientName },
    { place: 'agency', text: agency?.name ?? '' },
    ...drill.steps.flatMap(({ code, title, lacks }) => [
      // A title in one language only is printed in the other one, too.
      ...[title.en, title.ru].map((text) => ({ place: accounts.has(code) ? 'account' : 'template', text })),
      ...lacks.flatMap((lack) => lack.accounts.map((text) => ({ place: 'account', text }))),
    ]),
  ];
  const found = texts.find(({ text }) => findSecrets(text).length > 0);
  if (found !== undefined)
    throw new AppError('secret_found', 'a secret stops the fire drill', { [found.place]: beforeSecret(found.text) });
  return drill;
}
