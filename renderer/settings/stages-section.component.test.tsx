import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OwnStage } from '../../shared/stage-words.ts';
import type { Language } from '../../shared/language.ts';
import { navigate } from '../ui/navigation.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { ownStageWith, settingsWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { SettingsPage } from './settings-page.tsx';

const favourites = ownStageWith({
  stage: 'stable',
  label: { en: 'Favourites', ru: 'Любимые' },
  contactNormDays: 30,
});

const asked = vi.fn();
let answered: readonly OwnStage[] = [];
let leave = () => {};

/** What the main process will have after the next command. */
function open(stages: readonly OwnStage[], language: Language = 'en'): void {
  answered = stages;
  applySettings(settingsWith({ language, stages }));
  navigate({ name: 'settings', section: 'stages' });
  leave = show(<SettingsPage />, language);
}

beforeEach(() => {
  asked.mockClear();
  clearToasts();
  answerBy((name, input) => {
    asked(name, input);
    const { language } = useSession.getState();
    return { ok: true, value: { revision: 1, settings: settingsWith({ language, stages: answered }) } };
  });
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', settings: null });
});

const row = (label: string) => page.getByRole('listitem', { name: label, exact: true });
const commands = () => asked.mock.calls;
const sent = (fields: object) => ({ commandId: expect.any(String), ...fields });

test('all six stages are there, as they ship, with nothing to put back', async () => {
  open([]);
  await expect.element(row('Steady')).toBeVisible();
  const names = page.getByRole('heading', { level: 3 }).elements();
  expect(names.map(({ textContent }) => textContent)).toEqual([
    'Acquaintance',
    'Immersion',
    'Steady',
    'Fading',
    'Second wind',
    'Ended',
  ]);
  expect(page.getByRole('button', { name: /^As it was/ }).elements()).toEqual([]);
  await expect.element(row('Steady').getByRole('button', { name: 'Days between contacts: 14' })).toBeVisible();
  expect(
    row('Ended')
      .getByRole('button', { name: /^Days between contacts/ })
      .elements(),
  ).toEqual([]);
});

test('a name is changed where it stands, in the language in use, and shows at once', async () => {
  open([]);
  answered = [favourites];
  await row('Steady').getByRole('button', { name: 'Name of the stage: Steady' }).click();
  await userEvent.keyboard('Favourites{Enter}');
  await expect.element(row('Favourites').getByRole('button', { name: 'Name of the stage: Favourites' })).toBeVisible();
  expect(commands()).toEqual([['settings.editStage', sent({ stage: 'stable', label: { en: 'Favourites' } })]]);
});

test('the other language stands folded beside it', async () => {
  open([]);
  await row('Steady')
    .getByRole('button', { name: /^In Russian/ })
    .click();
  await row('Steady').getByRole('button', { name: 'Name in Russian: Стабильность' }).click();
  await userEvent.keyboard('Любимые{Enter}');
  await expect.poll(commands).toEqual([['settings.editStage', sent({ stage: 'stable', label: { ru: 'Любимые' } })]]);
});

test('an emptied field is what ships again', async () => {
  open([favourites]);
  await row('Favourites')
    .getByRole('button', { name: /^Name of the stage/ })
    .click();
  await userEvent.keyboard('{Delete}{Enter}');
  await row('Favourites').getByRole('button', { name: 'Days between contacts: 30' }).click();
  await userEvent.keyboard('{Delete}{Enter}');
  await expect.poll(commands).toEqual([
    ['settings.editStage', sent({ stage: 'stable', label: { en: '' } })],
    ['settings.editStage', sent({ stage: 'stable', contactNormDays: null })],
  ]);
});

test.each(['0', '366', 'two'])('“%s” days are no norm', async (typed) => {
  open([]);
  await row('Steady')
    .getByRole('button', { name: /^Days between contacts/ })
    .click();
  await userEvent.keyboard(`${typed}{Enter}`);
  await expect.element(page.getByText('A number of days from 1 to 365')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(commands()).toEqual([]);
});

test('a name that another stage has is said, not refused', async () => {
  open([]);
  await row('Steady')
    .getByRole('button', { name: /^Name of the stage/ })
    .click();
  await userEvent.keyboard('Fading');
  await expect.element(page.getByText('Another stage has this name')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(commands).toHaveLength(1);
});

test('a stage comes back to what it was, and that can be undone by itself', async () => {
  open([favourites]);
  answered = [];
  await row('Favourites').getByRole('button', { name: 'As it was: Favourites' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Steady is as it was');
  await expect.element(row('Steady').getByRole('button', { name: /^Name of the stage/ })).toHaveFocus();
  useToasts.getState().shown?.actions?.[0]?.run();
  const commandId: unknown = commands()[0]?.[1].commandId;
  await expect.poll(() => commands()[1]).toMatchObject(['safety.undo', { targetId: commandId }]);
});

test('signals are taken off the list of a stage and added to it; the keyboard goes on inside', async () => {
  open([]);
  const fold = row('Acquaintance').getByRole('button', { name: /^Signals offered first/ });
  await fold.click();
  const list = row('Acquaintance').getByRole('list', { name: 'Signals offered first' });
  const before = list.getByRole('listitem').elements().length;
  answered = [ownStageWith({ stage: 'acquaintance', withheld: ['F-OWNER'] })];
  await list.getByRole('button', { name: /^The owner does everything himself/ }).click();
  await expect.poll(() => list.getByRole('listitem').elements().length).toBe(before - 1);
  const add = row('Acquaintance').getByRole('button', { name: 'Add a signal' });
  await expect.element(add).toHaveFocus();
  await add.click();
  await page.getByRole('combobox', { name: 'Signal' }).fill('The owner does');
  await page.getByRole('option', { name: 'The owner does everything himself' }).click();
  await expect.poll(commands).toEqual([
    ['settings.offerSignal', sent({ stage: 'acquaintance', code: 'F-OWNER', isOffered: false })],
    ['settings.offerSignal', sent({ stage: 'acquaintance', code: 'F-OWNER', isOffered: true })],
  ]);
});

test('in Russian it is the Russian name that stands first', async () => {
  open([favourites], 'ru');
  await expect.element(row('Любимые').getByRole('button', { name: 'Название этапа: Любимые' })).toBeVisible();
  await expect.element(row('Любимые').getByRole('button', { name: /^По-английски Favourites/ })).toBeVisible();
});
