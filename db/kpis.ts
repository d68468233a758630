import type { Day } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import type { Kpi } from '../shared/contract/client-work.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { AppError } from '../shared/errors.ts';
import { refuseAhead } from '../shared/refuse-ahead.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, expectLiving, lastPlaceOf, moveRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** In the partners' order, each with all its readings. */
export async function readKpis(reader: Reader, clientId: Id): Promise<Kpi[]> {
  const kpis = await reader
    .selectFrom('kpi')
    .select(['id', 'name', 'unit', 'target', 'direction', 'business_goal as businessGoal'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const ids = kpis.map(({ id }) => id);
  const rows = await reader
    .selectFrom('kpi_reading')
    .select(['id', 'kpi_id as kpiId', 'measured_on as measuredOn', 'value', 'remark'])
    .where('kpi_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .orderBy('measured_on')
    .orderBy('id')
    .execute();
  const readings = Map.groupBy(rows, ({ kpiId }) => kpiId);
  return kpis.map((kpi) => ({
    ...kpi,
    readings: (readings.get(kpi.id) ?? []).map(({ kpiId: _kpiId, ...reading }) => reading),
  }));
}

type KpiFields = Omit<CallRequest<'clients.editKpi'>, 'commandId' | 'kpiId'>;

function columnsOf({ name, unit, target, direction, businessGoal }: KpiFields) {
  return { name, unit, target, direction, business_goal: businessGoal };
}

export async function addKpi(
  writer: Writer,
  stamp: Stamp,
  { clientId, name, ...fields }: CallRequest<'clients.addKpi'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await addRow(writer, stamp, 'kpi', {
    ...columnsOf(fields),
    name,
    direction: fields.direction ?? 'up',
    client_id: clientId,
    place: await lastPlaceOf(writer, 'kpi', 'client_id', clientId),
  });
}

export function editKpi(writer: Writer, stamp: Stamp, request: CallRequest<'clients.editKpi'>): Promise<void> {
  return changeRow(writer, stamp, 'kpi', request.kpiId, columnsOf(request));
}

/** Below the KPI `after` of the same client, on top when it is null. */
export function moveKpi(writer: Writer, stamp: Stamp, { kpiId, after }: CallRequest<'clients.moveKpi'>): Promise<void> {
  return moveRow(writer, stamp, 'kpi', { id: kpiId, after, list: ['client_id'] });
}

export async function addReadings(
  writer: Writer,
  stamp: Stamp,
  { kpiId, readings }: CallRequest<'clients.addReadings'>,
  today: Day,
): Promise<void> {
  await expectLiving(writer, 'kpi', kpiId);
  const known = await readingsByDay(writer, kpiId);
  // Of two values for one day the one written last holds.
  const byDay = new Map(readings.map((reading) => [reading.measuredOn, reading]));
  for (const { measuredOn, value, remark } of byDay.values()) {
    refuseAhead({ measuredOn }, today);
    const readingId = known.get(measuredOn);
    const values = { measured_on: measuredOn, value, remark };
    if (readingId === undefined) await addRow(writer, stamp, 'kpi_reading', { kpi_id: kpiId, ...values });
    // A new value alone does not unsay what was remarked on that day.
    else await changeRow(writer, stamp, 'kpi_reading', readingId, { ...values, remark: remark || undefined });
  }
}

export async function editReading(
  writer: Writer,
  stamp: Stamp,
  { readingId, measuredOn, value, remark }: CallRequest<'clients.editReading'>,
  today: Day,
): Promise<void> {
  if (measuredOn !== undefined) {
    refuseAhead({ measuredOn }, today);
    const row = await writer.selectFrom('kpi_reading').select('kpi_id').where('id', '=', readingId).executeTakeFirst();
    const other = row?.kpi_id ? (await readingsByDay(writer, row.kpi_id)).get(measuredOn) : undefined;
    if (other !== undefined && other !== readingId)
      throw new AppError('bad_input', 'there is a reading of that day', { measuredOn: 'taken' });
  }
  await changeRow(writer, stamp, 'kpi_reading', readingId, { measured_on: measuredOn, value, remark });
}

async function readingsByDay(reader: Reader, kpiId: Id): Promise<ReadonlyMap<Day, Id>> {
  const rows = await reader
    .selectFrom('kpi_reading')
    .select(['id', 'measured_on'])
    .where('kpi_id', '=', kpiId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.measured_on, row.id]));
}
