import { addDays, type Day } from '../calendar.ts';
import type { Id } from '../contract/call.ts';
import type { AttentionReason, AttentionRow, PlannedContact, SnoozedRow } from '../contract/health.ts';
import {
  type AttentionClient,
  type AttentionHandoff,
  type Entry,
  entriesOf,
  waitedSince,
} from './attention-entries.ts';
import { daysSince } from './days-since.ts';
import { type Doubt, doubtEntries } from './doubts.ts';
import { type Snooze, sleepersOf } from './snoozes.ts';

export interface AttentionInput {
  readonly clients: readonly AttentionClient[];
  /** Those that run. */
  readonly handoffs: readonly AttentionHandoff[];
  /** In the order they were made. */
  readonly snoozes: readonly Snooze[];
  /** By client. */
  readonly doubts: ReadonlyMap<Id, Doubt>;
}

export interface Attention {
  readonly rows: readonly AttentionRow[];
  readonly snoozed: readonly SnoozedRow[];
}

/** Everything that waits for a partner, the latest first; what was put off stands apart. */
export function attentionOf({ clients, handoffs, snoozes, doubts }: AttentionInput, today: Day): Attention {
  const handoffsOf = Map.groupBy(handoffs, (handoff) => handoff.clientId);
  const snoozesOf = Map.groupBy(snoozes, (snooze) => snooze.clientId);
  const since = daysSince(today);
  const rows: AttentionRow[] = [];
  const snoozed: SnoozedRow[] = [];
  for (const client of clients) {
    const ofHandoffs = handoffsOf.get(client.id) ?? [];
    // Who is leaving is looked after by the handoff.
    const doubt = ofHandoffs.length > 0 ? undefined : doubts.get(client.id);
    const entries = [...entriesOf(client, ofHandoffs, today, since), ...doubtEntries(doubt)];
    if (entries.length === 0) continue;
    const asleep = sleepersOf(snoozesOf.get(client.id) ?? [], client.lastTouchAt, today);
    const awake = entries.filter((entry) => !asleep.has(entry.subject));
    rows.push(...folded(client, awake));
    snoozed.push(...snoozedRows(client, entries, asleep));
  }
  return { rows: rows.sort(latestFirst), snoozed: snoozed.sort(soonestFirst) };
}

/**
 * The number beside the page's name: clients that something is late or due today for, a touch that is overdue too, and
 * those in doubtful health.
 */
export function attentionCount(rows: readonly AttentionRow[]): number {
  return new Set(rows.filter(({ lateDays }) => lateDays >= 0).map(({ clientId }) => clientId)).size;
}

/** The nearest touch by plan among the clients of each partner, for the calm page. */
export function nextContacts(clients: readonly AttentionClient[], today: Day): readonly PlannedContact[] {
  const since = daysSince(today);
  const nearest = new Map<Id | null, { readonly client: AttentionClient; readonly inDays: number }>();
  for (const client of clients) {
    const from = waitedSince(client);
    if (from === null || client.contactNormDays === null) continue;
    const inDays = client.contactNormDays - since(from);
    const known = nearest.get(client.partnerId);
    if (inDays >= 0 && (known === undefined || inDays < known.inDays))
      nearest.set(client.partnerId, { client, inDays });
  }
  return [...nearest.values()]
    .toSorted((one, other) => one.inDays - other.inDays)
    .map(({ client: { id, name, partnerId }, inDays }) => ({
      clientId: id,
      clientName: name,
      partnerId,
      on: addDays(today, inDays),
    }));
}

/** Tasks of one client in one group share a row, and so do reports, renewals and items of a handoff. */
function folded(client: AttentionClient, entries: readonly Entry[]): readonly AttentionRow[] {
  const rows = Map.groupBy(entries, ({ group, reason }) => `${group} ${reason.kind}`);
  return [...rows.values()].flatMap((together) => rowOf(client, together));
}

function rowOf({ id, name, partnerId }: AttentionClient, together: readonly Entry[]): readonly AttentionRow[] {
  const [first, ...others] = together.toSorted((one, other) => other.lateDays - one.lateDays);
  if (first === undefined) return [];
  const { reason, group, lateDays } = first;
  return [
    {
      clientId: id,
      clientName: name,
      partnerId,
      group,
      lateDays,
      reason: counted(reason, together.length),
      subjects: [first, ...others].map(({ subject }) => subject),
    },
  ];
}

function counted(reason: AttentionReason, count: number): AttentionReason {
  if ('more' in reason) return { ...reason, more: count - 1 };
  return 'count' in reason ? { ...reason, count } : reason;
}

/** What was put off together is shown together, and wakes up together. */
function snoozedRows(
  client: AttentionClient,
  entries: readonly Entry[],
  asleep: ReadonlyMap<string, Snooze>,
): readonly SnoozedRow[] {
  const together = Map.groupBy(
    entries.flatMap((entry) => {
      const snooze = asleep.get(entry.subject);
      return snooze === undefined ? [] : [{ entry, snooze }];
    }),
    ({ entry, snooze: { untilOn, reason, madeAt } }) => [untilOn, madeAt, reason, entry.reason.kind].join(' '),
  );
  return [...together.values()].flatMap((pairs) => {
    const [row] = rowOf(
      client,
      pairs.map(({ entry }) => entry),
    );
    const snooze = pairs[0]?.snooze;
    if (row === undefined || snooze === undefined) return [];
    const { untilOn, reason } = snooze;
    return [{ row, snoozeIds: pairs.map((pair) => pair.snooze.id), untilOn, reason }];
  });
}

function latestFirst(one: AttentionRow, other: AttentionRow): number {
  return (
    other.lateDays - one.lateDays ||
    Number(isAtRisk(other)) - Number(isAtRisk(one)) ||
    (one.clientId < other.clientId ? -1 : 1)
  );
}

function isAtRisk({ reason }: AttentionRow): boolean {
  return reason.kind === 'health' && reason.verdict === 'risk';
}

function soonestFirst(one: SnoozedRow, other: SnoozedRow): number {
  if (one.untilOn !== other.untilOn) return one.untilOn < other.untilOn ? -1 : 1;
  return latestFirst(one.row, other.row);
}
