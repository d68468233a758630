import type { Day } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import type { ClientWork } from '../shared/contract/client-work.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { AppError } from '../shared/errors.ts';
import { readEngagements } from './engagements.ts';
import { readKpis } from './kpis.ts';
import { readReports } from './reports.ts';
import { changeRow } from './row-changes.ts';
import { flag } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** What is under way with a client. */
export async function readClientWork(reader: Reader, clientId: Id): Promise<ClientWork> {
  const client = await reader
    .selectFrom('client')
    .select([
      'our_goal as ourGoal',
      'their_goal as theirGoal',
      'our_horizon as ourHorizon',
      'their_horizon as theirHorizon',
      'goals_match as goalsMatch',
      'report_day as reportDay',
      'reviews_quarter as reviewsQuarter',
      'reports_agreed_on as reportsAgreedOn',
      'reviews_agreed_on as reviewsAgreedOn',
    ])
    .where('id', '=', clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!client) throw new AppError('not_found', 'no such client');
  return {
    ...client,
    reviewsQuarter: client.reviewsQuarter === 1,
    engagements: (await readEngagements(reader, clientId)).toReversed(),
    kpis: await readKpis(reader, clientId),
    reports: await readReports(reader, clientId),
  };
}

export function editGoals(writer: Writer, stamp: Stamp, request: CallRequest<'clients.editGoals'>): Promise<void> {
  return changeRow(writer, stamp, 'client', request.clientId, {
    our_goal: request.ourGoal,
    their_goal: request.theirGoal,
    our_horizon: request.ourHorizon,
    their_horizon: request.theirHorizon,
    goals_match: request.goalsMatch,
  });
}

/** Notes the day on which something is agreed on anew: what was over by then is not owed. */
export async function agreeReports(
  writer: Writer,
  stamp: Stamp,
  { clientId, reportDay, reviewsQuarter }: CallRequest<'clients.agreeReports'>,
  today: Day,
): Promise<void> {
  const before = await writer
    .selectFrom('client')
    .select(['report_day', 'reviews_quarter'])
    .where('id', '=', clientId)
    .executeTakeFirst();
  const isNewDay = before?.report_day === null && typeof reportDay === 'number';
  const isNewReview = before?.reviews_quarter === 0 && reviewsQuarter === true;
  await changeRow(writer, stamp, 'client', clientId, {
    report_day: reportDay,
    reviews_quarter: flag(reviewsQuarter),
    reports_agreed_on: isNewDay ? today : undefined,
    reviews_agreed_on: isNewReview ? today : undefined,
  });
}
