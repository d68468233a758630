import { CalendarDate, endOfMonth, parseDate } from '@internationalized/date';
import type { Day } from '../calendar.ts';

export const reportKinds = ['month', 'quarter'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A stretch of time that is reported on: month `2026-10`, quarter `2026-Q3`. */
export interface ReportPeriod {
  readonly kind: ReportKind;
  readonly period: string;
}

export interface DueReport extends ReportPeriod {
  readonly dueOn: Day;
}

/** What was agreed on and since when the client is with us. */
export interface ReportingClient {
  /** Day of the following month by which a month is reported on; null when none was agreed. */
  readonly reportDay: number | null;
  readonly reviewsQuarter: boolean;
  /** Days on which monthly reports and reviews of the quarter were agreed on; null when nobody wrote it down. */
  readonly reportsAgreedOn: Day | null;
  readonly reviewsAgreedOn: Day | null;
  readonly sinceOn: Day;
  /** Since when the work that runs has been going on without a break; null while none runs. */
  readonly runningSince: Day | null;
}

/** A quarter is looked back on by this day of the month after it. */
const reviewDay = 20;
/** What is older than that many periods nobody will write any more. */
const periodsBack = 3;
/** How far back a report can be written down. */
const periodsOffered: Readonly<Record<ReportKind, number>> = { month: 24, quarter: 12 };

const monthsIn: Readonly<Record<ReportKind, number>> = { month: 1, quarter: 3 };

export function isReportPeriod(kind: ReportKind, period: string): boolean {
  return (kind === 'month' ? /^\d{4}-(?:0[1-9]|1[0-2])$/ : /^\d{4}-Q[1-4]$/).test(period);
}

/**
 * The closed periods that are owed and not sent, the earliest due first: the last one of each kind, late or not yet, and
 * those before it, three at most, and those that were put off before that. Nothing is owed for a period that had begun
 * before the client came, nor for one that was over before the reports were agreed on or before the work that runs began.
 */
export function dueReports(
  client: ReportingClient,
  sent: readonly ReportPeriod[],
  today: Day,
  putOff: readonly ReportPeriod[] = [],
): readonly DueReport[] {
  return owedOf(client, sent, (kind) => {
    const recent = periodsFrom(kind, today, -periodsBack, -1);
    const known = new Set(putOff.flatMap((report) => (report.kind === kind ? [report.period] : [])));
    const earlier = [...known]
      .map((period) => firstDay(kind, period))
      .filter((first) => recent.every((other) => first.compare(other) < 0));
    return [...earlier, ...recent];
  });
}

/** What is to be sent next: the earliest of what is owed, else what the running periods will ask for. */
export function nextReport(client: ReportingClient, sent: readonly ReportPeriod[], today: Day): DueReport | null {
  return (
    dueReports(client, sent, today)[0] ?? owedOf(client, sent, (kind) => periodsFrom(kind, today, 0, 1))[0] ?? null
  );
}

/** `periods` are known by their first days. */
function owedOf(
  client: ReportingClient,
  sent: readonly ReportPeriod[],
  periods: (kind: ReportKind) => readonly CalendarDate[],
): readonly DueReport[] {
  const { reportDay, reviewsQuarter, reportsAgreedOn, reviewsAgreedOn, sinceOn, runningSince } = client;
  const agreed: readonly (readonly [ReportKind, number, Day | null])[] = [
    ...(reportDay === null ? [] : [['month', reportDay, reportsAgreedOn] as const]),
    ...(reviewsQuarter ? [['quarter', reviewDay, reviewsAgreedOn] as const] : []),
  ];
  const owed = agreed.flatMap(([kind, day, agreedOn]) =>
    periods(kind).flatMap((first) => {
      const period = periodOf(kind, first);
      const isSent = sent.some((report) => report.kind === kind && report.period === period);
      const last = first.add({ months: monthsIn[kind], days: -1 }).toString();
      const isOver = [agreedOn, runningSince].some((on) => on !== null && last < on);
      return isSent || isOver || sinceOn > first.toString() ? [] : [{ kind, period, dueOn: dueDay(kind, first, day) }];
    }),
  );
  return owed.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)));
}

/** Counted from the running one, which is 0. */
function periodsFrom(kind: ReportKind, today: Day, from: number, to: number): readonly CalendarDate[] {
  const running = startOfPeriod(kind, today);
  return Array.from({ length: to - from + 1 }, (_, index) => running.add({ months: (from + index) * monthsIn[kind] }));
}

function firstDay(kind: ReportKind, period: string): CalendarDate {
  const [year = '', part = ''] = period.split('-');
  return new CalendarDate(Number(year), kind === 'quarter' ? Number(part.slice(1)) * 3 - 2 : Number(part), 1);
}

function startOfPeriod(kind: ReportKind, day: Day): CalendarDate {
  const { year, month } = parseDate(day);
  return new CalendarDate(year, month - ((month - 1) % monthsIn[kind]), 1);
}

function periodOf(kind: ReportKind, first: CalendarDate): string {
  if (kind === 'quarter') return `${first.year}-Q${(first.month + 2) / 3}`;
  return first.toString().slice(0, 7);
}

/** A day that the month does not have is its last one. */
function dueDay(kind: ReportKind, first: CalendarDate, day: number): Day {
  const following = first.add({ months: monthsIn[kind] });
  return following.set({ day: Math.min(day, endOfMonth(following).day) }).toString();
}

/** The last periods, the running one first. */
export function recentPeriods(kind: ReportKind, today: Day, count: number): readonly string[] {
  const running = startOfPeriod(kind, today);
  return Array.from({ length: count }, (_, index) =>
    periodOf(kind, running.subtract({ months: index * monthsIn[kind] })),
  );
}

/** The periods a report can be written for: those that none of these reports is about, the running one first. */
export function freePeriods(
  kind: ReportKind,
  reports: readonly { readonly kind: string; readonly period: string }[],
  today: Day,
): readonly string[] {
  const taken = new Set(reports.flatMap((report) => (report.kind === kind ? [report.period] : [])));
  return recentPeriods(kind, today, periodsOffered[kind]).filter((period) => !taken.has(period));
}
