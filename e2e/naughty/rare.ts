import { randomUUID } from 'node:crypto';
import type { Program } from '../program.ts';
import { openHandoff } from '../screens/handoff-screens.ts';
import { goTo, onSample } from '../screens/screen.ts';

const command = () => ({ commandId: randomUUID() });
const today = () => new Date().toLocaleDateString('sv-SE');

/** The plan that was made from a template of one's own, with its step that is called in one's own words. */
export const ownPlan = onSample('handoff by an own template', async (page, { handoffs }) => {
  await goTo(page, handoffs);
  await page.getByRole('main').getByRole('button', { name: ownClient }).first().click();
  await page.getByRole('heading', { level: 1, name: ownClient }).waitFor();
  await page
    .getByRole('button', { name: /^(?:Edit|Изменить): (?:Our words|Наши слова)/ })
    .first()
    .click();
});

/** What shows that a step is done. */
export const doneStep = onSample('a step that is done', async (page, words) => {
  await openHandoff(page, words);
  await page
    .getByRole('button', { name: /more done$|сделано$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(?:Edit: Name who|Изменить: Назначить)/ }).click();
});

const ownClient = 'Juniper Press';

/** Rows that the example does not have: own stages, templates and calendars, a handoff by an own template, an erasure. */
export async function addWhatIsRare(app: Program): Promise<void> {
  const words = { en: 'Our words', ru: 'Наши слова' };
  await app.call('settings.editStage', { ...command(), stage: 'stagnation', label: words, hint: words });
  await addCalendar(app);
  const { templates } = await app.call('notes.templates', {});
  const templateId = templates.at(-1)?.id ?? '';
  await app.call('notes.editTemplate', { ...command(), templateId, title: words, text: words });
  const own = await addHandoffTemplate(app, words);
  const { card } = await app.call('board.createClient', { ...command(), name: ownClient, stage: 'stable' });
  const ending = {
    clientId: card.id,
    choice: 'handoff',
    startOn: today(),
    successor: 'contractor',
  } as const;
  await app.call('handoff.end', {
    ...command(),
    ...ending,
    templateId: own,
    extended: [],
    reasons: [],
    reasonText: 'Our words',
  });
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

async function eraseOne(app: Program): Promise<void> {
  const name = 'Sorrel';
  const { card } = await app.call('board.createClient', { ...command(), name, stage: 'stable' });
  const erased = { clientId: card.id, typedName: name, why: 'Asked for by law' };
  await app.call('erasing.eraseClient', { ...command(), ...erased });
}
