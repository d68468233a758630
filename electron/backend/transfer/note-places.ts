import { localDay } from '../../../db/local-day.ts';
import type { ExportedNote } from '../../../db/note-export.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { safeFileName, uniqueNames } from '../../../shared/file-name.ts';
import { splitTitle } from '../../../shared/note-title.ts';

const longestTitle = 60;

/** Where a note goes, with slashes: a folder for each client, in it the day and the title. */
export function notePlaces(): (note: ExportedNote) => string {
  const uniqueFolder = uniqueNames();
  const clients = new Map<Id, { readonly folder: string; readonly unique: ReturnType<typeof uniqueNames> }>();
  return ({ clientId, client, happenedAt, body }) => {
    const known = clients.get(clientId) ?? {
      folder: uniqueFolder(safeFileName(client) || '_'),
      unique: uniqueNames(),
    };
    clients.set(clientId, known);
    const title = safeFileName(splitTitle(body).title, longestTitle);
    return `${known.folder}/${known.unique([localDay(happenedAt), title].filter(Boolean).join(' '), '.md')}`;
  };
}
