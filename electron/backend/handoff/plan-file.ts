import path from 'node:path';
import { readItems, readItemTimes } from '../../../db/handoff-items.ts';
import { readHandoff } from '../../../db/handoff.ts';
import { readCard } from '../../../db/card.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { handoffPlanFile } from '../../../shared/contract/handoff-plan-file.ts';
import { AppError } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Context, Handler } from '../context.ts';
import { type CalendarPlan, planIcs } from '../documents/plan-ics.ts';
import { askForPlace, stillFree, writeWhole } from '../save-file.ts';
import { secretsOf } from './secrets.ts';

type PlanFileCall = keyof typeof handoffPlanFile;
type Request = CallRequest<'handoff.exportPlan'>;

const titles = { en: 'Save the plan as a calendar', ru: 'Сохранить план как календарь' } as const;
const fileWords = { en: 'Handoff plan', ru: 'План передачи' } as const;

/** Where a file went is known on this computer only. */
function pathSetting(handoffId: Id): string {
  return `plan ${handoffId}`;
}

/** How the plan gets into a calendar program. */
export function planFileHandlers(context: Context): { readonly [Name in PlanFileCall]: Handler<Name> } {
  const { storage, desktop, language } = context;
  return {
    'handoff.exportPlan': async (request) => {
      const { clientName } = await readWithoutSecrets(context, request);
      const name = safeFileName(shortName(clientName));
      const asked = {
        title: titles[language()],
        suggestedName: `${[fileWords[request.language], name].filter((part) => part !== '').join(' ')}.ics`,
        extension: 'ics',
      };
      const place = await askForPlace(desktop, asked);
      if (place === null) return { saved: null };
      const bytes = Buffer.from(planIcs(await settledPlan(context, request)), 'utf8');
      const free = await stillFree(desktop, place, asked);
      if (free === null) return { saved: null };
      const { file } = free;
      await writeWhole(file, bytes);
      await storage.saveSetting(pathSetting(request.handoffId), file);
      return { saved: { fileName: path.basename(file), folder: path.dirname(file) } };
    },
    'handoff.revealPlan': async ({ handoffId }) => {
      const file = await storage.setting(pathSetting(handoffId));
      if (file !== null) desktop.revealFile(file);
      return { shown: file !== null };
    },
  };
}

/** The page stays open to typing while a dialog asks where to save: what was searched is what is written. */
async function settledPlan(context: Context, request: Request): Promise<CalendarPlan> {
  for (;;) {
    const before = await context.storage.revision();
    const plan = await readWithoutSecrets(context, request);
    if ((await context.storage.revision()) === before) return plan;
  }
}

async function readWithoutSecrets(context: Context, { handoffId, language }: Request): Promise<CalendarPlan> {
  const { read } = context.storage;
  const findings = await secretsOf(context, handoffId);
  if (findings.length > 0) throw new AppError('secret_found', `${findings.length} findings stop the plan`);
  const { client_id } = await readHandoff(read, handoffId);
  const times = await readItemTimes(read, handoffId);
  const items = (await readItems(read, handoffId, language)).filter(({ state }) => state !== 'not_applicable');
  return {
    clientName: (await readCard(read, client_id)).name,
    language,
    items: items.map(({ id, title, side, person, dueOn }) => ({
      id,
      title,
      side,
      person,
      dueOn,
      changedAt: times.get(id) ?? '',
    })),
  };
}
