import { type CalendarDate, endOfMonth, parseDate, startOfMonth } from '@internationalized/date';
import { addRow, changeRow } from '../../../db/row-changes.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { placesBetween } from '../../../shared/place.ts';
import type { Filling } from './filling.ts';
import type { SampleKpi, SampleReport, SampleWork } from './sample-work.ts';

/** Goals, engagements, figures and reports of one client. */
export async function fillWork(filling: Filling, clientId: Id, work: SampleWork): Promise<void> {
  const { writer, stamp, say, dayAgo } = filling;
  await changeRow(writer, stamp, 'client', clientId, {
    our_goal: say(work.ourGoal),
    their_goal: say(work.theirGoal),
    our_horizon: work.ourHorizon,
    their_horizon: work.theirHorizon,
    goals_match: work.goalsMatch,
    report_day: work.reportDay,
    reviews_quarter: 0,
    reports_agreed_on: dayAgo({ months: 14 }),
  });
  await fillEngagements(filling, clientId, work);
  const places = placesBetween(null, null, work.kpis.length);
  for (const [index, kpi] of work.kpis.entries()) await fillKpi(filling, clientId, kpi, places[index] ?? '');
  for (const report of work.reports) await fillReport(filling, clientId, report);
}

async function fillEngagements(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { first, engagements = [] }: SampleWork,
): Promise<void> {
  const signed = await writer
    .selectFrom('engagement')
    .select('id')
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  const cellsOf = ({ kind, title, ended }: SampleWork['first']) => ({
    kind,
    title: say(title),
    end_on: ended ? dayAgo(ended.ago) : null,
    end_reason: ended ? say(ended.reason) : '',
  });
  await changeRow(writer, stamp, 'engagement', signed.id, cellsOf(first));
  for (const each of engagements)
    await addRow(writer, stamp, 'engagement', {
      client_id: clientId,
      start_on: dayAgo(each.ago),
      ...cellsOf(each),
    });
}

async function fillKpi(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { name, unit, target, direction = 'up', businessGoal, values }: SampleKpi,
  place: string,
): Promise<void> {
  const kpiId = await addRow(writer, stamp, 'kpi', {
    client_id: clientId,
    name: say(name),
    unit: say(unit),
    target,
    direction,
    business_goal: say(businessGoal),
    place,
  });
  for (const [index, value] of values.entries()) {
    const monthsAgo = values.length - 1 - index;
    const month = monthAgo(dayAgo({}), monthsAgo);
    const lately = [dayAgo({ days: 5 }), month.toString()].toSorted().at(-1) ?? '';
    const measuredOn = monthsAgo === 0 ? lately : endOfMonth(month).toString();
    if (value !== null)
      await addRow(writer, stamp, 'kpi_reading', { kpi_id: kpiId, measured_on: measuredOn, value, remark: '' });
  }
}

/** A report that would go out later in the month the example is opened in is not sent yet. */
async function fillReport(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { monthsAgo, sentOnDay, summary }: SampleReport,
): Promise<void> {
  const month = monthAgo(dayAgo({}), monthsAgo);
  const sentOn = sentOnDay === null ? null : month.add({ months: 1 }).set({ day: sentOnDay }).toString();
  if (sentOn !== null && sentOn > dayAgo({})) return;
  await addRow(writer, stamp, 'report', {
    client_id: clientId,
    kind: 'month',
    period: month.toString().slice(0, 7),
    sent_on: sentOn,
    summary: say(summary),
  });
}

/** The first day of a month before. */
function monthAgo(today: string, months: number): CalendarDate {
  return startOfMonth(parseDate(today)).subtract({ months });
}
