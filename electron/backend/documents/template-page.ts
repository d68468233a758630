import { z } from 'zod';
import { readTemplates } from '../../../db/handoff-templates.ts';
import { agencyOf } from '../../../db/settings.ts';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import { id, language } from '../../../shared/contract/call.ts';
import { templateDocument } from '../../../shared/handoff/plan-paper.ts';
import { endOfHandoff, makePlan, offeredItems, weekOf } from '../../../shared/handoff/plan.ts';
import type { Context } from '../context.ts';
import { servedFont } from './fonts.ts';
import { checklistHtml } from './html.ts';

const query = z.object({ language });

/**
 * The HTML of `/document/template/<templateId>?…`: the plan of a handoff to a new contractor that begins today, with every
 * item that may be offered; null when the address names no template.
 */
export async function templatePage({ storage: { read }, clock }: Context, address: URL): Promise<string | null> {
  const templateId = id.safeParse(/^\/document\/template\/([^/]+)$/.exec(address.pathname)?.[1]);
  const asked = query.safeParse(Object.fromEntries(address.searchParams));
  if (!templateId.success || !asked.success) return null;
  const template = (await readTemplates(read)).find((each) => each.id === templateId.data);
  if (template === undefined) return null;
  const { language: spoken } = asked.data;
  const [startOn, successor] = [clock.today(), 'contractor'] as const;
  const items = makePlan({
    startOn,
    successor,
    calendar: await agencyCalendar(read),
    extended: offeredItems(template.items).map(({ code }) => code),
    template: template.items,
  });
  const steps = items.map(({ code, title, side, dueOn }) => ({
    code,
    title,
    side,
    dueOn,
    week: weekOf(startOn, dueOn),
  }));
  const agency = await agencyOf(read);
  const plan = { clientName: template.name[spoken], startOn, endOn: endOfHandoff(startOn), steps };
  const paper = templateDocument(plan, { language: spoken, successor, agencyName: agency?.name ?? '' });
  return checklistHtml(paper, { fonts: servedFont, fitsPhones: false });
}
