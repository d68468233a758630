import { readClientData } from '../../../db/client-data.ts';
import { agencyOf } from '../../../db/settings.ts';
import { clientDataJson, clientDataPaper } from '../../../shared/client-data.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Context } from '../context.ts';
import { paperHtml, saveText } from './save-paper.ts';

const fileWords = { en: 'Client data', ru: 'Данные клиента' } as const;

/** Everything kept about one client, for programs or for people. Answers the file, or null when no place was chosen. */
export async function exportClient(
  context: Context,
  { clientId, format, language }: CallRequest<'transfer.exportClient'>,
): Promise<string | null> {
  const { storage, clock } = context;
  const read = () => storage.exclusively(() => Promise.resolve(readClientData(storage.file, clientId)));
  const { name } = await read();
  const fileName = [fileWords[language], safeFileName(shortName(name)), clock.today()].filter(Boolean).join(' ');
  return saveText(context, {
    title: { en: 'Save the client’s data', ru: 'Сохранить данные клиента' },
    fileName,
    extension: format,
    make: async () => {
      // As they are now: the page was open while the dialog asked.
      const data = await read();
      if (format === 'json') return clientDataJson(data, clock.today());
      const agency = await agencyOf(storage.read);
      const sign = { name: agency?.name ?? '', monogram: agency?.monogram ?? '' };
      return paperHtml(context, clientDataPaper(data, sign, { language, on: clock.today() }));
    },
  });
}
