import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import type { Attendee, Note, NoteWithoutWords } from '../shared/contract/notes.ts';
import { AppError } from '../shared/errors.ts';
import { asideOf, beginEdit, dropAside, endEdit, openEdit } from './kept-text.ts';
import { expectPerson } from './records.ts';
import { matchNoteTasks } from './note-tasks.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** A note in the trash is not found; one that its own session emptied is, when asked for. */
export async function readNote(reader: Reader, noteId: Id, { vanished = false } = {}): Promise<Note> {
  const row = await reader.selectFrom('note').selectAll().where('id', '=', noteId).executeTakeFirst();
  const isHere = row?.deleted_at === null || (vanished && row?.body.trim() === '');
  if (!row?.client_id || !isHere) throw new AppError('not_found', 'no such note');
  const people = await liveAttendees(reader, noteId);
  const attendees = people.flatMap((person) => attendeeOf(person));
  return {
    id: row.id,
    clientId: row.client_id,
    kind: row.kind,
    happenedAt: row.happened_at,
    initiatedBy: row.initiated_by === 'agency' || row.initiated_by === 'client' ? row.initiated_by : null,
    body: row.body,
    attendees,
    finishedAt: row.finished_at,
    updatedAt: row.updated_at,
    fingerprint: fingerprintOf(row, attendees),
    kept: await asideOf(reader, noteId),
    edit: row.finished_at === null ? null : await openEdit(reader, noteId),
  };
}

/** Without the words, which may be many and stay where they were typed. */
export async function readNoteFacts(
  reader: Reader,
  noteId: Id,
  options?: Parameters<typeof readNote>[2],
): Promise<NoteWithoutWords> {
  const { body: _body, ...facts } = await readNote(reader, noteId, options);
  return facts;
}

type Said = Pick<Selectable<Schema['note']>, 'kind' | 'happened_at' | 'initiated_by' | 'body'>;

/** Two notes that say the same have the same one, whenever and by whom they were written. */
function fingerprintOf({ kind, happened_at, initiated_by, body }: Said, attendees: readonly Attendee[]): string {
  const people = attendees.map(({ personId }) => personId).toSorted();
  const facts = JSON.stringify([kind, happened_at, initiated_by, people]);
  return createHash('sha256').update(facts).update('\n').update(body).digest('hex');
}

interface AttendeeRow {
  readonly id: Id;
  readonly contact_id: Id | null;
  readonly partner_id: Id | null;
}

function attendeeOf({ contact_id: contactId, partner_id: partnerId }: AttendeeRow): readonly Attendee[] {
  if (contactId !== null) return [{ side: 'client', personId: contactId }];
  return partnerId === null ? [] : [{ side: 'agency', personId: partnerId }];
}

