import { addDays, type Day, daysBetween } from '../calendar.ts';

/** What the list needs to know of a client; days are the partner's own calendar days. */
export interface AttentionClient {
  readonly id: string;
  readonly lastTouchOn: Day | null;
  /** Days between touches that are normal for this client; null where nobody counts. */
  readonly contactNormDays: number | null;
  readonly nextStep: { readonly title: string; readonly dueOn: Day | null } | null;
}

export interface AttentionHandoff {
  readonly id: string;
  readonly clientId: string;
  readonly overdue: number;
  readonly endOn: Day;
}

export type AttentionReason =
  | { readonly kind: 'step_overdue'; readonly title: string; readonly days: number }
  | { readonly kind: 'step_today'; readonly title: string }
  | { readonly kind: 'step_soon'; readonly title: string; readonly dueOn: Day }
  | { readonly kind: 'rhythm'; readonly days: number; readonly norm: number }
  | { readonly kind: 'handoff_overdue'; readonly handoffId: string; readonly count: number }
  | { readonly kind: 'handoff_past_end'; readonly handoffId: string; readonly days: number };

export type AttentionGroup = 'today' | 'week' | 'watch';

export interface AttentionRow {
  readonly clientId: string;
  readonly group: AttentionGroup;
  readonly reason: AttentionReason;
  /** How long it has been waiting or, below zero, how far away it is. */
  readonly lateDays: number;
}

/** Everything that waits for a partner, the latest first in each group. */
export function attentionOf(
  clients: readonly AttentionClient[],
  handoffs: readonly AttentionHandoff[],
  today: Day,
): readonly AttentionRow[] {
  const rows = [
    ...clients.flatMap((client) => [...stepRows(client, today), ...rhythmRows(client, today)]),
    ...handoffs.flatMap((handoff) => handoffRows(handoff, today)),
  ];
  return rows.sort((one, other) => other.lateDays - one.lateDays || (one.clientId < other.clientId ? -1 : 1));
}

/** The number beside the page's name: clients that something is late or due for today. */
export function attentionCount(rows: readonly AttentionRow[]): number {
  return new Set(rows.filter((row) => row.group !== 'week').map((row) => row.clientId)).size;
}

/** The nearest touch that the norms ask for, for the calm page. */
export function nextContact(
  clients: readonly AttentionClient[],
  today: Day,
): { readonly clientId: string; readonly on: Day } | null {
  const planned = clients.flatMap(({ id, lastTouchOn, contactNormDays }) =>
    lastTouchOn === null || contactNormDays === null
      ? []
      : [{ clientId: id, on: addDays(lastTouchOn, contactNormDays) }],
  );
  return planned.filter(({ on }) => on >= today).sort((one, other) => (one.on < other.on ? -1 : 1))[0] ?? null;
}

function stepRows({ id, nextStep }: AttentionClient, today: Day): readonly AttentionRow[] {
  if (nextStep === null || nextStep.dueOn === null) return [];
  const { title, dueOn } = nextStep;
  const lateDays = daysBetween(dueOn, today);
  if (lateDays > 0)
    return [{ clientId: id, group: 'today', reason: { kind: 'step_overdue', title, days: lateDays }, lateDays }];
  if (lateDays === 0) return [{ clientId: id, group: 'today', reason: { kind: 'step_today', title }, lateDays }];
  if (lateDays >= -7) return [{ clientId: id, group: 'week', reason: { kind: 'step_soon', title, dueOn }, lateDays }];
  return [];
}

function rhythmRows({ id, lastTouchOn, contactNormDays }: AttentionClient, today: Day): readonly AttentionRow[] {
  if (lastTouchOn === null || contactNormDays === null) return [];
  const days = daysBetween(lastTouchOn, today);
  if (days <= contactNormDays) return [];
  const reason = { kind: 'rhythm', days, norm: contactNormDays } as const;
  return [{ clientId: id, group: 'watch', reason, lateDays: days - contactNormDays }];
}

function handoffRows({ id, clientId, overdue, endOn }: AttentionHandoff, today: Day): readonly AttentionRow[] {
  const pastEnd = daysBetween(endOn, today);
  if (pastEnd > 0) {
    const reason = { kind: 'handoff_past_end', handoffId: id, days: pastEnd } as const;
    return [{ clientId, group: 'today', reason, lateDays: pastEnd }];
  }
  if (overdue === 0) return [];
  return [
    { clientId, group: 'today', reason: { kind: 'handoff_overdue', handoffId: id, count: overdue }, lateDays: 0 },
  ];
}
