import { randomUUID } from 'node:crypto';
import type { Language } from '../shared/language.ts';
import { HandoffPage } from './handoff-page.ts';
import type { Program } from './program.ts';

export const spindle = 'Текстиль «Веретено»';

/** One client in Fading, with an agency that has a name. */
export async function setTheScene(app: Program, language: Language): Promise<string> {
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Бюро Кварта',
    partners: ['Ника Т.'],
    language,
  });
  const { settings } = await app.call('settings.load', {});
  const { card } = await app.call('board.createClient', {
    commandId: randomUUID(),
    name: spindle,
    stage: 'stagnation',
    partnerId: settings.partners[0]?.id ?? null,
    sinceOn: '2020-10-20',
  });
  return card.id;
}

/** The client leaves: a handoff begins today. Answers its id. */
export async function endWork(app: Program, clientId: string, reasonText: string): Promise<string> {
  const { handoffId } = await app.call('handoff.end', {
    commandId: randomUUID(),
    clientId,
    choice: 'handoff',
    startOn: new Date().toLocaleDateString('sv-SE'),
    successor: 'contractor',
    extended: [],
    reasons: ['budget'],
    reasonText,
  });
  if (handoffId === null) throw new Error('no handoff');
  return handoffId;
}

/** A handoff with something in every part of the document. */
export async function startHandoff(app: Program, language: Language): Promise<string> {
  const clientId = await setTheScene(app, language);
  const handoffId = await endWork(app, clientId, 'нужна тишина');
  const base = { commandId: randomUUID(), handoffId };
  await app.call('handoff.addAsset', {
    ...base,
    name: 'Обмен с 1С',
    whereKept: 'сейф № 7',
    heldBy: 'Ника',
    goesTo: 'successor',
  });
  await app.call('handoff.addCandidate', {
    ...base,
    commandId: randomUUID(),
    name: 'Депо Кода',
    fits: 'вели опт — «похожий», бюджет 100 000 ₽',
    consider: 'ещё не всё',
  });
  await app.call('clients.addDossierLine', {
    commandId: randomUUID(),
    clientId,
    kind: 'watch',
    text: 'Приём платежей: не больше 50 000 ₽',
  });
  return handoffId;
}

export async function openHandoff(app: Program, language: Language): Promise<HandoffPage> {
  const { page } = app;
  await page.getByRole('button', { name: language === 'ru' ? /^Передачи/ : /^Handoffs/ }).click();
  await page.getByRole('main').getByRole('button', { name: spindle }).click();
  const handoff = new HandoffPage(page, language);
  await handoff.expectHeading(language === 'ru' ? `Передача дел: ${spindle}` : `Handoff: ${spindle}`);
  return handoff;
}
