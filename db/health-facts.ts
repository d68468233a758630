import { sql } from 'kysely';
import type { Day, Id } from '../shared/contract/call.ts';
import { addDays } from '../shared/calendar.ts';
import { touchKinds } from '../shared/contract/notes.ts';
import type { HealthFacts, HealthTouch, PlannedTouch } from '../shared/health/receipt-facts.ts';
import { defaultThresholds } from '../shared/health/thresholds.ts';
import { boardStages } from '../shared/stage.ts';
import { grouped, type Scope } from './by-client.ts';
import { dayOf, localDay, localDays, startOfDay } from './local-day.ts';
import { readIdeas, readIntents, readMarks, readTargets } from './health-records.ts';
import type { Reader } from './schema.ts';
import { readStageChanges } from './stage-changes.ts';
import { readOwnStages } from './stages.ts';
import { normOf, readOwnThresholds } from './thresholds.ts';

// Each kind of fact is read once for all clients, or for the one that is asked for by the same query.

/** Two quarters, and the week that is looked back over. */
const touchDays = 187;
const weekDays = 7;

/** By client; nothing for one with whom we have parted. */
export async function readHealthFacts(reader: Reader, scope: Scope): Promise<ReadonlyMap<Id, HealthFacts>> {
  return factsOf(reader, scope, { cards: await readCards(reader, scope), arrivals: await readArrivals(reader, scope) });
}

/** Of a day that is over, with the stage in which the client stood then; null when it is not on the board now. */
export async function readPastHealthFacts(reader: Reader, clientId: Id, day: Day): Promise<HealthFacts | null> {
  const scope = { only: clientId, today: day };
  const { stage, since } = await readStanding(reader, clientId, day);
  const cards = (await readCards(reader, scope)).map((card) => ({ ...card, stage: stage ?? card.stage }));
  const facts = await factsOf(reader, scope, { cards, arrivals: new Map(since === null ? [] : [[clientId, since]]) });
  return facts.get(clientId) ?? null;
}

interface Standings {
  readonly cards: Awaited<ReturnType<typeof readCards>>;
  readonly arrivals: ReadonlyMap<Id | null, Day>;
}

async function factsOf(
  reader: Reader,
  scope: Scope,
  { cards, arrivals }: Standings,
): Promise<ReadonlyMap<Id, HealthFacts>> {
  const stages = await readOwnStages(reader);
  const own = await readOwnThresholds(reader, scope.only);
  const touches = await readTouches(reader, scope);
  const planned = await readPlanned(reader, scope);
  const tasks = await readTasks(reader, scope);
  const firstTasks = await readFirstTasks(reader, scope);
  const reports = await readReports(reader, scope);
  const kpis = await readTargets(reader, scope);
  const insights = await readIdeas(reader, scope);
  const intents = await readIntents(reader, scope);
  const marks = await readMarks(reader, scope);
  const facts = cards.map(({ client_id: id, stage, since_on, contact_norm_days }): readonly [Id, HealthFacts] => [
    id,
    {
      stage,
      // A row that another program wrote must not silence the whole board.
      sinceOn: since_on === '' ? scope.today : dayOf(since_on),
      inStageSince: arrivals.get(id) ?? null,
      thresholds: { ...defaultThresholds, rhythm: contact_norm_days ?? normOf(stage, stages), ...own.get(id) },
      touches: touches.get(id) ?? [],
      planned: planned.get(id) ?? [],
      tasks: tasks.get(id) ?? [],
      firstTaskOn: firstTasks.get(id) ?? null,
      reports: reports.get(id) ?? [],
      kpis: kpis.get(id) ?? [],
      insights: insights.get(id) ?? [],
      intents: intents.get(id) ?? [],
      marks: marks.get(id) ?? [],
    },
  ]);
  return new Map(facts);
}

function readCards(reader: Reader, { only }: Scope) {
  return reader
    .selectFrom('local_client_card')
    .select(['client_id', 'stage', 'since_on', 'contact_norm_days'])
    .where('stage', 'in', [...boardStages])
    .$if(only !== null, (query) => query.where('client_id', '=', only ?? ''))
    .execute();
}

/** Since when a client stands where it stands. */
async function readArrivals(reader: Reader, { only }: Scope): Promise<ReadonlyMap<Id | null, Day>> {
  const rows = await reader
    .selectFrom('stage_change')
    .select(['client_id', ({ fn }) => fn.max('happened_at').as('at')])
    .where('deleted_at', 'is', null)
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .groupBy('client_id')
    .execute();
  return new Map(rows.map(({ client_id, at }) => [client_id, localDay(at)]));
}

interface Standing {
  /** Null where no history is kept. */
  readonly stage: string | null;
  readonly since: Day | null;
}

/** Where a client stood at the end of a day. Before the first thing known of its path: where that begins. */
async function readStanding(reader: Reader, clientId: Id, day: Day): Promise<Standing> {
  const path = await readStageChanges(reader, clientId);
  const last = path.findLast(({ happenedAt }) => localDay(happenedAt) <= day);
  if (last !== undefined) return { stage: last.to, since: localDay(last.happenedAt) };
  return { stage: path[0]?.to ?? null, since: null };
}

