import * as work from '../../../db/client-work.ts';
import * as engagements from '../../../db/engagements.ts';
import * as kpis from '../../../db/kpis.ts';
import * as reports from '../../../db/reports.ts';
import { removeRow } from '../../../db/row-changes.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import type { Day } from '../../../shared/contract/call.ts';
import type { clientWorkCalls } from '../../../shared/contract/client-work.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { carryOut, type Context, type Handler } from '../context.ts';

type WorkCall = keyof typeof clientWorkCalls;
type WorkCommand = Exclude<WorkCall, 'clients.work'>;

/** What is under way with a client: goals, engagements, figures, reports. */
export function workHandlers(context: Context): { readonly [Name in WorkCall]: Handler<Name> } {
  const { storage, clock } = context;
  const command =
    <Name extends WorkCommand>(
      name: Name,
      run: (writer: Writer, stamp: Stamp, request: CallRequest<Name>, today: Day) => Promise<void>,
    ) =>
    (request: CallRequest<Name>): Promise<{ revision: number }> =>
      carryOut(context, name, request, (writer, stamp) => run(writer, stamp, request, clock.today()));
  return {
    'clients.work': async ({ clientId }) => ({
      revision: await storage.revision(),
      work: await work.readClientWork(storage.read, clientId),
    }),
    'clients.editGoals': command('clients.editGoals', work.editGoals),
    'clients.addEngagement': command('clients.addEngagement', engagements.addEngagement),
    'clients.editEngagement': command('clients.editEngagement', engagements.editEngagement),
    'clients.deleteEngagement': command('clients.deleteEngagement', (writer, stamp, request) =>
      removeRow(writer, stamp, 'engagement', request.engagementId),
    ),
    'clients.addKpi': command('clients.addKpi', kpis.addKpi),
    'clients.editKpi': command('clients.editKpi', kpis.editKpi),
    'clients.moveKpi': command('clients.moveKpi', kpis.moveKpi),
    'clients.deleteKpi': command('clients.deleteKpi', (writer, stamp, request) =>
      removeRow(writer, stamp, 'kpi', request.kpiId),
    ),
    'clients.addReadings': command('clients.addReadings', kpis.addReadings),
    'clients.editReading': command('clients.editReading', kpis.editReading),
    'clients.deleteReading': command('clients.deleteReading', (writer, stamp, request) =>
      removeRow(writer, stamp, 'kpi_reading', request.readingId),
    ),
    'clients.agreeReports': command('clients.agreeReports', work.agreeReports),
    'clients.addReport': command('clients.addReport', reports.addReport),
    'clients.editReport': command('clients.editReport', reports.editReport),
    'clients.deleteReport': command('clients.deleteReport', (writer, stamp, request) =>
      removeRow(writer, stamp, 'report', request.reportId),
    ),
  };
}
