import { asksToComeBack, type TrialFacts, trialState } from '../shared/clients/trial.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import type { AttentionClient, AttentionHandoff, Revisit } from '../shared/health/attention-entries.ts';
import type { AttentionInput } from '../shared/health/attention.ts';
import { runningSince } from '../shared/engagement.ts';
import { dueReports, type ReportingClient, type ReportPeriod, reportKinds } from '../shared/health/reports.ts';
import { renewalsPutOff, reportsPutOff } from '../shared/health/snoozes.ts';
import { type Renewable, renewalsAhead } from '../shared/renewals.ts';
import { isBoardStage } from '../shared/stage.ts';
import { contactNormOf } from '../shared/stage-words.ts';
import { runningHandoffs } from './handoff.ts';
import { dayOf, localDay, startOfDay } from './local-day.ts';
import type { Reader } from './schema.ts';
import { readSnoozes } from './snoozes.ts';
import { readOwnStages } from './stages.ts';

/** What the list of attention is made from, for all clients that are not in the trash. */
export async function readAttention(reader: Reader, today: Day): Promise<Omit<AttentionInput, 'doubts'>> {
  const cards = await readCards(reader);
  const stages = await readOwnStages(reader);
  const tasks = Map.groupBy(await readDatedTasks(reader), ({ clientId }) => clientId);
  const agreements = await readAgreements(reader, today);
  const snoozes = await readSnoozes(reader, null);
  const snoozesOf = Map.groupBy(snoozes, ({ clientId }) => clientId);
  const sent = await readSentReports(reader, reportsPutOff(snoozes), today);
  const renewals = Map.groupBy(await readRenewals(reader), ({ clientId }) => clientId);
  const trials = await readLastTrials(reader);
  const partings = await readPartingDays(reader);
  const clients = cards.map((card): AttentionClient => {
    const id = card.client_id;
    const isOnBoard = isBoardStage(card.stage);
    const ofClient = tasks.get(id) ?? [];
    const putOff = snoozesOf.get(id) ?? [];
    const reports = { sent: sent.get(id) ?? [], putOff: reportsPutOff(putOff) };
    return {
      id,
      name: card.name,
      partnerId: card.partner_id,
      addedOn: card.created_at === '' ? null : localDay(card.created_at),
      lastTouchAt: card.last_touch_at,
      lastTouchOn: card.last_touch_at === null ? null : localDay(card.last_touch_at),
      contactNormDays: isBoardStage(card.stage) ? (card.contact_norm_days ?? contactNormOf(card.stage, stages)) : null,
      tasks: isOnBoard ? ofClient : ofClient.filter(({ dueOn }) => dueOn > (partings.get(id) ?? '')),
      reports: isOnBoard ? owedBy(agreements.get(id), reports, dayOf(card.since_on), today) : [],
      renewals: isOnBoard ? renewalsAhead(renewals.get(id) ?? [], today, renewalsPutOff(putOff)) : [],
      revisit: revisitOf(trials.get(id)),
      verdict: card.stage === 'acquaintance' ? missingVerdict(trials.get(id), today) : null,
    };
  });
  return { clients, handoffs: await readRunningHandoffs(reader), snoozes };
}

async function readCards(reader: Reader) {
  return reader
    .selectFrom('local_client_card as card')
    .innerJoin('client', 'client.id', 'card.client_id')
    .select(['card.client_id', 'card.name', 'card.stage', 'card.partner_id', 'card.since_on', 'card.last_touch_at'])
    .select(['card.contact_norm_days', 'client.created_at'])
    .execute();
}

interface OfClient {
  readonly clientId: Id;
}

async function readDatedTasks(reader: Reader) {
  const rows = await reader
    .selectFrom('task')
    .select(['id', 'client_id', 'title', 'due_on', 'created_at'])
    .where('side', '=', 'agency')
    .where('done_at', 'is', null)
    .where('due_on', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('due_on')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, client_id: clientId, title, due_on: dueOn, created_at: madeAt }) =>
    clientId === null || dueOn === null ? [] : [{ id, clientId, title, dueOn, madeAt }],
  );
}

type Agreement = Omit<ReportingClient, 'sinceOn'>;

