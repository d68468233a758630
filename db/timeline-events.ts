import type { Day, Id, Instant } from '../shared/contract/call.ts';
import type { TimelineEntry } from '../shared/contract/clients.ts';
import { localDay, momentOf } from './local-day.ts';
import type { Reader } from './schema.ts';
import { cut, type TimelinePage } from './timeline-page.ts';

// What happens seldom with a client: all of it is read and cut here.

export async function readHandoffEvents(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const handoffs = await reader
    .selectFrom('handoff')
    .select(['id', 'start_on', 'created_at', 'closed_at', 'state', 'cancel_reason'])
    .where('client_id', '=', page.clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const extensions = await reader
    .selectFrom('handoff_extension')
    .innerJoin('handoff', 'handoff.id', 'handoff_extension.handoff_id')
    .select([
      'handoff_extension.id',
      'handoff.id as handoffId',
      'handoff_extension.created_at as happenedAt',
      'handoff_extension.reason as detail',
    ])
    .where('handoff.client_id', '=', page.clientId)
    .where('handoff.deleted_at', 'is', null)
    .where('handoff_extension.deleted_at', 'is', null)
    .execute();
  const issues = await reader
    .selectFrom('document_issue')
    .innerJoin('handoff', 'handoff.id', 'document_issue.handoff_id')
    .select(['document_issue.id', 'handoff.id as handoffId', 'issued_at as happenedAt', 'file_name as detail'])
    .where('handoff.client_id', '=', page.clientId)
    .where('handoff.deleted_at', 'is', null)
    .where('document_issue.deleted_at', 'is', null)
    .execute();
  const entries: readonly TimelineEntry[] = [
    ...handoffs.flatMap((handoff) => milestonesOf(handoff)),
    ...extensions.map((extension) => ({ type: 'handoff' as const, event: 'extended' as const, ...extension })),
    ...issues.map((issue) => ({ type: 'handoff' as const, event: 'document' as const, ...issue })),
  ];
  return cut(entries, page);
}

interface HandoffDates {
  readonly id: Id;
  readonly start_on: string;
  readonly created_at: Instant;
  readonly closed_at: Instant | null;
  readonly state: string;
  readonly cancel_reason: string | null;
}

function milestonesOf({
  id,
  start_on,
  created_at,
  closed_at,
  state,
  cancel_reason,
}: HandoffDates): readonly TimelineEntry[] {
  // A handoff may be dated to another day than the one it was typed in on; then only the day is known.
  const startedAt = localDay(created_at) === start_on ? created_at : momentOf(start_on);
  const base = { type: 'handoff', id, handoffId: id, detail: '' } as const;
  const started: TimelineEntry = { ...base, event: 'started', happenedAt: startedAt };
  if (closed_at === null) return [started];
  const end = state === 'cancelled' ? 'cancelled' : 'closed';
  return [started, { ...base, event: end, happenedAt: closed_at, detail: cancel_reason ?? '' }];
}

/** An end that was agreed for a day ahead has not happened. */
export async function readEngagementEvents(reader: Reader, page: TimelinePage, today: Day): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('engagement')
    .select(['id', 'kind', 'title', 'start_on', 'end_on', 'end_reason'])
    .where('client_id', '=', page.clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const entries = rows.flatMap(({ id, kind, title, start_on, end_on, end_reason }): readonly TimelineEntry[] => {
    const base = { type: 'engagement', id, kind, title } as const;
    const started = { ...base, event: 'started', reason: '' } as const;
    const ended = { ...base, event: 'ended', reason: end_reason } as const;
    return [
      ...(start_on === null ? [] : [{ ...started, happenedAt: momentOf(start_on) }]),
      ...(end_on === null || end_on > today ? [] : [{ ...ended, happenedAt: momentOf(end_on, 1) }]),
    ];
  });
  return cut(entries, page);
}

export async function readSentReports(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('report')
    .select(['id', 'kind', 'period', 'summary', 'sent_on'])
    .where('client_id', '=', page.clientId)
    .where('deleted_at', 'is', null)
    .execute();
  const entries = rows.flatMap(({ sent_on, ...report }): readonly TimelineEntry[] =>
    sent_on === null ? [] : [{ type: 'report', happenedAt: momentOf(sent_on), ...report }],
  );
  return cut(entries, page);
}

/** What was told, asked and answered. */
export async function readTalks(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const parts = await Promise.all([
    readInsights(reader, page.clientId),
    readRequests(reader, page.clientId),
    readIntentChecks(reader, page.clientId),
    readVerdicts(reader, page.clientId),
  ]);
  return cut(parts.flat(), page);
}

async function readInsights(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('insight')
    .select(['id', 'kind', 'title', 'told_on', 'is_beyond_contract'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ told_on, is_beyond_contract, ...insight }) => ({
    type: 'insight',
    happenedAt: momentOf(told_on),
    isBeyondContract: is_beyond_contract === 1,
    ...insight,
  }));
}

async function readRequests(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('request')
    .select(['id', 'wish', 'result', 'result_words as words', 'asked_on', 'result_on'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ id, wish, result, words, asked_on, result_on }): readonly TimelineEntry[] => {
    const asked = { type: 'request', id, wish } as const;
    return [
      { ...asked, event: 'asked', happenedAt: momentOf(asked_on), result: '', words: '' },
      ...(result_on === null || result === ''
        ? []
        : [{ ...asked, event: 'answered' as const, happenedAt: momentOf(result_on, 1), result, words }]),
    ];
  });
}

async function readIntentChecks(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('intent_check')
    .select(['id', 'checked_on', 'has_plan as hasPlan', 'said_by as saidBy', 'words'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ checked_on, ...check }) => ({ type: 'intent', happenedAt: momentOf(checked_on), ...check }));
}

async function readVerdicts(reader: Reader, clientId: Id): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('trial')
    .select(['id', 'our_verdict', 'our_words', 'our_verdict_on', 'their_verdict', 'their_words', 'their_verdict_on'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap((row): readonly TimelineEntry[] => {
    const ours = { type: 'trial', side: 'ours', id: row.id, verdict: row.our_verdict, words: row.our_words } as const;
    const theirs = { ...ours, side: 'theirs', verdict: row.their_verdict, words: row.their_words } as const;
    return [
      ...(row.our_verdict_on === null || ours.verdict === ''
        ? []
        : [{ ...ours, happenedAt: momentOf(row.our_verdict_on, 1) }]),
      ...(row.their_verdict_on === null || theirs.verdict === ''
        ? []
        : [{ ...theirs, happenedAt: momentOf(row.their_verdict_on, 2) }]),
    ];
  });
}
