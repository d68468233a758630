import { sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import type { NoteFile } from '../shared/note-file.ts';
import { idList } from './id-list.ts';
import type { Reader } from './schema.ts';

/** The ids of the living notes with a text of a client, or of all clients; client by client, the oldest first. */
export async function notesToExport(reader: Reader, clientId: Id | null): Promise<readonly Id[]> {
  const all = reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select('note.id')
    .where(sql`trim(note.body, char(9, 10, 13, 32))`, '<>', '')
    .where('note.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null);
  const rows = await (clientId === null ? all : all.where('client.id', '=', clientId))
    .orderBy('client.name')
    .orderBy('client.id')
    .orderBy('note.happened_at')
    .orderBy('note.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A note as a file tells it, and the client whose folder it goes to. */
export interface ExportedNote extends NoteFile {
  readonly clientId: Id;
}

/** In the order of the ids. */
export async function readExported(reader: Reader, ids: readonly Id[]): Promise<readonly ExportedNote[]> {
  const rows = await reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'note.kind', 'note.happened_at', 'note.initiated_by', 'note.body', 'note.finished_at'])
    .select(['client.id as clientId', 'client.name as client'])
    .where('note.id', 'in', idList(ids))
    .execute();
  const people = Map.groupBy(await readNames(reader, ids), ({ noteId }) => noteId);
  const found = new Map(
    rows.map((row): readonly [Id, ExportedNote] => [
      row.id,
      {
        id: row.id,
        clientId: row.clientId,
        client: row.client,
        kind: row.kind,
        happenedAt: row.happened_at,
        initiatedBy: row.initiated_by === 'agency' || row.initiated_by === 'client' ? row.initiated_by : null,
        people: (people.get(row.id) ?? []).map(({ name }) => name),
        ours: (people.get(row.id) ?? []).flatMap(({ name, isOurs }) => (isOurs ? name : [])),
        isDraft: row.finished_at === null,
        body: row.body,
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function readNames(
  reader: Reader,
  noteIds: readonly Id[],
): Promise<readonly { readonly noteId: Id; readonly name: string; readonly isOurs: boolean }[]> {
  const rows = await reader
    .selectFrom('note_attendee')
    .leftJoin('contact', 'contact.id', 'note_attendee.contact_id')
    .leftJoin('partner', 'partner.id', 'note_attendee.partner_id')
    .select(['note_attendee.note_id as noteId', 'contact.name as contact', 'partner.name as partner'])
    .where('note_attendee.note_id', 'in', idList(noteIds))
    .where('note_attendee.deleted_at', 'is', null)
    .orderBy('note_attendee.id')
    .execute();
  return rows.flatMap(({ noteId, contact, partner }) => {
    const name = contact ?? partner;
    return noteId === null || name === null ? [] : [{ noteId, name, isOurs: contact === null }];
  });
}
