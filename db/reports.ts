import { v5 } from 'uuid';
import type { Day } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import type { Report } from '../shared/contract/client-work.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { ReportPeriod } from '../shared/health/reports.ts';
import { refuseAhead } from '../shared/refuse-ahead.ts';
import { expectClient } from './records.ts';
import { changeRow, putRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** The latest period first. */
export function readReports(reader: Reader, clientId: Id): Promise<Report[]> {
  return reader
    .selectFrom('report')
    .select(['id', 'kind', 'period', 'sent_on as sentOn', 'summary'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('period', 'desc')
    .orderBy('id')
    .execute();
}

/**
 * There is one report for a period: it is made once, and two computers that add it make the same row, unless one of them
 * moved another report there. Of one that is there only what is given is changed.
 */
export async function addReport(
  writer: Writer,
  stamp: Stamp,
  { clientId, kind, period, sentOn, summary }: CallRequest<'clients.addReport'>,
  today: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  refuseAhead({ sentOn }, today);
  const [written] = await writtenFor(writer, clientId, { kind, period });
  if (written) {
    const given = { sent_on: sentOn ?? undefined, summary: summary || undefined };
    return changeRow(writer, stamp, 'report', written.id, given);
  }
  const id = await idFor(writer, clientId, { kind, period });
  await putRow(writer, stamp, 'report', id, { client_id: clientId, kind, period, sent_on: sentOn, summary });
}

/** A report that is written down already is the one that went out; one that had gone out before keeps its day. */
export async function markReportSent(
  writer: Writer,
  stamp: Stamp,
  { clientId, report: kind, period }: CallRequest<'health.markReportSent'>,
  today: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  const written = await writtenFor(writer, clientId, { kind, period });
  if (written.some(({ sent_on }) => sent_on !== null)) return;
  const [first] = written;
  if (first) return changeRow(writer, stamp, 'report', first.id, { sent_on: today });
  const values = { client_id: clientId, kind, period, sent_on: today, summary: '' };
  await putRow(writer, stamp, 'report', await idFor(writer, clientId, { kind, period }), values);
}

function writtenFor(reader: Reader, clientId: Id, { kind, period }: ReportPeriod) {
  return reader
    .selectFrom('report')
    .select(['id', 'sent_on'])
    .where('client_id', '=', clientId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Made from the period; with the next number where the row under that id is about another period by now. */
async function idFor(reader: Reader, clientId: Id, { kind, period }: ReportPeriod): Promise<Id> {
  for (let turn = 1; ; turn += 1) {
    const id = v5(turn === 1 ? `report ${kind} ${period}` : `report ${kind} ${period} ${turn}`, clientId);
    const row = await reader.selectFrom('report').select(['kind', 'period']).where('id', '=', id).executeTakeFirst();
    if (row === undefined || (row.kind === kind && row.period === period)) return id;
  }
}

/** A report that is moved to another period stays the one that others lead to. */
export async function editReport(
  writer: Writer,
  stamp: Stamp,
  { reportId, kind, period, sentOn, summary }: CallRequest<'clients.editReport'>,
  today: Day,
): Promise<void> {
  refuseAhead({ sentOn }, today);
  if (kind !== undefined && period !== undefined) await refuseTaken(writer, reportId, { kind, period });
  await changeRow(writer, stamp, 'report', reportId, { kind, period, sent_on: sentOn, summary });
}

async function refuseTaken(reader: Reader, reportId: Id, wanted: ReportPeriod): Promise<void> {
  const row = await reader
    .selectFrom('report')
    .select(['client_id', 'kind', 'period'])
    .where('id', '=', reportId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  const isMoved = row?.kind !== wanted.kind || row.period !== wanted.period;
  if (row?.client_id && isMoved && (await writtenFor(reader, row.client_id, wanted)).length > 0)
    throw new AppError('period_taken', 'that period has a report');
}
