import { readAssets } from '../../../db/assets.ts';
import { readContacts, readDossier } from '../../../db/clients.ts';
import { readTemplates } from '../../../db/handoff-templates.ts';
import { readPartingClient } from '../../../db/parting.ts';
import type { Reader } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { Day } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import { reasonFor } from '../../../shared/handoff/conditions.ts';
import { fireDrill } from '../../../shared/handoff/fire-drill.ts';
import { endOfHandoff, offeredItems, weekOf } from '../../../shared/handoff/plan.ts';
import { shownPlanOf } from './start.ts';
import { startFacts } from './templates.ts';

export type Drill = CallOutput<'handoff.fireDrill'>;

/** The plan that a start of the month would make today, with the items that it would offer ticked. */
export async function readDrill(reader: Reader, request: CallRequest<'handoff.fireDrill'>, today: Day): Promise<Drill> {
  const { clientId, successor, templateId } = request;
  const client = await readPartingClient(reader, clientId);
  const templates = await readTemplates(reader);
  const template = templates.find(({ id }) => id === templateId) ?? templates[0];
  const { met } = await startFacts(reader, clientId, today);
  const items = await shownPlanOf(reader, {
    clientId,
    startOn: today,
    successor,
    templateId: template?.id,
    extended: offeredItems(template?.items ?? [])
      .filter(({ condition }) => reasonFor(condition, met, []) !== null)
      .map(({ code }) => code),
  });
  const agency = await agencyOf(reader);
  const partners = await partnersOf(reader);
  const facts = {
    contacts: await readContacts(reader, clientId),
    dossier: await readDossier(reader, clientId),
    assets: await readAssets(reader, clientId),
    agency: agency?.name ?? '',
    partners: partners.map(({ name }) => name),
    hasLead: partners.some(({ id }) => id === client.partner_id),
  };
  const { steps, ready } = fireDrill(items, facts, today);
  return {
    clientName: client.name,
    startOn: today,
    endOn: endOfHandoff(today),
    steps: steps.map(({ item, lacks }) => ({
      code: item.code,
      title: { ...item.title },
      side: item.side,
      dueOn: item.dueOn,
      week: weekOf(today, item.dueOn),
      lacks: lacks.map(({ check, accounts }) => ({ check, accounts: [...accounts] })),
    })),
    ready,
  };
}
