import { type Day, daysBetween } from '../calendar.ts';
import type { Id, Instant } from '../contract/call.ts';
import type { DueReport } from './reports.ts';
import type { AttentionReason, AttentionRow } from '../contract/health.ts';

/** What the list needs to know of a client; days are the partner's own calendar days. */
export interface AttentionClient {
  readonly id: Id;
  readonly name: string;
  readonly partnerId: Id | null;
  readonly lastTouchOn: Day | null;
  readonly lastTouchAt: Instant | null;
  /** Days between touches that are normal for this client; null where nobody counts. */
  readonly contactNormDays: number | null;
  /** Our open tasks with a date. */
  readonly tasks: readonly { readonly id: Id; readonly title: string; readonly dueOn: Day }[];
  readonly reports: readonly DueReport[];
  /** Renewals that are near or past. */
  readonly renewals: readonly { readonly id: Id; readonly name: string; readonly renewalOn: Day }[];
  readonly revisit: { readonly trialId: Id; readonly on: Day } | null;
}

export interface AttentionHandoff {
  readonly id: Id;
  readonly clientId: Id;
  readonly overdue: number;
  readonly endOn: Day;
}

/** One thing that waits, before those of a client are folded and those put off are set apart. */
export interface Entry {
  readonly subject: string;
  readonly group: AttentionRow['group'];
  readonly reason: AttentionReason;
  readonly lateDays: number;
}

const nearDays = 7;

/** All that waits at one client. `since` counts the days from a day until today. */
export function entriesOf(
  client: AttentionClient,
  handoffs: readonly AttentionHandoff[],
  today: Day,
  since: (day: Day) => number,
): readonly Entry[] {
  return [
    ...client.tasks.flatMap(({ id, title, dueOn }) =>
      dated(`task:${id}`, since(dueOn), { kind: 'task', taskId: id, title, dueOn, more: 0 }),
    ),
    ...rhythm(client, since),
    ...client.reports.flatMap(({ kind, period, dueOn }) =>
      dated(`report:${kind}:${period}`, since(dueOn), { kind: 'report', report: kind, period, dueOn, more: 0 }),
    ),
    ...client.renewals.map(({ id, name, renewalOn }) => renewal(id, name, renewalOn, today)),
    ...revisit(client, today),
    ...handoffs.flatMap((handoff) => handoffEntry(handoff, today)),
  ];
}

/** Late or due today, or due within the week; what is further away says nothing yet. */
function dated(subject: string, lateDays: number, reason: AttentionReason): readonly Entry[] {
  if (lateDays < -nearDays) return [];
  return [{ subject, group: lateDays >= 0 ? 'today' : 'week', reason, lateDays }];
}

function rhythm({ lastTouchOn, contactNormDays }: AttentionClient, since: (day: Day) => number): readonly Entry[] {
  if (lastTouchOn === null || contactNormDays === null) return [];
  const days = since(lastTouchOn);
  if (days <= contactNormDays) return [];
  const reason = { kind: 'rhythm', days, norm: contactNormDays } as const;
  return [{ subject: 'rhythm', group: 'watch', reason, lateDays: days - contactNormDays }];
}

/** A renewal is worth knowing of long before its week. */
function renewal(id: string, name: string, renewalOn: Day, today: Day): Entry {
  const lateDays = daysBetween(renewalOn, today);
  const group = lateDays >= 0 ? 'today' : lateDays >= -nearDays ? 'week' : 'watch';
  return { subject: `asset:${id}`, group, reason: { kind: 'renewal', name, renewalOn, more: 0 }, lateDays };
}

/** A touch from that day on, or a step planned for then or later, has taken it up. */
function revisit({ revisit: planned, lastTouchOn, tasks }: AttentionClient, today: Day): readonly Entry[] {
  if (planned === null) return [];
  const { trialId, on } = planned;
  const isTakenUp = (lastTouchOn !== null && lastTouchOn >= on) || tasks.some(({ dueOn }) => dueOn >= on);
  return isTakenUp ? [] : dated(`revisit:${trialId}`, daysBetween(on, today), { kind: 'revisit', on });
}

function handoffEntry({ id, overdue, endOn }: AttentionHandoff, today: Day): readonly Entry[] {
  const subject = `handoff:${id}`;
  const days = daysBetween(endOn, today);
  if (days > 0)
    return [{ subject, group: 'today', reason: { kind: 'handoff_past_end', handoffId: id, days }, lateDays: days }];
  if (overdue === 0) return [];
  return [{ subject, group: 'today', reason: { kind: 'handoff_overdue', handoffId: id, count: overdue }, lateDays: 0 }];
}
