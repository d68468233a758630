import type Database from 'better-sqlite3';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { Attendee, NoteKind } from '../shared/contract/notes.ts';
import { placeBetween } from '../shared/place.ts';
import { foldWord } from '../shared/search-words.ts';
import { taskLines } from '../shared/task-lines.ts';
import { idList } from './id-list.ts';
import { localDay } from './local-day.ts';
import { matchNoteTasks } from './note-tasks.ts';
import { isAhead, matchAttendees } from './notes.ts';
import { namesOf, type People, readPeople, whose } from './people.ts';
import { addRow, lastPlaceOf } from './row-changes.ts';
import { newRow, touched } from './rows.ts';
import { addPartner } from './settings.ts';
import type { Reader, SharedTable, Writer } from './schema.ts';
import type { ChangedRow, Stamp } from './storage.ts';

export interface ImportedNote {
  readonly id: Id;
  readonly clientId: Id;
  readonly kind: NoteKind;
  readonly happenedAt: Instant;
  readonly initiatedBy: 'agency' | 'client' | null;
  readonly people: readonly string[];
  /** Those of them who are ours: of a name that is not known yet a partner comes in. */
  readonly ours: readonly string[];
  readonly isDraft: boolean;
  readonly body: string;
}

/** What is known of a client while its notes come in one after another. */
interface ClientBook {
  readonly people: People;
  readonly idOf: Map<string, Attendee>;
  lastPlace: string | null;
}

export interface NoteImporter {
  /** Writes a part of the notes with their people and tasks, inside a command; answers what it wrote. */
  readonly add: (writer: Writer, stamp: Stamp, notes: readonly ImportedNote[]) => Promise<readonly ChangedRow[]>;
}

/** Notes by the thousand: on kept statements, with what is known of their clients read once. */
export function openNoteImporter(file: Database.Database): NoteImporter {
  const books = new Map<Id, ClientBook>();
  let partners: Map<string, Attendee> | null = null;
  const statements = prepare(file);

  async function bookOf(writer: Writer, clientId: Id): Promise<ClientBook> {
    const known = books.get(clientId) ?? (await readBook(writer, clientId));
    books.set(clientId, known);
    return known;
  }

  async function partnerOf(writer: Writer, stamp: Stamp, name: string, rows: ChangedRow[]): Promise<Attendee> {
    partners ??= new Map(await readPartners(writer));
    const known = partners.get(foldWord(name));
    if (known !== undefined) return known;
    const personId = await addPartner(writer, name, stamp);
    const added = { side: 'agency', personId } as const;
    partners.set(foldWord(name), added);
    rows.push(inserted('partner', personId));
    return added;
  }

  async function attendeesOf(
    writer: Writer,
    stamp: Stamp,
    note: ImportedNote,
    rows: ChangedRow[],
  ): Promise<readonly Attendee[]> {
    if (note.people.length === 0) return [];
    const { idOf } = await bookOf(writer, note.clientId);
    const ours = new Set(note.ours.map(foldWord));
    const found = new Map<Id, Attendee>();
    for (const name of note.people) {
      const word = foldWord(name);
      const known = ours.has(word)
        ? await partnerOf(writer, stamp, name, rows)
        : (idOf.get(word) ?? (await addContact(writer, stamp, note.clientId, name, rows)));
      if (!ours.has(word)) idOf.set(word, known);
      found.set(known.personId, known);
    }
    return [...found.values()];
  }

  /** A note that lay in the trash comes back with the text of the file. */
  async function revive(writer: Writer, stamp: Stamp, note: ImportedNote): Promise<readonly ChangedRow[]> {
    const { id, clientId, body, happenedAt } = note;
    const rows: ChangedRow[] = [];
    const attendees = await attendeesOf(writer, stamp, note, rows);
    const { id: _id, ...columns } = columnsOf(note, stamp);
    const set = { ...columns, deleted_at: null, ...touched(stamp) };
    await writer.updateTable('note').set(set).where('id', '=', id).execute();
    await matchAttendees(writer, stamp, id, attendees);
    await matchNoteTasks(writer, stamp, { id, clientId, body, day: localDay(happenedAt), isNew: false });
    const tasks = await writer.selectFrom('task').select('id').where('note_id', '=', id).execute();
    return [...rows, changed('note', id), ...tasks.map((task) => changed('task', task.id))];
  }

  async function add(writer: Writer, stamp: Stamp, notes: readonly ImportedNote[]): Promise<readonly ChangedRow[]> {
    const rows: ChangedRow[] = [];
    const dead = await knownNotes(
      writer,
      notes.map((note) => note.id),
    );
    const born = { created_at: stamp.now, updated_at: stamp.now, created_by: stamp.by, updated_by: stamp.by };
    for (const note of notes) {
      if (dead.has(note.id)) {
        rows.push(...(await revive(writer, stamp, note)));
        continue;
      }
      const attendees = await attendeesOf(writer, stamp, note, rows);
      statements.note.run({ ...born, ...columnsOf(note, stamp) });
      rows.push(inserted('note', note.id));
      for (const { side, personId } of attendees) {
        const [contact_id, partner_id] = side === 'client' ? [personId, null] : [null, personId];
        statements.attendee.run({ ...newRow(stamp), note_id: note.id, contact_id, partner_id });
      }
      // Most notes have no box, and a look for one costs less than reading every line.
      if (/\[[ xXхХ]?\]/u.test(note.body)) rows.push(...(await addTasks(writer, stamp, note)));
    }
    return rows;
  }

  async function addTasks(writer: Writer, stamp: Stamp, note: ImportedNote): Promise<readonly ChangedRow[]> {
    const book = await bookOf(writer, note.clientId);
    return taskLines(note.body, localDay(note.happenedAt), namesOf(book.people)).map((line) => {
      const row = newRow(stamp);
      book.lastPlace = placeBetween(book.lastPlace, null);
      statements.task.run({
        ...row,
        client_id: note.clientId,
        note_id: note.id,
        note_line: line.line,
        title: line.title,
        ...whose(line.person, book.people),
        due_on: line.dueOn,
        done_at: line.isDone ? stamp.now : null,
        place: book.lastPlace,
      });
      return inserted('task', row.id);
    });
  }

  return { add };
}

