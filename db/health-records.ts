import { addDays } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import type { HealthInsight, HealthIntent, HealthKpi, HealthMark } from '../shared/health/receipt-facts.ts';
import { grouped, type Scope } from './by-client.ts';
import { dayOf } from './local-day.ts';
import type { Reader } from './schema.ts';

// What partners write down about a client and a verdict is made from: figures, ideas, answers and signs.

/** A plateau is told from half a year and what was read before. */
const readingDays = 400;

type ByClient<Fact> = Promise<ReadonlyMap<Id | null, readonly Fact[]>>;

/** Figures with a target, each with what was read of late. */
export async function readTargets(reader: Reader, { only, today }: Scope): ByClient<HealthKpi> {
  const kpis = await reader
    .selectFrom('kpi')
    .select(['client_id', 'id', 'name', 'target', 'direction'])
    .where('deleted_at', 'is', null)
    .where('target', '<>', '')
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('place')
    .orderBy('id')
    .execute();
  const rows = await reader
    .selectFrom('kpi_reading')
    .innerJoin('kpi', 'kpi.id', 'kpi_reading.kpi_id')
    .select(['kpi_id as kpiId', 'measured_on as measuredOn', 'value'])
    .where('kpi_reading.deleted_at', 'is', null)
    .where('kpi.deleted_at', 'is', null)
    .where('target', '<>', '')
    .where('measured_on', '>=', addDays(today, -readingDays))
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('measured_on')
    .orderBy('kpi_reading.id')
    .execute();
  const readings = Map.groupBy(rows, ({ kpiId }) => kpiId);
  return grouped(kpis, ({ client_id: _client, ...kpi }) => ({ ...kpi, readings: readings.get(kpi.id) ?? [] }));
}

export async function readIdeas(reader: Reader, { only }: Scope): ByClient<HealthInsight> {
  const rows = await reader
    .selectFrom('insight')
    .select(['client_id', 'id', 'kind', 'state', 'told_on as toldOn'])
    .where('deleted_at', 'is', null)
    // A row without its day, as another program may write it, must not silence the whole board.
    .where('told_on', '<>', '')
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('told_on')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ client_id: _client, ...insight }) => insight);
}

export async function readIntents(reader: Reader, { only }: Scope): ByClient<HealthIntent> {
  const rows = await reader
    .selectFrom('intent_check')
    .select(['client_id', 'id', 'checked_on as on', 'has_plan as hasPlan'])
    .where('deleted_at', 'is', null)
    .where('checked_on', '<>', '')
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('checked_on')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ client_id: _client, ...check }) => check);
}

/** Those that are no longer true as well: they were, and a new direction that was found stays one. */
export async function readMarks(reader: Reader, { only }: Scope): ByClient<HealthMark> {
  const rows = await reader
    .selectFrom('signal_mark')
    .select(['client_id', 'id', 'code', 'evidence', 'marked_on', 'ended_on as endedOn', 'created_at'])
    .where('deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('marked_on', '<>', ''), eb('created_at', '<>', '')]))
    .$if(only !== null, (query) => query.where('client_id', '=', only))
    .orderBy('marked_on')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ id, code, evidence, marked_on, endedOn, created_at }) => ({
    id,
    code,
    evidence,
    markedOn: dayOf(marked_on || created_at),
    endedOn,
  }));
}
