import path from 'node:path';
import { readItems, readItemTimes } from '../../../db/handoff-items.ts';
import { readHandoff } from '../../../db/handoff.ts';
import { readCard } from '../../../db/card.ts';
import type { Reader } from '../../../db/schema.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../../shared/contract/contract.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import type { handoffPlanFile } from '../../../shared/contract/handoff-plan-file.ts';
import { AppError } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { Words } from '../../../shared/language.ts';
import type { Context, Handler } from '../context.ts';
import { documentAddress } from '../documents/page.ts';
import { settledPdf } from '../documents/pdf.ts';
import { type CalendarPlan, planIcs } from '../documents/plan-ics.ts';
import { askForPlace, stillFree, writeWhole } from '../save-file.ts';
import { secretsOf } from './secrets.ts';
import { settled } from './settled.ts';

type PlanFileCall = keyof typeof handoffPlanFile;
type Request = CallRequest<'handoff.exportPlan'>;

const fileWords = { en: 'Handoff plan', ru: 'План передачи' } as const;

/** Where a file went is known on this computer only. */
function pathSetting(handoffId: Id): string {
  return `plan ${handoffId}`;
}

interface PlanFile {
  readonly title: Words;
  readonly extension: 'ics' | 'pdf';
  /** Read and made from one state of the plan, in which no secret was found. */
  readonly bytes: (context: Context, request: Request) => Promise<Uint8Array>;
}

const calendarFile: PlanFile = {
  title: { en: 'Save the plan as a calendar', ru: 'Сохранить план как календарь' },
  extension: 'ics',
  bytes: (context, request) =>
    settled(context, async () => Buffer.from(planIcs(await readWithoutSecrets(context, request)), 'utf8')),
};

const checklist: PlanFile = {
  title: { en: 'Save the plan to print it', ru: 'Сохранить план для печати' },
  extension: 'pdf',
  bytes: (context, request) =>
    settled(context, async () => {
      await readWithoutSecrets(context, request);
      const { handoffId, language } = request;
      const options = { ...forEverybody, language };
      const madeOn = context.clock.today();
      const address = documentAddress(handoffId, options, 'plan');
      return settledPdf(await context.desktop.printPdf(address, { html: '<span></span>' }), madeOn);
    }),
};

/** The paper lies on the table of a meeting: it says what the client may read, and no accesses. */
export const forEverybody = {
  audience: 'client',
  includeAssets: false,
  includeDone: true,
  includeReasons: false,
} as const satisfies Partial<DocumentOptions>;

/** How the plan gets into a calendar program, and onto paper. */
export function planFileHandlers(context: Context): { readonly [Name in PlanFileCall]: Handler<Name> } {
  const { storage, desktop } = context;
  return {
    'handoff.exportPlan': (request) => savePlan(context, request, calendarFile),
    'handoff.exportChecklist': (request) => savePlan(context, request, checklist),
    'handoff.revealPlan': async ({ handoffId }) => {
      const file = await storage.setting(pathSetting(handoffId));
      if (file !== null) desktop.revealFile(file);
      return { shown: file !== null };
    },
  };
}

async function savePlan(
  context: Context,
  request: Request,
  { title, extension, bytes }: PlanFile,
): Promise<CallOutput<'handoff.exportPlan'>> {
  const { storage, desktop, language } = context;
  const { clientName } = await readWithoutSecrets(context, request);
  const name = safeFileName(shortName(clientName));
  const asked = {
    title: title[language()],
    suggestedName: `${[fileWords[request.language], name].filter((part) => part !== '').join(' ')}.${extension}`,
    extension,
  };
  const place = await askForPlace(desktop, asked);
  if (place === null) return { saved: null };
  const made = await bytes(context, request);
  const free = await stillFree(desktop, place, asked);
  if (free === null) return { saved: null };
  const { file } = free;
  await writeWhole(file, made);
  await storage.saveSetting(pathSetting(request.handoffId), file);
  return { saved: { fileName: path.basename(file), folder: path.dirname(file) } };
}

async function readWithoutSecrets(context: Context, request: Request): Promise<CalendarPlan> {
  const findings = await secretsOf(context, request.handoffId);
  if (findings.length > 0) throw new AppError('secret_found', `${findings.length} findings stop the plan`);
  return readCalendarPlan(context.storage.read, request);
}

/** All that a calendar is told of a plan. */
export async function readCalendarPlan(read: Reader, { handoffId, language }: Request): Promise<CalendarPlan> {
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