function columnsOf(note: ImportedNote, { now }: Stamp) {
  return {
    id: note.id,
    client_id: note.clientId,
    kind: note.kind,
    happened_at: note.happenedAt,
    initiated_by: note.initiatedBy,
    body: note.body,
    // A note says what was: one dated ahead stays a draft until then.
    finished_at: note.isDraft || isAhead(note.happenedAt, now) ? null : now,
  };
}

async function addContact(
  writer: Writer,
  stamp: Stamp,
  clientId: Id,
  name: string,
  rows: ChangedRow[],
): Promise<Attendee> {
  const place = await lastPlaceOf(writer, 'contact', 'client_id', clientId);
  const personId = await addRow(writer, stamp, 'contact', { client_id: clientId, name, role: 'other', place });
  rows.push(inserted('contact', personId));
  return { side: 'client', personId };
}

async function readPartners(reader: Reader): Promise<readonly (readonly [string, Attendee])[]> {
  const rows = await reader.selectFrom('partner').select(['id', 'name']).where('deleted_at', 'is', null).execute();
  return rows.map(({ id, name }) => [foldWord(name), { side: 'agency', personId: id }]);
}

async function readBook(reader: Reader, clientId: Id): Promise<ClientBook> {
  const contacts = await reader
    .selectFrom('contact')
    .select(['id', 'name'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const last = await reader
    .selectFrom('task')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  // Theirs and ours may share a name: in a note of theirs it is theirs.
  return {
    people: await readPeople(reader, clientId),
    idOf: new Map<string, Attendee>([
      ...(await readPartners(reader)),
      ...contacts.map(({ id, name }) => [foldWord(name), { side: 'client', personId: id }] as const),
    ]),
    lastPlace: last?.place || null,
  };
}

/** `hidden` is one that went to the trash with its client, `dead` one that went by itself. */
export type KnownNote = 'alive' | 'hidden' | 'dead';

/** Which of these notes the file has. */
export async function knownNotes(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, KnownNote>> {
  const rows = await reader
    .selectFrom('note')
    .leftJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'note.deleted_at as deletedAt', 'client.deleted_at as clientDeletedAt'])
    .where('note.id', 'in', idList(ids))
    .execute();
  return new Map(
    rows.map(({ id, deletedAt, clientDeletedAt }) => {
      if (deletedAt !== null) return [id, 'dead'];
      return [id, clientDeletedAt === null ? 'alive' : 'hidden'];
    }),
  );
}

function inserted(table: SharedTable, id: Id): ChangedRow {
  return { table, id, inserted: true };
}

function changed(table: SharedTable, id: Id): ChangedRow {
  return { table, id, inserted: false };
}

const common = ['id', 'created_at', 'updated_at', 'created_by', 'updated_by'] as const;

function prepare(file: Database.Database) {
  const insertInto = (table: SharedTable, columns: readonly string[]) => {
    const all = [...common, ...columns];
    return file.prepare(`insert into ${table} (${all.join()}) values (${all.map((column) => `@${column}`).join()})`);
  };
  return {
    note: insertInto('note', ['client_id', 'kind', 'happened_at', 'initiated_by', 'body', 'finished_at']),
    attendee: insertInto('note_attendee', ['note_id', 'contact_id', 'partner_id']),
    task: insertInto('task', [
      'client_id',
      'note_id',
      'note_line',
      'title',
      'side',
      'person',
      'due_on',
      'done_at',
      'place',
    ]),
  };
}
