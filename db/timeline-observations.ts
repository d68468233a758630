import type { Day, Id } from '../shared/contract/call.ts';
import type { TimelineEntry } from '../shared/contract/clients.ts';
import { dayOf, momentOf } from './local-day.ts';
import type { Reader } from './schema.ts';
import { suggestion } from './signals.ts';
import { cut, type TimelinePage } from './timeline-page.ts';

type SnoozeEntry = Extract<TimelineEntry, { readonly type: 'snooze' }>;
type Subject = SnoozeEntry['subjects'][number];

/** What the partners saw and tried: signs, the first impression, trials, what they put off, and who left the client. */
export async function readObservations(reader: Reader, page: TimelinePage, today: Day): Promise<TimelineEntry[]> {
  const parts = await Promise.all([
    readMarks(reader, page.clientId),
    readTrialStarts(reader, page.clientId, today),
    readImpression(reader, page.clientId),
    readSnoozes(reader, page.clientId),
    readLeavings(reader, page.clientId, today),
  ]);
  return cut(parts.flat(), page);
}

/** A sign that is no longer true stays here with what it was seen by. */
async function readMarks(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('signal_mark')
    .select(['id', 'code', 'evidence', 'marked_on', 'ended_on', 'created_at'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ marked_on, ended_on, created_at, ...mark }): readonly TimelineEntry[] => {
    const marked = { type: 'signal', event: 'marked', isStillTrue: ended_on === null, ...mark } as const;
    const markedOn = dayOf(marked_on || created_at);
    return [
      { ...marked, happenedAt: momentOf(markedOn) },
      ...(ended_on === null ? [] : [{ ...marked, event: 'ended' as const, happenedAt: momentOf(ended_on, 1) }]),
    ];
  });
}

/** A trial that is planned has not begun. */
async function readTrialStarts(reader: Reader, clientId: Id, today: Day): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('trial')
    .select(['id', 'success_sign as successSign', 'started_on'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ started_on, ...trial }): readonly TimelineEntry[] =>
    started_on === null || started_on > today
      ? []
      : [{ type: 'trial_begun', happenedAt: momentOf(started_on), ...trial }],
  );
}

async function readImpression(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const row = await reader
    .selectFrom('client')
    .select(['id', 'first_impression as words', 'first_impression_on as writtenOn'])
    .where('id', '=', clientId)
    .executeTakeFirst();
  if (row === undefined || row.writtenOn === null || row.words === '') return [];
  return [{ type: 'impression', id: row.id, happenedAt: momentOf(row.writtenOn), words: row.words }];
}

async function readLeavings(reader: Reader, clientId: Id, today: Day): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('contact')
    .select(['id', 'name', 'left_on'])
    .where('client_id', '=', clientId)
    .where('left_on', '<=', today)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ left_on, ...contact }): readonly TimelineEntry[] =>
    left_on === null ? [] : [{ type: 'left', happenedAt: momentOf(left_on), ...contact }],
  );
}

/** Several subjects put off at once are one entry. */
async function readSnoozes(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('snooze')
    .select(['id', 'created_at as happenedAt', 'until_on as untilOn', 'reason', 'subject'])
    .where('client_id', '=', clientId)
    .where('subject', 'not like', `${suggestion}%`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const names = await readNames(reader, clientId, rows);
  const groups = Map.groupBy(rows, ({ happenedAt, untilOn, reason }) => `${happenedAt} ${untilOn} ${reason}`);
  return [...groups.values()].flatMap((group): readonly TimelineEntry[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { subject: _subject, ...entry } = first;
    return [{ type: 'snooze', ...entry, subjects: group.map(({ subject }) => subjectOf(subject, names)) }];
  });
}

/** A report is told by its period, a reason of the verdict on health by its code, the last part of the subject. */
function subjectOf(subject: string, names: ReadonlyMap<Id, string>): Subject {
  const [kind = '', ...parts] = subject.split(':');
  const last = parts.at(-1) ?? '';
  const isTold = kind === 'report' || kind === 'health';
  return { kind, name: names.get(last) ?? (isTold ? last : '') };
}

/** Of tasks, accesses, items of a handoff and signs that were put off, those that were deleted since among them. */
async function readNames(
  reader: Reader,
  clientId: Id,
  rows: readonly { readonly subject: string }[],
): Promise<ReadonlyMap<Id, string>> {
  const ids = new Set(rows.map(({ subject }) => subject.split(':').at(-1) ?? ''));
  if (ids.size === 0) return new Map();
  const [tasks, assets, items, marks] = await Promise.all([
    reader.selectFrom('task').select(['id', 'title as name']).where('client_id', '=', clientId).execute(),
    reader.selectFrom('asset').select(['id', 'name']).where('client_id', '=', clientId).execute(),
    reader
      .selectFrom('handoff_item')
      .innerJoin('handoff', 'handoff.id', 'handoff_item.handoff_id')
      .select(['handoff_item.id', 'handoff_item.title as name'])
      .where('handoff.client_id', '=', clientId)
      .execute(),
    reader.selectFrom('signal_mark').select(['id', 'code as name']).where('client_id', '=', clientId).execute(),
  ]);
  return new Map(
    [...tasks, ...assets, ...items, ...marks].filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name]),
  );
}
