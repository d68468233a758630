import { z } from 'zod';
import { healthRules, longestThreshold } from '../health/thresholds.ts';
import { call, commandId, day, id, language } from './call.ts';

const count = z.number().int();

const line = { points: count, isUnknown: z.boolean() };
const dueTask = z.object({ taskId: id, title: z.string(), dueOn: day });

/** One line of the receipt with the numbers of its sentence; the words are made by the renderer. */
export const healthLine = z.discriminatedUnion('code', [
  z.object({ ...line, code: z.literal('rhythm'), days: count.nullable(), norm: count }),
  /** The nearest step or meeting that is still to come. */
  z.object({
    ...line,
    code: z.literal('next_step'),
    dueOn: day.nullable(),
    taskId: id.nullable(),
    /** Where it is a meeting: the draft that waits for its day. */
    noteId: id.optional(),
    /** Where nothing is to come: the step that stands there all the same, with its day that is over or without one. */
    stale: z.object({ taskId: id, dueOn: day.nullable() }).optional(),
  }),
  /** Of what we promised and are late with, the task that waits longest. */
  z.object({ ...line, code: z.literal('promises'), overdue: count, first: dueTask.nullable() }),
  z.object({ ...line, code: z.literal('report'), days: count.nullable(), norm: count, reportId: id.nullable() }),
  /** Figures on and behind their targets; one that is behind goes before. */
  z.object({
    ...line,
    code: z.literal('results'),
    reached: count,
    behind: count,
    kpi: z.object({ id, name: z.string() }).nullable(),
  }),
  z.object({ ...line, code: z.literal('ideas'), count, norm: count, insightId: id.nullable() }),
  z.object({
    ...line,
    code: z.literal('intent'),
    answer: z.string(),
    days: count.nullable(),
    norm: count,
    checkId: id.nullable(),
  }),
  z.object({ ...line, code: z.literal('healthy_signs'), count }),
  z.object({ ...line, code: z.literal('red_flags'), count }),
]);

/** Said beside the lines; the verdict does not depend on it. */
export const healthHint = z.discriminatedUnion('code', [
  z.object({ code: z.literal('plateau'), kpi: z.object({ id, name: z.string() }) }),
  z.object({ code: z.literal('below_goal'), kpi: z.object({ id, name: z.string() }) }),
  /** Touches in the last 90 days and in the 90 days before. */
  z.object({ code: z.literal('quiet'), now: count, before: count }),
  z.object({ code: z.literal('no_new_idea'), days: count, norm: count, insightId: id }),
  z.object({ code: z.literal('long_steady'), months: count }),
]);

/** An open red flag as a reason of the verdict. */
export const healthFlag = z.object({
  code: z.literal('flag'),
  markId: id,
  signal: z.string(),
  evidence: z.string(),
  isCritical: z.boolean(),
  points: count,
});

export const healthReason = z.union([healthLine, healthFlag, healthHint]);

export const verdicts = ['good', 'watch', 'risk', 'unknown'] as const;

const lineCode = z.enum(healthLine.options.map((option) => option.shape.code.value));

const receipt = z.object({
  verdict: z.enum(verdicts),
  score: count,
  /** What holds the score below 40 whatever else is true. */
  cap: z.enum(['signal', 'intent']).nullable(),
  /** Part of the lines that were measured, from 0 to 1. */
  confidence: z.number(),
  lines: z.array(healthLine).readonly(),
  /** All open red flags, the worst first. */
  flags: z.array(healthFlag).readonly(),
  hints: z.array(healthHint).readonly(),
});

const healthSnooze = z.object({ id, subject: z.string(), untilOn: day, reason: z.string() });

/** Days that hold for this client; `isOwn` where they are not those of everybody, `changedOn` where it is known since when. */
const threshold = z.object({
  rule: z.enum(healthRules),
  days: count,
  isOwn: z.boolean(),
  usual: count,
  changedOn: day.nullable(),
});

const clientHealth = z.object({
  receipt,
  /** The note of the last touch. */
  lastTouchId: id.nullable(),
  /** The points that lines have more or less than a week ago. */
  changes: z.array(z.object({ code: lineCode, by: count })).readonly(),
  /** What an act for this line would give; null for what has to go before anything else counts. */
  acts: z.array(z.object({ code: lineCode, by: count.nullable() })).readonly(),
  thresholds: z.array(threshold).readonly(),
  /** Of sentences that are put off. */
  snoozes: z.array(healthSnooze).readonly(),
});

/** What a card says of a client that is not in good order; null: all of its reasons are put off. */
const cardVerdict = z.object({
  clientId: id,
  verdict: z.enum(['watch', 'risk']),
  worst: healthReason.nullable(),
  /** Of what was seen at the client, where the reason is that and it is known. */
  language: language.optional(),
});

const revision = z.number().int();

export const clientHealthCalls = {
  /** Null for a client with whom we have parted. */
  'health.receipt': call(z.object({ clientId: id }), z.object({ revision, health: clientHealth.nullable() })),
  /** Of all clients on the board those in doubtful health. */
  'health.verdicts': call(z.object({}), z.object({ revision, verdicts: z.array(cardVerdict).readonly() })),
  /** Other days for one client; null brings back those of everybody. */
  'health.setThreshold': call(
    z.object({
      commandId,
      clientId: id,
      rule: z.enum(healthRules),
      days: z.number().int().min(1).max(longestThreshold).nullable(),
    }),
    z.object({ revision }),
  ),
} as const;

export type HealthLine = z.infer<typeof healthLine>;
export type HealthLineCode = HealthLine['code'];
export type HealthHint = z.infer<typeof healthHint>;
export type HealthFlag = z.infer<typeof healthFlag>;
export type HealthReason = z.infer<typeof healthReason>;
export type Receipt = z.infer<typeof receipt>;
export type Verdict = Receipt['verdict'];
export type ClientHealth = z.infer<typeof clientHealth>;
export type CardVerdict = z.infer<typeof cardVerdict>;
