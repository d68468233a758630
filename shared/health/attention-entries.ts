import { type Day, daysBetween } from '../calendar.ts';
import type { Id, Instant } from '../contract/call.ts';
import type { DueReport } from './reports.ts';
import type { AttentionReason, AttentionRow } from '../contract/health.ts';

/** What the list needs to know of a client; days are the partner's own calendar days. */
export interface AttentionClient {
  readonly id: Id;
  readonly name: string;
  readonly partnerId: Id | null;
  /** Somebody whom nobody met yet is waited for from here on. */
  readonly addedOn: Day | null;
  readonly lastTouchOn: Day | null;
  readonly lastTouchAt: Instant | null;
  /** Days between touches that are normal for this client; null where nobody counts. */
  readonly contactNormDays: number | null;
  /** Our open tasks with a date. */
  readonly tasks: readonly AttentionTask[];
  readonly reports: readonly DueReport[];
  /** Renewals that are near or past. */
  readonly renewals: readonly { readonly id: Id; readonly name: string; readonly renewalOn: Day }[];
  readonly revisit: Revisit | null;
  /** A trial that is over while somebody has not said what came of it. */
  readonly verdict: { readonly trialId: Id; readonly endedOn: Day } | null;
}

export interface AttentionTask {
  readonly id: Id;
  readonly title: string;
  readonly dueOn: Day;
  readonly madeAt: Instant;
}

/** “Not now”: when it is to be spoken of again, and from when on what is planned answers it. */
export interface Revisit {
  readonly trialId: Id;
  readonly on: Day;
  readonly saidAt: Instant | null;
}

export interface AttentionHandoff {
  readonly id: Id;
  readonly clientId: Id;
  readonly endOn: Day;
  /** Open ones. */
  readonly items: readonly { readonly id: Id; readonly dueOn: Day }[];
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
    ...verdict(client, today),
    ...handoffs.flatMap((handoff) => handoffEntries(handoff, today)),
  ];
}

/** Late or due today, or due within the week; what is further away says nothing yet. */
function dated(subject: string, lateDays: number, reason: AttentionReason): readonly Entry[] {
  if (lateDays < -nearDays) return [];
  return [{ subject, group: lateDays >= 0 ? 'today' : 'week', reason, lateDays }];
}

function rhythm(client: AttentionClient, since: (day: Day) => number): readonly Entry[] {
  const { contactNormDays } = client;
  const from = waitedSince(client);
  if (from === null || contactNormDays === null) return [];
  const days = since(from);
  if (days <= contactNormDays) return [];
  const reason = { kind: 'rhythm', days, norm: contactNormDays, isFirst: client.lastTouchOn === null } as const;
  return [{ subject: 'rhythm', group: 'watch', reason, lateDays: days - contactNormDays }];
}

/** From where the days without a touch are counted. */
export function waitedSince({ lastTouchOn, addedOn }: AttentionClient): Day | null {
  return lastTouchOn ?? addedOn;
}

/** A renewal is worth knowing of long before its week. */
function renewal(id: string, name: string, renewalOn: Day, today: Day): Entry {
  const lateDays = daysBetween(renewalOn, today);
  const group = lateDays >= 0 ? 'today' : lateDays >= -nearDays ? 'week' : 'watch';
  return { subject: `asset:${id}`, group, reason: { kind: 'renewal', name, renewalOn, more: 0 }, lateDays };
}

/** A touch from that day on has taken it up, and so has a step that is planned for then or later or was since. */
function revisit({ revisit: planned, lastTouchOn, tasks }: AttentionClient, today: Day): readonly Entry[] {
  if (planned === null) return [];
  const { trialId, on, saidAt } = planned;
  const isAnswer = ({ dueOn, madeAt }: AttentionTask) => dueOn >= on || (saidAt !== null && madeAt >= saidAt);
  const isTakenUp = (lastTouchOn !== null && lastTouchOn >= on) || tasks.some(isAnswer);
  return isTakenUp ? [] : dated(`revisit:${trialId}`, daysBetween(on, today), { kind: 'revisit', on });
}

function verdict({ verdict: missing }: AttentionClient, today: Day): readonly Entry[] {
  if (missing === null) return [];
  const { trialId, endedOn } = missing;
  return dated(`verdict:${trialId}`, daysBetween(endedOn, today), { kind: 'verdict', endedOn });
}

/** Past its last day a handoff speaks as a whole; before that its items do, each of which can be put off by itself. */
function handoffEntries({ id: handoffId, items, endOn }: AttentionHandoff, today: Day): readonly Entry[] {
  const days = daysBetween(endOn, today);
  if (days > 0) return dated(`handoff_past_end:${handoffId}`, days, { kind: 'handoff_past_end', handoffId, days });
  return [
    ...dated(`handoff_end:${handoffId}`, days, { kind: 'handoff_end', handoffId, endOn }),
    ...items.flatMap(({ id, dueOn }) => {
      const lateDays = daysBetween(dueOn, today);
      const kind = lateDays > 0 ? 'handoff_overdue' : 'handoff_due';
      return dated(`handoff_item:${id}`, lateDays, { kind, handoffId, dueOn, count: 1 });
    }),
  ];
}
