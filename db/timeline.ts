import type { CallOutput, CallRequest } from '../shared/contract/contract.ts';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { TimelineEntry } from '../shared/contract/clients.ts';
import { splitTitle } from '../shared/note-title.ts';
import { localDay } from './local-day.ts';
import type { Reader } from './schema.ts';

type Request = CallRequest<'clients.timeline'>;

/** The spot below which a page of the timeline begins. */
type Before = Request['before'];

/** Notes, stage changes and what happened to handoffs, newest first. Drafts are not part of it. */
export async function readTimeline(reader: Reader, request: Request): Promise<CallOutput<'clients.timeline'>> {
  const { filter, limit } = request;
  const page = { ...request, limit: limit + 1 };
  const parts = await Promise.all([
    filter === 'stages' ? [] : readNotes(reader, page),
    filter === 'notes' ? [] : readStageChanges(reader, page),
    filter === 'notes' ? [] : readHandoffEvents(reader, page),
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

function isBefore(entry: { readonly happenedAt: Instant; readonly id: Id }, before: Before): boolean {
  if (before === null || entry.happenedAt < before.happenedAt) return true;
  return entry.happenedAt === before.happenedAt && entry.id < before.id;
}

async function readNotes(reader: Reader, { clientId, before, limit }: Request): Promise<TimelineEntry[]> {
  let query = reader
    .selectFrom('note')
    .select(['id', 'kind', 'happened_at', 'initiated_by', 'body'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .where('finished_at', 'is not', null)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('happened_at', 'id'), '<', tuple(before.happenedAt, before.id)),
    );
  }
  const rows = await query.execute();
  const ids = rows.map((row) => row.id);
  const [attendees, tasks, signals] = await Promise.all([
    readAttendees(reader, ids),
    readTaskCounts(reader, ids),
    readSignals(reader, ids),
  ]);
  return rows.map((row) => ({
    type: 'note',
    id: row.id,
    happenedAt: row.happened_at,
    kind: row.kind,
    ...splitTitle(row.body),
    attendees: attendees.get(row.id) ?? [],
    initiatedBy: row.initiated_by,
    tasksDone: tasks.get(row.id)?.done ?? 0,
    tasksTotal: tasks.get(row.id)?.total ?? 0,
    signals: signals.get(row.id) ?? [],
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

async function readStageChanges(reader: Reader, { clientId, before, limit }: Request): Promise<TimelineEntry[]> {
  let query = reader
    .selectFrom('stage_change')
    .select(['id', 'happened_at', 'from_stage', 'to_stage', 'reason', 'created_by'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('happened_at', 'id'), '<', tuple(before.happenedAt, before.id)),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    type: 'stage',
    id: row.id,
    happenedAt: row.happened_at,
    from: row.from_stage,
    to: row.to_stage,
    reason: row.reason,
    by: row.created_by,
  }));
}

/** A client has few handoffs and few issued documents: all are read and cut here. */
async function readHandoffEvents(reader: Reader, { clientId, before }: Request): Promise<TimelineEntry[]> {
  const handoffs = await reader
    .selectFrom('handoff')
    .select(['id', 'start_on', 'created_at', 'closed_at', 'state'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const issues = await reader
    .selectFrom('document_issue')
    .innerJoin('handoff', 'handoff.id', 'document_issue.handoff_id')
    .select(['document_issue.id', 'handoff.id as handoffId', 'issued_at as happenedAt', 'file_name as detail'])
    .where('handoff.client_id', '=', clientId)
    .where('handoff.deleted_at', 'is', null)
    .where('document_issue.deleted_at', 'is', null)
    .execute();
  const entries: readonly TimelineEntry[] = [
    ...handoffs.flatMap((handoff) => milestonesOf(handoff)),
    ...issues.map((issue) => ({ type: 'handoff' as const, event: 'document' as const, ...issue })),
  ];
  return entries.filter((entry) => isBefore(entry, before));
}

interface HandoffDates {
  readonly id: Id;
  readonly start_on: string;
  readonly created_at: Instant;
  readonly closed_at: Instant | null;
  readonly state: string;
}

function milestonesOf({ id, start_on, created_at, closed_at, state }: HandoffDates): readonly TimelineEntry[] {
  // A handoff may be dated to another day than the one it was typed in on; then only the day is known.
  const startedAt = localDay(created_at) === start_on ? created_at : `${start_on}T12:00:00.000Z`;
  const base = { type: 'handoff', id, handoffId: id, detail: '' } as const;
  const started: TimelineEntry = { ...base, event: 'started', happenedAt: startedAt };
  if (closed_at === null) return [started];
  const end = state === 'cancelled' ? 'cancelled' : 'closed';
  return [started, { ...base, event: end, happenedAt: closed_at }];
}
