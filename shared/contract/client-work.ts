import { z } from 'zod';
import { isDecimal } from '../decimal.ts';
import { kpiDirections } from '../figures.ts';
import { isReportPeriod, reportKinds } from '../health/reports.ts';
import { engagement } from './clients.ts';
import { call, commandId, day, id, line, optionalLine, text } from './call.ts';

export const horizons = ['half_year', 'year', 'years'] as const;
export const goalMatches = ['yes', 'no'] as const;
export const engagementKinds = ['project', 'retainer', 'support', 'audit', 'consulting', 'other'] as const;

/** Exact decimal text, `-1234.50`. */
const decimal = z.string().refine(isDecimal);
const unit = optionalLine.max(30);

export const kpiReading = z.object({ id, measuredOn: day, value: z.string(), remark: z.string() });

export const kpi = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  /** Exact decimal text; empty where none is set. */
  target: z.string(),
  direction: z.string(),
  businessGoal: z.string(),
  /** The earliest first. */
  readings: z.array(kpiReading),
});

export const report = z.object({
  id,
  kind: z.string(),
  /** `2026-10` or `2026-Q3`. */
  period: z.string(),
  sentOn: day.nullable(),
  summary: z.string(),
});

export const clientWork = z.object({
  ourGoal: z.string(),
  theirGoal: z.string(),
  /** Of `horizons`, or empty. */
  ourHorizon: z.string(),
  theirHorizon: z.string(),
  /** Of `goalMatches`, or empty while nobody has said. */
  goalsMatch: z.string(),
  /** The last begun first. */
  engagements: z.array(engagement),
  kpis: z.array(kpi),
  /** Day of the following month by which the monthly report is due. */
  reportDay: z.number().int().nullable(),
  reviewsQuarter: z.boolean(),
  /** When these were agreed on; null when nobody wrote it down. */
  reportsAgreedOn: z.string().nullable(),
  reviewsAgreedOn: z.string().nullable(),
  /** The latest period first. */
  reports: z.array(report),
});

const revision = z.number().int();
const changed = z.object({ revision });

const engagementFields = {
  kind: z.enum(engagementKinds).optional(),
  title: optionalLine.optional(),
  startOn: day.optional(),
  endOn: day.nullable().optional(),
  endReason: text.optional(),
};

const kpiFields = {
  name: line.optional(),
  unit: unit.optional(),
  target: decimal.or(z.literal('')).optional(),
  direction: z.enum(kpiDirections).optional(),
  businessGoal: optionalLine.optional(),
};

/** More than five years of a value a day. */
export const mostReadings = 2000;

const readingFields = { measuredOn: day, value: decimal, remark: optionalLine };

/** What is under way with a client: goals, engagements, figures, reports. */
export const clientWorkCalls = {
  'clients.work': call(z.object({ clientId: id }), z.object({ revision, work: clientWork })),
  'clients.editGoals': call(
    z.object({
      commandId,
      clientId: id,
      ourGoal: text.optional(),
      theirGoal: text.optional(),
      ourHorizon: z.enum(horizons).or(z.literal('')).optional(),
      theirHorizon: z.enum(horizons).or(z.literal('')).optional(),
      goalsMatch: z.enum(goalMatches).or(z.literal('')).optional(),
    }),
    changed,
  ),
  'clients.addEngagement': call(
    z.object({ commandId, clientId: id, ...engagementFields, kind: z.enum(engagementKinds), startOn: day }),
    changed,
  ),
  'clients.editEngagement': call(z.object({ commandId, engagementId: id, ...engagementFields }), changed),
  'clients.deleteEngagement': call(z.object({ commandId, engagementId: id }), changed),
  'clients.addKpi': call(z.object({ commandId, clientId: id, ...kpiFields, name: line }), changed),
  'clients.editKpi': call(z.object({ commandId, kpiId: id, ...kpiFields }), changed),
  /** Right below the KPI `after`; to the top when it is null. */
  'clients.moveKpi': call(z.object({ commandId, kpiId: id, after: id.nullable() }), changed),
  'clients.deleteKpi': call(z.object({ commandId, kpiId: id }), changed),
  /** One or many at once; what was read on a day before is replaced by the new value of that day. */
  'clients.addReadings': call(
    z.object({ commandId, kpiId: id, readings: z.array(z.object(readingFields)).min(1).max(mostReadings) }),
    changed,
  ),
  'clients.editReading': call(
    z.object({
      commandId,
      readingId: id,
      measuredOn: day.optional(),
      value: decimal.optional(),
      remark: optionalLine.optional(),
    }),
    changed,
  ),
  'clients.deleteReading': call(z.object({ commandId, readingId: id }), changed),
  /** What was agreed about reports. */
  'clients.agreeReports': call(
    z.object({
      commandId,
      clientId: id,
      reportDay: z.number().int().min(1).max(31).nullable().optional(),
      reviewsQuarter: z.boolean().optional(),
    }),
    changed,
  ),
  'clients.addReport': call(
    z
      .object({
        commandId,
        clientId: id,
        kind: z.enum(reportKinds),
        period: z.string(),
        sentOn: day.nullable(),
        summary: text,
      })
      .refine(({ kind, period }) => isReportPeriod(kind, period), { path: ['period'] }),
    changed,
  ),
  'clients.editReport': call(
    z
      .object({
        commandId,
        reportId: id,
        /** These two come together. */
        kind: z.enum(reportKinds).optional(),
        period: z.string().optional(),
        sentOn: day.nullable().optional(),
        summary: text.optional(),
      })
      .refine(
        ({ kind, period }) =>
          kind === undefined || period === undefined ? kind === period : isReportPeriod(kind, period),
        { path: ['period'] },
      ),
    changed,
  ),
  'clients.deleteReport': call(z.object({ commandId, reportId: id }), changed),
} as const;

export type ClientWork = z.infer<typeof clientWork>;
export type Engagement = z.infer<typeof engagement>;
export type EngagementKind = (typeof engagementKinds)[number];
export type Kpi = z.infer<typeof kpi>;
export type KpiReading = z.infer<typeof kpiReading>;
export type Report = z.infer<typeof report>;
