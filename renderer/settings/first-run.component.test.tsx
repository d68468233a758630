import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { FirstRun } from './first-run.tsx';

const settings = settingsWith({
  isSetUp: false,
  agency: { name: '', monogram: '', contact: '', signature: '' },
  partners: [],
  mePartnerId: null,
  dataFolder: '/home/vera/Documents/Quarta',
  calendar: weekdaysCalendar,
});

const asked = vi.fn();
let leave = () => {};

beforeEach(() => {
  sessionStorage.clear();
  asked.mockClear();
  bridgeTo((name, input) => {
    asked(name, input);
    const language = name === 'settings.setLanguage' ? Reflect.get(input, 'language') : 'en';
    const value: unknown = { revision: 1, settings: { ...settings, language }, dataFolder: null, opened: true };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value }]));
  });
  applySettings(settings);
  leave = show(<FirstRun />);
});
afterEach(() => leave());

const finished = () => asked.mock.calls.find(([name]) => name === 'settings.finishFirstRun')?.[1];

test('Enter works at once: nothing must be filled in', async () => {
  await expect.element(page.getByRole('textbox', { name: 'Agency' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => finished()).toMatchObject({ agencyName: '', partners: [], language: 'en' });
});

test('names become chips by Enter or a comma, the first one is me, and a half-typed one counts', async () => {
  await userEvent.keyboard('Quarta Bureau');
  await page.getByRole('textbox', { name: 'Partners' }).click();
  await userEvent.keyboard('Vera L.{Enter}Gleb O.,Vera L.{Enter}');
  expect(finished()).toBeUndefined();
  await expect
    .element(page.getByRole('button', { name: 'Take Vera L. off the list' }))
    .toHaveTextContent('Vera L. (me)');
  await userEvent.keyboard('Nika');
  await page.getByRole('button', { name: 'Open the board' }).click();
  const answers = { agencyName: 'Quarta Bureau', partners: ['Vera L.', 'Gleb O.', 'Nika'] };
  await expect.poll(() => finished()).toMatchObject(answers);
});

test('a chip is taken off by pressing it or by Backspace', async () => {
  await page.getByRole('textbox', { name: 'Partners' }).click();
  await userEvent.keyboard('Vera{Enter}Gleb{Enter}Nika{Enter}');
  await userEvent.keyboard('{Backspace}');
  await page.getByRole('button', { name: 'Take Vera off the list' }).click();
  await expect.element(page.getByRole('button', { name: 'Take Gleb off the list' })).toHaveTextContent('Gleb (me)');
  await expect.element(page.getByRole('button', { name: 'Take Nika off the list' })).not.toBeInTheDocument();
});

test('the language changes at once, and what was typed stays', async () => {
  await userEvent.keyboard('Quarta');
  await page.getByRole('radio', { name: 'Русский' }).click();
  await expect.element(page.getByRole('heading', { name: 'Клиенты, с которыми вы надолго' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Агентство' })).toHaveValue('Quarta');
  expect(useSession.getState().language).toBe('ru');
});

test('what was typed comes back when the page is loaded anew', async () => {
  await userEvent.keyboard('Quarta');
  leave();
  leave = show(<FirstRun />);
  await expect.element(page.getByRole('textbox', { name: 'Agency' })).toHaveValue('Quarta');
});

test('the folder and the example are one press away', async () => {
  await expect.element(page.getByText('Documents / Quarta')).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Look at an example' }).click();
  const names = () => asked.mock.calls.map(([name]) => name);
  await expect.poll(names).toEqual(['settings.chooseDataFolder', 'settings.openSample']);
});
