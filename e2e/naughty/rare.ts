import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/calendar.ts';
import type { Program } from '../program.ts';
import { openHandoff } from '../screens/handoff-screens.ts';
import type { Names } from '../screens/names.ts';
import { goTo, onSample, type Screen } from '../screens/screen.ts';

const command = () => ({ commandId: randomUUID() });
const today = () => new Date().toLocaleDateString('sv-SE');

const ownStep = /^(?:Edit|Изменить): (?:Our words|Наши слова)/;

async function openHandoffOf(page: Page, { handoffs }: Names, client: string): Promise<void> {
  await goTo(page, handoffs);
  await page.getByRole('main').getByRole('button', { name: client }).first().click();
  await page.getByRole('heading', { level: 1, name: client }).waitFor();
}

/** The plan that was made from a template of one's own, with its step that is called in one's own words. */
const ownPlan = onSample('handoff by an own template', async (page, words) => {
  await openHandoffOf(page, words, ownClient);
  await page.getByRole('button', { name: ownStep }).first().click();
});

/** Why it took a week more, and why it was called off. */
const calledOff = onSample('handoff that was called off', (page, words) => openHandoffOf(page, words, unwillingClient));

/** The same step in the template of one's own, which stays chosen. */
const ownTemplate = onSample('settings of an own template', async (page, { settings, sections }) => {
  await goTo(page, settings);
  await page.getByRole('main').getByText(sections[8], { exact: true }).first().click();
  await page
    .getByRole('button', { name: /(?:Template|Шаблон)$/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Our template' }).click();
  await page.getByRole('button', { name: ownStep }).first().click();
});

/** What shows that a step is done. */
const doneStep = onSample('a step that is done', async (page, words) => {
  await openHandoff(page, words);
  await page
    .getByRole('button', { name: /more done$|сделано$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(?:Edit: Name who|Изменить: Назначить)/ }).click();
});

/** What the screens of the example do not show. */
export const rareScreens: readonly Screen[] = [ownPlan, doneStep, calledOff, ownTemplate];

const ownClient = 'Juniper Press';
const unwillingClient = 'Tansy';

/**
 * Rows that the example does not have: own stages, templates and calendars, a handoff by an own template with a step that
 * is held up and a secret that is none, one that was made longer and called off, an erasure.
 */
export async function addWhatIsRare(app: Program): Promise<void> {
  const words = { en: 'Our words', ru: 'Наши слова' };
  await app.call('settings.editStage', { ...command(), stage: 'stagnation', label: words, hint: words });
  await addCalendar(app);
  const { templates } = await app.call('notes.templates', {});
  const ofNotes = { templateId: templates.at(-1)?.id ?? '', title: words, text: words };
  await app.call('notes.editTemplate', { ...command(), ...ofNotes });
  const templateId = await addHandoffTemplate(app, words);
  await holdUpStep(app, await addHandoff(app, { name: ownClient, startOn: today(), templateId }));
  await callOff(app, await addHandoff(app, { name: unwillingClient, startOn: addDays(today(), -40) }));
  await eraseOne(app);
}

async function addCalendar(app: Program): Promise<void> {
  const { chosen } = await app.call('settings.calendars', {});
  const copy = { kind: 'copy', code: chosen, name: 'Our calendar' } as const;
  await app.call('settings.changeCalendar', { ...command(), change: copy, movesItems: false });
  const { chosen: code } = await app.call('settings.calendars', {});
  const days = [{ day: `${today().slice(0, 4)}-12-30`, isWorked: false, title: 'Our day' }];
  await app.call('settings.changeCalendar', { ...command(), change: { kind: 'days', code, days }, movesItems: false });
}

async function addHandoffTemplate(app: Program, words: { readonly en: string; readonly ru: string }): Promise<string> {
  const { templates } = await app.call('handoff.templates', {});
  const copied = { templateId: templates[0]?.id ?? '', name: 'Our template' };
  const { templateId } = await app.call('handoff.copyTemplate', { ...command(), ...copied });
  const item = { templateId, title: words, evidence: words };
  await app.call('handoff.editTemplateItem', { ...command(), ...item, code: 'A3' });
  return templateId;
}

interface Ending {
  readonly name: string;
  readonly startOn: string;
  readonly templateId?: string;
}

async function addHandoff(app: Program, { name, ...ending }: Ending): Promise<string> {
  const { card } = await app.call('board.createClient', { ...command(), name, stage: 'stable' });
  const { handoffId } = await app.call('handoff.end', {
    ...command(),
    ...ending,
    clientId: card.id,
    choice: 'handoff',
    successor: 'contractor',
    extended: [],
    reasons: [],
    reasonText: 'Our words',
  });
  return handoffId ?? '';
}

async function holdUpStep(app: Program, handoffId: string): Promise<void> {
  const { page } = await app.call('handoff.open', { handoffId });
  const itemId = page.items.find(({ code }) => code === 'A1')?.id ?? '';
  const heldUp = { state: 'blocked', stateReason: 'Our words', evidence: 'password: Vesna2024' } as const;
  await app.call('handoff.editItem', { ...command(), itemId, ...heldUp });
  const { findings } = await app.call('handoff.findSecrets', { handoffId });
  const cleared = { fingerprint: findings[0]?.fingerprint ?? '', reason: 'Our words' };
  await app.call('handoff.clearSecret', { ...command(), handoffId, ...cleared });
}

async function callOff(app: Program, handoffId: string): Promise<void> {
  await app.call('handoff.extend', { ...command(), handoffId, reason: 'Our words' });
  await app.call('handoff.cancel', { ...command(), handoffId, reason: 'Our words' });
}

async function eraseOne(app: Program): Promise<void> {
  const name = 'Sorrel';
  const { card } = await app.call('board.createClient', { ...command(), name, stage: 'stable' });
  const erased = { clientId: card.id, typedName: name, why: 'Asked for by law' };
  await app.call('erasing.eraseClient', { ...command(), ...erased });
}
