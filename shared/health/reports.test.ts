import { expect, test } from 'vitest';
import {
  dueReports,
  freePeriods,
  isReportPeriod,
  nextReport,
  recentPeriods,
  type ReportingClient,
  type ReportPeriod,
} from './reports.ts';

const client: ReportingClient = {
  reportDay: 5,
  reviewsQuarter: false,
  reportsAgreedOn: null,
  reviewsAgreedOn: null,
  sinceOn: '2022-09-20',
  runningSince: '2022-09-20',
};
const today = '2026-11-26';
const month = (period: string) => ({ kind: 'month' as const, period });
const quarter = (period: string) => ({ kind: 'quarter' as const, period });

test('a month is owed from its end until it is sent, three periods back at most', () => {
  expect(dueReports(client, [month('2026-08')], today)).toEqual([
    { kind: 'month', period: '2026-09', dueOn: '2026-10-05' },
    { kind: 'month', period: '2026-10', dueOn: '2026-11-05' },
  ]);
  expect(dueReports(client, [], '2026-12-01').map(({ period }) => period)).toEqual(['2026-09', '2026-10', '2026-11']);
});

test('what was put off is owed also when it is older, each once, until it is sent', () => {
  const putOff = [month('2025-12'), month('2025-12'), month('2026-10'), month('2026-12'), quarter('2025-Q4')];
  const owed = (sent: readonly ReportPeriod[], more: Partial<ReportingClient> = {}) =>
    dueReports({ ...client, reviewsQuarter: true, ...more }, sent, today, putOff).map(({ period }) => period);
  const others = ['2026-Q1', '2026-Q2', '2026-Q3'].map(quarter);
  expect(owed(others)).toEqual(['2025-12', '2025-Q4', '2026-08', '2026-09', '2026-10']);
  expect(owed([...others, month('2025-12'), quarter('2025-Q4')])).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(owed(others, { runningSince: '2026-10-05' })).toEqual(['2026-10']);
});

test('the running month is not owed yet', () => {
  const sent = ['2026-08', '2026-09', '2026-10'].map(month);
  expect(dueReports(client, sent, today)).toEqual([]);
  expect(dueReports(client, sent, '2026-12-01')).toEqual([{ kind: 'month', period: '2026-11', dueOn: '2026-12-05' }]);
});

test('nothing is owed where nothing was agreed', () => {
  expect(dueReports({ ...client, reportDay: null }, [], today)).toEqual([]);
  expect(nextReport({ ...client, reportDay: null }, [], today)).toBeNull();
});

test('a client who came while a period was running owes nothing for it', () => {
  expect(dueReports({ ...client, sinceOn: '2026-10-02' }, [], today)).toEqual([]);
  expect(dueReports({ ...client, sinceOn: '2026-10-01' }, [], today)).toMatchObject([{ period: '2026-10' }]);
  expect(dueReports({ ...client, reviewsQuarter: true, sinceOn: '2026-07-02' }, [], today)).not.toContainEqual(
    expect.objectContaining({ kind: 'quarter' }),
  );
});

test('what was over before it was agreed on is not owed', () => {
  const periods = (more: Partial<ReportingClient>) =>
    dueReports({ ...client, ...more }, [], today).map(({ period }) => period);
  expect(periods({ reportsAgreedOn: today })).toEqual([]);
  expect(periods({ reportsAgreedOn: '2026-11-01' })).toEqual([]);
  expect(periods({ reportsAgreedOn: '2026-10-31' })).toEqual(['2026-10']);
  expect(nextReport({ ...client, reportsAgreedOn: today }, [], today)).toMatchObject({ period: '2026-11' });
  expect(periods({ reviewsQuarter: true, reviewsAgreedOn: today })).toEqual(['2026-08', '2026-09', '2026-10']);
});

test('a client who comes back owes nothing for the time away', () => {
  expect(dueReports({ ...client, runningSince: '2026-11-10' }, [], today)).toEqual([]);
  expect(dueReports({ ...client, runningSince: '2026-10-10' }, [], today)).toMatchObject([{ period: '2026-10' }]);
  expect(dueReports({ ...client, runningSince: null }, [], today)).toHaveLength(3);
});

test('a review is due on the twentieth of the month after the quarter, across the year too', () => {
  const reviewed: ReportingClient = { ...client, reportDay: null, reviewsQuarter: true };
  expect(dueReports(reviewed, [quarter('2026-Q1'), quarter('2026-Q2')], today)).toEqual([
    { kind: 'quarter', period: '2026-Q3', dueOn: '2026-10-20' },
  ]);
  expect(dueReports(reviewed, [], '2026-01-10').map(({ period, dueOn }) => [period, dueOn])).toEqual([
    ['2025-Q2', '2025-07-20'],
    ['2025-Q3', '2025-10-20'],
    ['2025-Q4', '2026-01-20'],
  ]);
});

test('a day that a month does not have is its last', () => {
  const late = { ...client, reportDay: 31, sinceOn: '2026-01-01' };
  expect(dueReports(late, [], '2026-02-10')).toEqual([{ kind: 'month', period: '2026-01', dueOn: '2026-02-28' }]);
});

test('the next one is the earliest that is owed, else that of the running period', () => {
  expect(nextReport(client, [], today)).toMatchObject({ period: '2026-08' });
  const sent = ['2026-08', '2026-09', '2026-10'].map(month);
  expect(nextReport(client, sent, today)).toEqual({ kind: 'month', period: '2026-11', dueOn: '2026-12-05' });
  expect(nextReport(client, [...sent, month('2026-11')], today)).toMatchObject({ period: '2026-12' });
  expect(nextReport({ ...client, reviewsQuarter: true }, [...sent, quarter('2026-Q3')], today)).toMatchObject({
    period: '2026-Q1',
  });
});

test('a period is written as a year with a month or a quarter', () => {
  expect(['2026-01', '2026-12'].every((period) => isReportPeriod('month', period))).toBe(true);
  expect(['2026-13', '2026-00', '2026-1', '2026-Q1'].some((period) => isReportPeriod('month', period))).toBe(false);
  expect(isReportPeriod('quarter', '2026-Q4')).toBe(true);
  expect(isReportPeriod('quarter', '2026-Q5')).toBe(false);
  expect(recentPeriods('month', '2026-01-15', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(recentPeriods('quarter', '2026-02-15', 2)).toEqual(['2026-Q1', '2025-Q4']);
});

test('a report is written for one of the last two years of months and three of quarters that has none', () => {
  const months = freePeriods('month', [month('2026-10'), quarter('2026-Q3')], '2026-11-23');
  expect([months.length, months[0], months[1], months.at(-1)]).toEqual([23, '2026-11', '2026-09', '2024-12']);
  const quarters = freePeriods('quarter', [month('2026-10'), quarter('2026-Q3')], '2026-11-23');
  expect([quarters.length, quarters[0], quarters[1], quarters.at(-1)]).toEqual([11, '2026-Q4', '2026-Q2', '2024-Q1']);
});
