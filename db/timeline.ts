import { sql } from 'kysely';
import type { CallOutput, CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import type { TimelineEntry, TimelineFilter } from '../shared/contract/clients.ts';
import { shownNote } from '../shared/note-shown.ts';
import { openEdits } from './kept-text.ts';
import { momentOf } from './local-day.ts';
import type { Reader } from './schema.ts';
import { readObservations } from './timeline-observations.ts';
import { readEngagementEvents, readHandoffEvents, readSentReports, readTalks } from './timeline-events.ts';
import { onPage, type TimelinePage } from './timeline-page.ts';
import { readStageEntries } from './stage-changes.ts';
import { readDecisions, readDoneTasks } from './timeline-work.ts';

type Request = CallRequest<'clients.timeline'>;

/**
 * Everything that happened with a client, newest first: whatever was told, done, decided, seen or agreed on a day. Drafts and
 * what lies ahead are not part of it; accesses, the items of a handoff and the answers of a playbook are told where they
 * are kept.
 */
export async function readTimeline(
  reader: Reader,
  request: Request,
  today: Day,
): Promise<CallOutput<'clients.timeline'>> {
  const { filter, limit } = request;
  const page = { ...request, limit: limit + 1 };
  const isAsked = (...filters: readonly TimelineFilter[]) => filter === 'all' || filters.includes(filter);
  const parts = await Promise.all([
    isAsked('notes') ? readNotes(reader, page) : [],
    isAsked('stages') ? readStageEntries(reader, page) : [],
    isAsked('stages') ? readHandoffEvents(reader, page) : [],
    isAsked('stages') ? readEngagementEvents(reader, page, today) : [],
    isAsked('figures') ? readReadings(reader, page) : [],
    isAsked('figures') ? readSentReports(reader, page) : [],
    isAsked() ? readTalks(reader, page) : [],
    isAsked() ? readObservations(reader, page, today) : [],
    isAsked() ? readDoneTasks(reader, page) : [],
    isAsked() ? readDecisions(reader, page, today) : [],
  ]);
  const entries = parts.flat().toSorted(newestFirst);
  return { entries: entries.slice(0, limit), more: entries.length > limit };
}

function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  return descending(one.happenedAt, other.happenedAt) || descending(one.id, other.id);
}

function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}

/** Characters of a note that come with the history; who wants to read on asks for the note. */
const longestBody = 20_000;

async function readNotes(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('note')
    .select(['id', 'kind', 'happened_at', 'initiated_by'])
    .select([
      sql<string>`substr(body, 1, ${longestBody})`.as('body'),
      sql<number>`length(body) > ${longestBody}`.as('is_cut'),
    ])
    .where('client_id', '=', page.clientId)
    .where('deleted_at', 'is', null)
    .where('finished_at', 'is not', null)
    .$call((query) => onPage(query, page, sql.ref('happened_at'), sql.ref('id')))
    .execute();
  const ids = rows.map((row) => row.id);
  const [attendees, tasks, signals, edited] = await Promise.all([
    readAttendees(reader, ids),
    readTaskCounts(reader, ids),
    readSignals(reader, ids),
    openEdits(reader, ids),
  ]);
  return rows.map((row) => ({
    type: 'note',
    id: row.id,
    happenedAt: row.happened_at,
    kind: row.kind,
    ...shownNote(row.body),
    isCut: row.is_cut === 1,
    attendees: attendees.get(row.id) ?? [],
    initiatedBy: row.initiated_by,
    tasksDone: tasks.get(row.id)?.done ?? 0,
    tasksTotal: tasks.get(row.id)?.total ?? 0,
    signals: signals.get(row.id) ?? [],
    isBeingEdited: edited.has(row.id),
  }));
}

/** Names by note: the client's people first, then ours. */
async function readAttendees(reader: Reader, noteIds: readonly Id[]): Promise<ReadonlyMap<Id, string[]>> {
  const rows = await reader
    .selectFrom('note_attendee')
    .leftJoin('contact', 'contact.id', 'note_attendee.contact_id')
    .leftJoin('partner', 'partner.id', 'note_attendee.partner_id')
    .select(['note_attendee.note_id as noteId', 'contact.name as contact', 'partner.name as partner'])
    .where('note_attendee.note_id', 'in', noteIds)
    .where('note_attendee.deleted_at', 'is', null)
    .orderBy('note_attendee.partner_id')
    .orderBy('note_attendee.id')
    .execute();
  return valuesByNote(rows.map(({ noteId, contact, partner }) => ({ noteId, value: contact ?? partner })));
}

async function readTaskCounts(
  reader: Reader,
  noteIds: readonly Id[],
): Promise<ReadonlyMap<Id, { readonly done: number; readonly total: number }>> {
  const rows = await reader
    .selectFrom('task')
    .select(({ fn }) => ['note_id', fn.count<number>('done_at').as('done'), fn.countAll<number>().as('total')])
    .where('note_id', 'in', noteIds)
    .where('deleted_at', 'is', null)
    .groupBy('note_id')
    .execute();
  return new Map(rows.flatMap(({ note_id: id, done, total }) => (id === null ? [] : [[id, { done, total }] as const])));
}

async function readSignals(reader: Reader, noteIds: readonly Id[]): Promise<ReadonlyMap<Id, string[]>> {
  const rows = await reader
    .selectFrom('signal_mark')
    .select(['note_id as noteId', 'code as value'])
    .where('note_id', 'in', noteIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return valuesByNote(rows);
}

function valuesByNote(
  rows: readonly { readonly noteId: Id | null; readonly value: string | null }[],
): ReadonlyMap<Id, string[]> {
  const known = rows.flatMap(({ noteId, value }) => (noteId === null || value === null ? [] : [{ noteId, value }]));
  const groups = Map.groupBy(known, (row) => row.noteId);
  return new Map([...groups].map(([noteId, group]) => [noteId, group.map((row) => row.value)]));
}

async function readReadings(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const happenedAt = sql<string>`(kpi_reading.measured_on || ${momentOf('')})`;
  const rows = await reader
    .selectFrom('kpi_reading')
    .innerJoin('kpi', 'kpi.id', 'kpi_reading.kpi_id')
    .select(['kpi_reading.id', 'kpi.name as kpi', 'unit', 'value', 'remark', happenedAt.as('happenedAt')])
    .where('kpi.client_id', '=', page.clientId)
    .where('kpi.deleted_at', 'is', null)
    .where('kpi_reading.deleted_at', 'is', null)
    .$call((query) => onPage(query, page, happenedAt, sql.ref('kpi_reading.id')))
    .execute();
  return rows.map((row) => ({ type: 'reading', ...row }));
}
