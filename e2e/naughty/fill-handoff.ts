import { randomUUID } from 'node:crypto';
import type { Program } from '../program.ts';
import { asLine } from './naughty-strings.ts';

const command = () => ({ commandId: randomUUID() });
const kinds = ['how_it_works', 'watch', 'open_question'] as const;

/** How often each string stands in our own copy of the document, its contacts not counted. */
export const timesInOurCopy = 12;

/** Puts these strings into every field that reaches a document of the handoff. */
export async function fillHandoff(
  app: Program,
  { handoffId, clientId }: { readonly handoffId: string; readonly clientId: string },
  texts: readonly string[],
): Promise<void> {
  const [first = ''] = texts;
  await app.call('settings.editAgency', {
    ...command(),
    name: asLine(first),
    contact: asLine(first),
    signature: asLine(first),
  });
  await app.call('handoff.edit', { ...command(), handoffId, letter: texts.map(asLine).join('\n\n').slice(0, 20_000) });
  for (const [place, text] of texts.entries()) {
    await fillItem(app, handoffId, asLine(text));
    await fillBeside(app, handoffId, asLine(text));
    await app.call('clients.addDossierLine', {
      ...command(),
      clientId,
      kind: kinds[place % kinds.length] ?? 'watch',
      text: asLine(text),
    });
  }
}

async function fillItem(app: Program, handoffId: string, line: string): Promise<void> {
  const { page: planned } = await app.call('handoff.open', { handoffId });
  // A day on which people work, whenever this runs.
  const dueOn = planned.items[0]?.dueOn ?? planned.startOn;
  const added = { title: line, side: 'client', person: line, dueOn } as const;
  const { page } = await app.call('handoff.addItem', { ...command(), handoffId, ...added });
  const itemId = page.items.findLast(({ title, evidence }) => title === line && evidence === '')?.id ?? '';
  await app.call('handoff.editItem', { ...command(), itemId, evidence: line, confirmedBy: line });
}

async function fillBeside(app: Program, handoffId: string, line: string): Promise<void> {
  const asset = { name: line, whereKept: line, heldBy: line, goesTo: 'client' } as const;
  await app.call('handoff.addAsset', { ...command(), handoffId, ...asset });
  const candidate = { name: line, fits: line, consider: line };
  const { page } = await app.call('handoff.addCandidate', { ...command(), handoffId, ...candidate });
  const candidateId = page.candidates.findLast(({ disclosure }) => disclosure === '')?.id ?? '';
  await app.call('handoff.editCandidate', { ...command(), candidateId, disclosure: line });
}