/** What was agreed on about reports, where something was. */
async function readAgreements(reader: Reader, today: Day): Promise<ReadonlyMap<Id, Agreement>> {
  const rows = await reader
    .selectFrom('client')
    .select(['id', 'report_day', 'reviews_quarter', 'reports_agreed_on', 'reviews_agreed_on'])
    .where('deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('report_day', 'is not', null), eb('reviews_quarter', '=', 1)]))
    .execute();
  const work = await readStretches(reader);
  return new Map(
    rows.map((row) => {
      const agreement = {
        reportDay: row.report_day,
        reviewsQuarter: row.reviews_quarter === 1,
        reportsAgreedOn: row.reports_agreed_on,
        reviewsAgreedOn: row.reviews_agreed_on,
        runningSince: runningSince(work.get(row.id) ?? [], today),
      };
      return [row.id, agreement] as const;
    }),
  );
}

/** When the work for the clients with whom reports were agreed on began and ended. */
async function readStretches(reader: Reader) {
  const rows = await reader
    .selectFrom('engagement')
    .innerJoin('client', 'client.id', 'engagement.client_id')
    .select(['engagement.client_id as clientId', 'start_on', 'end_on', 'engagement.created_at'])
    .where('engagement.deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('report_day', 'is not', null), eb('reviews_quarter', '=', 1)]))
    .execute();
  const stretches = rows.map((row) => ({
    clientId: row.clientId,
    startOn: dayOf(row.start_on ?? row.created_at),
    endOn: row.end_on,
  }));
  return Map.groupBy(stretches, ({ clientId }) => clientId);
}

type SentReport = OfClient & ReportPeriod;

/** Of this year and the one before, and from what was put off on: nothing older is asked for any more. */
async function readSentReports(
  reader: Reader,
  putOff: readonly ReportPeriod[],
  today: Day,
): Promise<ReadonlyMap<Id, readonly SentReport[]>> {
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  const first = putOff.reduce((least, { period }) => (period < least ? period : least), lastYear);
  const rows = await reader
    .selectFrom('report')
    .select(['client_id', 'kind', 'period'])
    .where('sent_on', 'is not', null)
    .where('deleted_at', 'is', null)
    .where('period', '>=', first)
    .execute();
  const sent = rows.flatMap(({ client_id: clientId, kind, period }) => {
    const known = reportKinds.find((each) => each === kind);
    return clientId === null || known === undefined ? [] : [{ clientId, kind: known, period }];
  });
  return Map.groupBy(sent, ({ clientId }) => clientId);
}

interface KnownReports {
  readonly sent: readonly ReportPeriod[];
  readonly putOff: readonly ReportPeriod[];
}

function owedBy(agreement: Agreement | undefined, { sent, putOff }: KnownReports, sinceOn: Day, today: Day) {
  return agreement === undefined ? [] : dueReports({ ...agreement, sinceOn }, sent, today, putOff);
}

async function readRenewals(reader: Reader): Promise<readonly (OfClient & Renewable)[]> {
  const rows = await reader
    .selectFrom('asset')
    .select(['id', 'client_id', 'name', 'renewal_on', 'state'])
    .where('renewal_on', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ client_id: clientId, renewal_on: renewalOn, ...asset }) =>
    clientId === null ? [] : [{ ...asset, clientId, renewalOn }],
  );
}

interface LastTrial extends TrialFacts {
  readonly id: Id;
  readonly revisitOn: Day | null;
}

/** By client. */
async function readLastTrials(reader: Reader): Promise<ReadonlyMap<Id | null, LastTrial>> {
  const trials = await reader
    .selectFrom('trial')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('started_on')
    .orderBy('id')
    .execute();
  return new Map(
    trials.map((trial) => [
      trial.client_id,
      {
        id: trial.id,
        startedOn: trial.started_on,
        endsOn: trial.ends_on,
        ours: { verdict: trial.our_verdict, givenOn: trial.our_verdict_on },
        theirs: { verdict: trial.their_verdict, givenOn: trial.their_verdict_on },
        revisitOn: trial.revisit_on,
      },
    ]),
  );
}

/** The day that “not now” named for asking again. */
function revisitOf(trial: LastTrial | undefined): Revisit | null {
  if (trial === undefined || trial.revisitOn === null || !asksToComeBack(trial)) return null;
  const { id: trialId, revisitOn: on, ours, theirs } = trial;
  const said = [ours, theirs].flatMap(({ verdict, givenOn }) =>
    verdict === 'not_now' && givenOn !== null ? [givenOn] : [],
  );
  const last = said.toSorted().at(-1);
  return { trialId, on, saidAt: last === undefined ? null : startOfDay(last) };
}

function missingVerdict(trial: LastTrial | undefined, today: Day): AttentionClient['verdict'] {
  if (trial === undefined || trial.endsOn === null || trialState(trial, today) !== 'awaits_verdict') return null;
  return { trialId: trial.id, endedOn: trial.endsOn };
}

/** The last day of the work for each client: what was promised for before then went with it. */
async function readPartingDays(reader: Reader): Promise<ReadonlyMap<Id | null, Day>> {
  const rows = await reader
    .selectFrom('engagement')
    .select(['client_id', ({ fn }) => fn.max('end_on').as('end_on')])
    .where('end_on', 'is not', null)
    .where('deleted_at', 'is', null)
    .groupBy('client_id')
    .execute();
  return new Map(rows.flatMap(({ client_id, end_on }) => (end_on === null ? [] : [[client_id, end_on] as const])));
}

async function readRunningHandoffs(reader: Reader): Promise<readonly AttentionHandoff[]> {
  const rows = await runningHandoffs(reader).select(['id', 'client_id', 'end_on']).execute();
  const items = await readOpenItems(reader);
  return rows.flatMap(({ id, client_id: clientId, end_on: endOn }) =>
    clientId === null ? [] : [{ id, clientId, endOn, items: items.get(id) ?? [] }],
  );
}

/** By handoff, of those that run. */
async function readOpenItems(reader: Reader) {
  const rows = await reader
    .selectFrom('handoff_item')
    .innerJoin('handoff', 'handoff.id', 'handoff_item.handoff_id')
    .select(['handoff_item.id', 'handoff.id as handoffId', 'handoff_item.due_on as dueOn'])
    .where('handoff.state', '=', 'running')
    .where('handoff.deleted_at', 'is', null)
    .where('handoff_item.deleted_at', 'is', null)
    .where('handoff_item.due_on', '<>', '')
    .where('handoff_item.state', 'not in', ['done', 'not_applicable'])
    .execute();
  return Map.groupBy(rows, ({ handoffId }) => handoffId);
}