type TouchesByClient = ReadonlyMap<Id | null, readonly HealthTouch[]>;

/** As one row for each client: there may be a hundred thousand touches. */
async function readTouches(reader: Reader, { only, today }: Scope): Promise<TouchesByClient> {
  const from = startOfDay(addDays(today, -touchDays));
  // When it was noted matters of those that were still to come a week ago, and stands in no index.
  const ahead = startOfDay(addDays(today, 1 - weekDays));
  const touches = () =>
    reader
      .selectFrom('note')
      .where('deleted_at', 'is', null)
      .where('finished_at', 'is not', null)
      .where('kind', 'in', [...touchKinds])
      .$if(only !== null, (query) => query.where('client_id', '=', only))
      .groupBy('client_id');
  const lately = await touches()
    .select(['client_id', sql<string>`group_concat(happened_at)`.as('moments')])
    .where('happened_at', '>=', from)
    .where('happened_at', '<', ahead)
    .execute();
  const planned = await touches()
    .select(['client_id', sql<string>`group_concat(happened_at || ' ' || created_at)`.as('moments')])
    .where('happened_at', '>=', ahead)
    .execute();
  const before = await touches()
    .select(['client_id', ({ fn }) => fn.max('happened_at').as('moments')])
    .where('happened_at', '<', from)
    .execute();
  const dayOfTouch = localDays();
  const touchOf = (moments: string): HealthTouch => {
    const [happenedAt = '', notedAt = ''] = moments.split(' ');
    const on = dayOfTouch(happenedAt);
    return { on, notedOn: notedAt === '' ? on : dayOfTouch(notedAt) };
  };
  const known = new Map<Id | null, readonly HealthTouch[]>();
  for (const { client_id, moments } of [...before, ...lately, ...planned])
    known.set(client_id, [...(known.get(client_id) ?? []), ...moments.split(',').map(touchOf)]);
  return known;
}

/** Drafts of what was still to come a week ago or is now: a note can be finished only once it has happened. */
async function readPlanned(
  reader: Reader,
  { only, today }: Scope,
): Promise<ReadonlyMap<Id | null, readonly PlannedTouch[]>> {
  const rows = await reader
    .selectFrom('note')
    .select(['client_id', 'id', 'happened_at', 'created_at'])
    .where('deleted_at', 'is', null)
    .where('finished_at', 'is', null)
    .where('kind', 'in', [...touchKinds])
    .where('happened_at', '>=', startOfDay(addDays(today, 1 - weekDays)))
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ id: noteId, happened_at, created_at }) => {
    const on = localDay(happened_at);
    return { noteId, on, notedOn: created_at === '' ? on : localDay(created_at) };
  });
}

/** The note that tells of the last touch. */
export async function readLastTouch(reader: Reader, clientId: Id, today: Day): Promise<Id | null> {
  const last = await reader
    .selectFrom('note')
    .select('id')
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .where('finished_at', 'is not', null)
    .where('kind', 'in', [...touchKinds])
    .where('happened_at', '<', startOfDay(addDays(today, 1)))
    .orderBy('happened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? null;
}

/** Ours: those that are open and those that were done since last week. */
async function readTasks(reader: Reader, { only, today }: Scope) {
  const rows = await reader
    .selectFrom('task')
    .select(['client_id', 'id', 'title', 'due_on', 'created_at', 'done_at'])
    .where('side', '=', 'agency')
    .where('deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('done_at', 'is', null), eb('done_at', '>=', startOfDay(addDays(today, -weekDays)))]))
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('due_on')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ id, title, due_on: dueOn, created_at, done_at }) => ({
    id,
    title,
    dueOn,
    madeOn: created_at === '' ? '' : localDay(created_at),
    doneOn: done_at === null ? null : localDay(done_at),
  }));
}

async function readFirstTasks(reader: Reader, { only }: Scope): Promise<ReadonlyMap<Id | null, Day>> {
  const rows = await reader
    .selectFrom('task')
    .select(['client_id', ({ fn }) => fn.min('created_at').as('at')])
    .where('side', '=', 'agency')
    .where('deleted_at', 'is', null)
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .groupBy('client_id')
    .execute();
  return new Map(rows.map(({ client_id, at }) => [client_id, at === '' ? '' : localDay(at)]));
}

/** The last one as of today and the last one as of a week ago: nothing else counts. */
async function readReports(reader: Reader, { only, today }: Scope) {
  const lastBy = (day: Day) =>
    reader
      .selectFrom('report')
      .select(['client_id', 'id', ({ fn }) => fn.max('sent_on').as('sent_on')])
      .where('deleted_at', 'is', null)
      .where('sent_on', '<=', day)
      .where('sent_on', '<>', '')
      .$if(only !== null, (query) => query.where('client_id', '=', only))
      .groupBy('client_id')
      .execute();
  const rows = [...(await lastBy(addDays(today, -weekDays))), ...(await lastBy(today))];
  return grouped(rows, ({ id, sent_on }) => ({ id, sentOn: sent_on ?? '' }));
}