function liveAttendees(reader: Reader, noteId: Id): Promise<readonly AttendeeRow[]> {
  return reader
    .selectFrom('note_attendee')
    .select(['id', 'contact_id', 'partner_id'])
    .where('note_id', '=', noteId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The note that an editing session made with its first save. */
export async function noteOfSession(reader: Reader, commandId: Id): Promise<Id | null> {
  const row = await reader
    .selectFrom('local_change')
    .innerJoin('local_command', 'local_command.seq', 'local_change.command_seq')
    .select('row_id')
    .where('local_command.id', '=', commandId)
    .where('table_name', '=', 'note')
    .where('column_name', '=', 'id')
    .executeTakeFirst();
  return row?.row_id ?? null;
}

/** The note, as long as it is not in the trash. */
export async function livingNote(reader: Reader, noteId: Id | null): Promise<Id | null> {
  const row = await reader
    .selectFrom('note')
    .select('id')
    .where('id', '=', noteId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What the composer holds; `day` is the local day of `happenedAt`, from which words like "Thursday" count. */
export type NoteContent = Omit<CallRequest<'notes.write'>, 'commandId' | 'noteId'> & {
  readonly day: Day;
  /** The editing session, where there is one. */
  readonly session?: Id;
};

/**
 * Writes a note whole: text, people, and the tasks its `[ ]` lines hold. A finished note stays finished. A draft that
 * was emptied vanishes, and comes back when its session goes on writing. Whether the client of a new one is there is for
 * the caller to know.
 */
export async function writeNote(writer: Writer, stamp: Stamp, noteId: Id | null, content: NoteContent): Promise<Id> {
  const known = noteId === null ? null : await noteState(writer, noteId);
  if (known !== null) await refuseIfChanged(writer, known, content.seen ?? null);
  const finishedAt = finishingTime(known?.finished_at ?? null, content, stamp.now);
  const isBlankDraft = finishedAt === null && content.body.trim() === '';
  const columns = {
    client_id: known?.client_id ?? content.clientId,
    kind: content.kind,
    happened_at: content.happenedAt,
    initiated_by: content.initiatedBy,
    body: content.body,
    finished_at: finishedAt,
    deleted_at: isBlankDraft ? stamp.now : null,
    ...touched(stamp),
  };
  const id = known?.id ?? stamp.newId();
  if (known) expectOne(await writer.updateTable('note').set(columns).where('id', '=', id).executeTakeFirst());
  else
    await writer
      .insertInto('note')
      .values({ ...newRow(stamp), ...columns, id })
      .execute();
  const attendees = isBlankDraft ? [] : content.attendees;
  if (known !== null || attendees.length > 0) await matchAttendees(writer, stamp, id, attendees);
  const { body, day } = content;
  await matchNoteTasks(writer, stamp, { id, clientId: columns.client_id, body, day, isNew: known === null });
  if (known === null) return id;
  await dropAside(writer, id);
  const isOpen = known.finished_at !== null && !content.finished && content.session !== undefined;
  if (isOpen) await beginEdit(writer, id, content.session, stamp.now);
  else await endEdit(writer, id);
  return id;
}

/** The words of a living note as they were saved at that moment; null when it has others by now. */
export async function bodyOf(reader: Reader, noteId: Id, updatedAt: Instant): Promise<string | null> {
  const row = await reader
    .selectFrom('note')
    .select('body')
    .where('id', '=', noteId)
    .where('updated_at', '=', updatedAt)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.body ?? null;
}

interface NoteState extends Said {
  readonly id: Id;
  readonly client_id: Id;
  readonly finished_at: Instant | null;
}

/** What somebody else wrote meanwhile is not written over unseen. */
async function refuseIfChanged(reader: Reader, known: NoteState, seen: string | null): Promise<void> {
  if (seen === null) return;
  const people = await liveAttendees(reader, known.id);
  const now = fingerprintOf(
    known,
    people.flatMap((person) => attendeeOf(person)),
  );
  if (now !== seen) throw new AppError('note_changed', 'the note says something else by now');
}

async function noteState(reader: Reader, noteId: Id): Promise<NoteState> {
  const row = await reader
    .selectFrom('note')
    .select(['id', 'client_id', 'finished_at', 'deleted_at', 'kind', 'happened_at', 'initiated_by', 'body'])
    .where('id', '=', noteId)
    .executeTakeFirst();
  const vanished = row !== undefined && row.finished_at === null && row.body.trim() === '';
  if (!row?.client_id || (row.deleted_at !== null && !vanished)) throw new AppError('not_found', 'no such note');
  return { ...row, client_id: row.client_id };
}

/** Clocks differ a little, and a note is often dated to the full hour it is written in. */
const toleranceMs = 60 * 60 * 1000;

/** A note says what was: one dated ahead (a meeting that is prepared) stays a draft until then. */
function finishingTime(finishedAt: Instant | null, content: NoteContent, now: Instant): Instant | null {
  if (!content.finished || finishedAt !== null) return finishedAt;
  if (content.body.trim() === '') return null;
  if (isAhead(content.happenedAt, now))
    throw new AppError('bad_input', 'a note cannot be finished before it happened', { happenedAt: 'future' });
  return now;
}

export function isAhead(happenedAt: Instant, now: Instant): boolean {
  return Date.parse(happenedAt) > Date.parse(now) + toleranceMs;
}

export async function matchAttendees(
  writer: Writer,
  stamp: Stamp,
  noteId: Id,
  wanted: readonly Attendee[],
): Promise<void> {
  const rows = await writer
    .selectFrom('note_attendee')
    .select(['id', 'contact_id', 'partner_id', 'deleted_at'])
    .where('note_id', '=', noteId)
    .execute();
  const wantedIds = new Set(wanted.map((person) => person.personId));
  const personOf = (row: AttendeeRow) => row.contact_id ?? row.partner_id ?? '';
  for (const row of rows) {
    const isWanted = wantedIds.has(personOf(row));
    if (isWanted === (row.deleted_at === null)) continue;
    const set = { deleted_at: isWanted ? null : stamp.now, ...touched(stamp) };
    expectOne(await writer.updateTable('note_attendee').set(set).where('id', '=', row.id).executeTakeFirst());
  }
  const present = new Set(rows.map(personOf));
  for (const { side, personId } of wanted) {
    if (present.has(personId)) continue;
    present.add(personId);
    await expectPerson(writer, side === 'client' ? 'contact' : 'partner', personId);
    const person = side === 'client' ? { contact_id: personId } : { partner_id: personId };
    await writer
      .insertInto('note_attendee')
      .values({ ...newRow(stamp), note_id: noteId, ...person })
      .execute();
  }
}

/**
 * Its tasks go with it: they carry the same `deleted_at`, by which restoring finds them. Words that were set aside stay:
 * restored, it asks again which text is to be.
 */
export async function deleteNote(writer: Writer, stamp: Stamp, noteId: Id): Promise<void> {
  const set = { deleted_at: stamp.now, ...touched(stamp) };
  const note = writer.updateTable('note').set(set).where('id', '=', noteId).where('deleted_at', 'is', null);
  expectOne(await note.executeTakeFirst());
  await endEdit(writer, noteId);
  await writer.updateTable('task').set(set).where('note_id', '=', noteId).where('deleted_at', 'is', null).execute();
}
