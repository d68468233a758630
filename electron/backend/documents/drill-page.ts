import { z } from 'zod';
import { agencyOf } from '../../../db/settings.ts';
import { id, language } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { successorModes } from '../../../shared/contract/handoff.ts';
import { AppError } from '../../../shared/errors.ts';
import { drillDocument } from '../../../shared/handoff/plan-paper.ts';
import type { Context } from '../context.ts';
import { readDrill } from '../handoff/read-drill.ts';
import { servedFont } from './fonts.ts';
import { checklistHtml } from './html.ts';

const query = z.object({ language, successor: z.enum(successorModes), template: id.optional() });

/** The address of the page that is printed. */
export function drillAddress(request: CallRequest<'handoff.exportDrill'>): string {
  const { clientId, successor, templateId, language: spoken } = request;
  const parameters = new URLSearchParams({
    language: spoken,
    successor,
    ...(templateId !== undefined && { template: templateId }),
  });
  return `document/${clientId}/drill?${parameters.toString()}`;
}

/** The HTML of `/document/<clientId>/drill?…`, or null when the address names no client that can be parted with. */
export async function drillPage(context: Context, address: URL): Promise<string | null> {
  const clientId = id.safeParse(/^\/document\/([^/]+)\/drill$/.exec(address.pathname)?.[1]);
  const asked = query.safeParse(Object.fromEntries(address.searchParams));
  if (!clientId.success || !asked.success) return null;
  const { language: spoken, successor, template } = asked.data;
  try {
    const asks = { clientId: clientId.data, successor, templateId: template };
    const drill = await readDrill(context.storage.read, asks, context.clock.today());
    const agency = await agencyOf(context.storage.read);
    const paper = drillDocument(drill, { language: spoken, successor, agencyName: agency?.name ?? '' });
    return checklistHtml(paper, { fonts: servedFont, fitsPhones: false });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
