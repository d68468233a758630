import { v5 } from 'uuid';
import { readAssets } from '../../../db/assets.ts';
import { readDossier } from '../../../db/clients.ts';
import {
  editTemplateItem,
  removeTemplateItem,
  resetTemplateItem,
  returnTemplateItem,
} from '../../../db/handoff-template-items.ts';
import {
  addTemplateItem,
  copyTemplate,
  nameTemplate,
  removeTemplate,
  resetTemplate,
} from '../../../db/handoff-template-changes.ts';
import { readTemplates } from '../../../db/handoff-templates.ts';
import { openEngagementOf, readLivingClient } from '../../../db/parting.ts';
import type { Reader } from '../../../db/schema.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { handoffTemplates } from '../../../shared/contract/handoff-templates.ts';
import { metConditions } from '../../../shared/handoff/conditions.ts';
import { carryOut, type Context, type Handler } from '../context.ts';
import { accountsOf } from './start.ts';

type TemplateCall = keyof typeof handoffTemplates;

/** What plans are made from. */
export function templateHandlers(context: Context): { readonly [Name in TemplateCall]: Handler<Name> } {
  const { storage, clock } = context;
  return {
    'handoff.templates': async () => ({ templates: [...(await readTemplates(storage.read))] }),
    'handoff.copyTemplate': async (request) => {
      const copyId = v5('handoff template', request.commandId);
      const { revision } = await carryOut(context, 'handoff.copyTemplate', request, (writer, stamp) =>
        copyTemplate(writer, stamp, { ...request, copyId }),
      );
      return { revision, templateId: copyId };
    },
    'handoff.nameTemplate': (request) =>
      carryOut(context, 'handoff.nameTemplate', request, (writer, stamp) =>
        nameTemplate(writer, stamp, request.templateId, request.name),
      ),
    'handoff.removeTemplate': (request) =>
      carryOut(context, 'handoff.removeTemplate', request, (writer, stamp) =>
        removeTemplate(writer, stamp, request.templateId),
      ),
    'handoff.resetTemplate': (request) =>
      carryOut(context, 'handoff.resetTemplate', request, (writer, stamp) =>
        resetTemplate(writer, stamp, request.templateId),
      ),
    'handoff.addTemplateItem': (request) =>
      carryOut(context, 'handoff.addTemplateItem', request, (writer, stamp) => addTemplateItem(writer, stamp, request)),
    'handoff.editTemplateItem': (request) =>
      carryOut(context, 'handoff.editTemplateItem', request, (writer, stamp) =>
        editTemplateItem(writer, stamp, request),
      ),
    'handoff.removeTemplateItem': (request) =>
      carryOut(context, 'handoff.removeTemplateItem', request, (writer, stamp) =>
        removeTemplateItem(writer, stamp, request),
      ),
    'handoff.returnTemplateItem': (request) =>
      carryOut(context, 'handoff.returnTemplateItem', request, (writer, stamp) =>
        returnTemplateItem(writer, stamp, request),
      ),
    'handoff.resetTemplateItem': (request) =>
      carryOut(context, 'handoff.resetTemplateItem', request, (writer, stamp) =>
        resetTemplateItem(writer, stamp, request),
      ),
    'handoff.startFacts': ({ clientId }) => startFacts(storage.read, clientId, clock.today()),
  };
}

/** Conditions that hold, and accounts of ours: the same for a start and for a drill. */
export async function startFacts(reader: Reader, clientId: Id, today: Day): Promise<CallOutput<'handoff.startFacts'>> {
  await readLivingClient(reader, clientId);
  const dossier = await readDossier(reader, clientId);
  const figures = await reader
    .selectFrom('kpi')
    .select('id')
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .limit(1)
    .execute();
  const met = metConditions({
    assets: await readAssets(reader, clientId),
    hasDecisions: dossier.some(({ kind }) => kind === 'decision'),
    hasFigures: figures.length > 0,
    hasOpenContract: (await openEngagementOf(reader, clientId, today)) !== null,
  });
  const accounts = await accountsOf(reader, clientId);
  return {
    met: met.map(({ condition, because }) => ({ condition, because: [...because] })),
    accounts: accounts.map(({ id, name }) => ({ id, name })),
  };
}
