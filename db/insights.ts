import type { Insight, Playbook } from '../shared/contract/client-playbook.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import { flag } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** The latest first. */
export async function readInsights(reader: Reader, clientId: Id): Promise<Insight[]> {
  const rows = await reader
    .selectFrom('insight')
    .select(['id', 'kind', 'title', 'told_on', 'is_beyond_contract', 'state', 'report_id', 'kpi_id'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('told_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    toldOn: row.told_on,
    isBeyondContract: row.is_beyond_contract === 1,
    state: row.state,
    reportId: row.report_id,
    kpiId: row.kpi_id,
  }));
}

export async function readReportNames(reader: Reader, clientId: Id): Promise<Playbook['reports']> {
  return reader
    .selectFrom('report')
    .select(['id', 'kind', 'period'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('period', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function readKpiNames(reader: Reader, clientId: Id): Promise<Playbook['kpis']> {
  return reader
    .selectFrom('kpi')
    .select(['id', 'name'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

export async function addInsight(
  writer: Writer,
  stamp: Stamp,
  { clientId, kind, title, toldOn, isBeyondContract }: CallRequest<'clients.addInsight'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await addRow(writer, stamp, 'insight', {
    client_id: clientId,
    kind,
    title,
    told_on: toldOn,
    is_beyond_contract: flag(isBeyondContract),
    state: 'offered',
  });
}

export async function editInsight(
  writer: Writer,
  stamp: Stamp,
  { insightId, kind, title, toldOn, isBeyondContract, state, reportId, kpiId }: CallRequest<'clients.editInsight'>,
): Promise<void> {
  await expectSameClient(writer, insightId, 'report', reportId);
  await expectSameClient(writer, insightId, 'kpi', kpiId);
  await changeRow(writer, stamp, 'insight', insightId, {
    kind,
    title,
    told_on: toldOn,
    is_beyond_contract: flag(isBeyondContract),
    state,
    report_id: reportId,
    kpi_id: kpiId,
  });
}

/** An insight leads to nothing of another client. */
async function expectSameClient(
  reader: Reader,
  insightId: Id,
  table: 'report' | 'kpi',
  id: Id | null | undefined,
): Promise<void> {
  if (id === undefined || id === null) return;
  const insight = await reader.selectFrom('insight').select('client_id').where('id', '=', insightId).executeTakeFirst();
  const linked = await reader
    .selectFrom(table)
    .select('client_id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!linked || linked.client_id !== insight?.client_id) throw new AppError('not_found', `no such ${table}`);
}
