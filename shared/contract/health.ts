import { z } from 'zod';
import { isReportPeriod, reportKinds } from '../health/reports.ts';
import { call, commandId, day, id, language, line } from './call.ts';
import { healthReason } from './client-health.ts';

const count = z.number().int();

/** Why a client waits for a partner; the words are made by the renderer. */
export const attentionReason = z.discriminatedUnion('kind', [
  /** `days` since the last touch or, where there was none and the first is waited for, since the client was added. */
  z.object({ kind: z.literal('rhythm'), days: count, norm: count, isFirst: z.boolean() }),
  /** In doubtful health, with the worst of the reasons that stand in no other row; what was seen has a language. */
  z.object({
    kind: z.literal('health'),
    verdict: z.enum(['watch', 'risk']),
    worst: healthReason,
    language: language.optional(),
  }),
  /** Of tasks, reports and renewals the one that waits longest speaks; `more` of the same client stand behind it. */
  z.object({ kind: z.literal('task'), taskId: id, title: z.string(), dueOn: day, more: count }),
  z.object({ kind: z.literal('report'), report: z.enum(reportKinds), period: z.string(), dueOn: day, more: count }),
  z.object({ kind: z.literal('renewal'), name: z.string(), renewalOn: day, more: count }),
  /** The day on which a trial that ended with "not now" is to be spoken of again. */
  z.object({ kind: z.literal('revisit'), on: day }),
  z.object({ kind: z.literal('verdict'), endedOn: day }),
  /** Of the items that are late or due the first one's day. */
  z.object({ kind: z.enum(['handoff_overdue', 'handoff_due']), handoffId: id, dueOn: day, count }),
  z.object({ kind: z.literal('handoff_end'), handoffId: id, endOn: day }),
  z.object({ kind: z.literal('handoff_past_end'), handoffId: id, days: count }),
]);

export const attentionRow = z.object({
  clientId: id,
  clientName: z.string(),
  partnerId: id.nullable(),
  group: z.enum(['today', 'week', 'watch']),
  reason: attentionReason,
  /** Stable keys of what the row says, such as `rhythm` or `task:<id>`; a folded row has several. */
  subjects: z.array(z.string()).readonly(),
  /** How long it has been waiting or, below zero, how far away it is. */
  lateDays: count,
});

export const snoozedRow = z.object({
  row: attentionRow,
  snoozeIds: z.array(id).readonly(),
  untilOn: day,
  reason: z.string(),
});

/** The nearest touch that the norms ask for, of one partner's clients. */
export const plannedContact = z.object({ clientId: id, clientName: z.string(), partnerId: id.nullable(), on: day });

/** A kind and what it is about: `rhythm`, `task:<id>`, `report:month:2026-10`. */
const subject = z
  .string()
  .max(100)
  .regex(/^[a-z_]+(?::[\w-]+)*$/);

/** More than any partner lets pile up with one client. */
const foldedAtMost = 5000;

const revision = z.number().int();

export const health = {
  /** All that waits for a partner on the clock's today, and the numbers beside the destinations. */
  'health.attention': call(
    z.object({
      /** False asks for the numbers alone. */
      withRows: z.boolean().optional(),
      /** Numbers beside the pages count what is this partner's alone, as the pages show it; `clients` counts all in any case. */
      partnerId: id.nullable().optional(),
    }),
    z.object({
      revision,
      /** The day the rows were made for. */
      today: day,
      rows: z.array(attentionRow).readonly(),
      snoozed: z.array(snoozedRow).readonly(),
      next: z.array(plannedContact).readonly(),
      counts: z.object({ clients: count, archive: count, handoffs: count, attention: count }),
    }),
  ),
  /** What these subjects say is gone from the list until the day comes. */
  'health.snooze': call(
    z.object({
      commandId,
      clientId: id,
      subjects: z.array(subject).min(1).max(foldedAtMost),
      untilOn: day,
      reason: line,
    }),
    z.object({ revision }),
  ),
  'health.wake': call(z.object({ commandId, snoozeIds: z.array(id).min(1).max(foldedAtMost) }), z.object({ revision })),
  /** Notes that a report went out today. */
  'health.markReportSent': call(
    z
      .object({ commandId, clientId: id, report: z.enum(reportKinds), period: z.string() })
      .refine(({ report, period }) => isReportPeriod(report, period), { path: ['period'] }),
    z.object({ revision }),
  ),
  /** Shows the day's notification now, to see what it looks like; `clients` is the number it names. */
  'health.showReminder': call(z.object({}), z.object({ clients: count, isShown: z.boolean() })),
} as const;

export type AttentionReason = z.infer<typeof attentionReason>;
export type AttentionRow = z.infer<typeof attentionRow>;
export type SnoozedRow = z.infer<typeof snoozedRow>;
export type PlannedContact = z.infer<typeof plannedContact>;
