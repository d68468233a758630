import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { closeOverlay, navigate, useNavigation } from '../ui/navigation.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { SettingsPage } from './settings-page.tsx';

const settings = settingsWith({
  agency: { name: 'Quarta Bureau', monogram: 'Q', contact: '', signature: '' },
  partners: [
    { id: '1', name: 'Vera L.', monogram: 'V', clients: 5 },
    { id: '2', name: 'Gleb O.', monogram: 'G', clients: 0 },
  ],
  calendar: weekdaysCalendar,
});

const asked = vi.fn();
let isRefused = false;
let leave = () => {};

function open(section: string): void {
  navigate({ name: 'settings', section });
  leave = show(<SettingsPage />);
}

beforeEach(() => {
  asked.mockClear();
  isRefused = false;
  clearToasts();
  bridgeTo((name, input) => {
    asked(name, input);
    const value: unknown = { revision: 1, settings };
    const reply = isRefused ? { ok: false, code: 'partner_leads_clients', message: '' } : { ok: true, value };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, reply]));
  });
  applySettings(settings);
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', settings: null });
});

test('a name is saved on leaving the field, and only when it changed', async () => {
  open('agency');
  const name = page.getByRole('textbox', { name: 'Name of the agency' });
  await name.click();
  await userEvent.tab();
  expect(asked).not.toHaveBeenCalled();
  await name.fill('  Quarta ');
  await userEvent.tab();
  expect(asked).toHaveBeenCalledExactlyOnceWith('settings.editAgency', {
    commandId: expect.any(String),
    name: 'Quarta',
  });
});

test('Escape puts the saved text back', async () => {
  open('agency');
  const name = page.getByRole('textbox', { name: 'Name of the agency' });
  await name.fill('Something else');
  await userEvent.keyboard('{Escape}');
  await expect.element(name).toHaveValue('Quarta Bureau');
  await userEvent.tab();
  expect(asked).not.toHaveBeenCalled();
});

test('a name that was refused stays in its field', async () => {
  open('agency');
  isRefused = true;
  const name = page.getByRole('textbox', { name: 'Name of the agency' });
  await name.fill('Quarta');
  await userEvent.tab();
  await expect.poll(() => useToasts.getState().shown).not.toBeNull();
  await expect.element(name).toHaveValue('Quarta');
});

test.each(['0', '101', 'many', ''])('“%s” clients are no limit', async (typed) => {
  open('agency');
  const count = page.getByRole('textbox', { name: 'Clients per partner' });
  await count.fill(typed);
  await userEvent.tab();
  await expect.element(page.getByText('A number from 1 to 100')).toBeVisible();
  await expect.element(count).toHaveValue(typed);
  expect(asked).not.toHaveBeenCalled();
});

test('who leads clients stays, and the refusal is said', async () => {
  open('partners');
  isRefused = true;
  await page.getByRole('button', { name: 'Remove Vera L.' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toContain('still leads clients');
});

test('Undo of a removal brings this partner back, whatever was changed since', async () => {
  open('partners');
  await page.getByRole('button', { name: 'Remove Gleb O.' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Gleb O. is not a partner any more');
  const action = useToasts.getState().shown?.actions?.[0];
  expect(action?.label).toBe('Undo');
  action?.run();
  const commandId: unknown = asked.mock.calls[0]?.[1].commandId;
  await expect.poll(() => asked.mock.calls[1]).toMatchObject(['safety.undo', { targetId: commandId }]);
});

test('the sign of a partner is changed where it stands', async () => {
  open('partners');
  await page.getByRole('button', { name: 'Sign of Gleb O.: G' }).click();
  await userEvent.keyboard('GO{Enter}');
  await expect
    .poll(() => asked.mock.calls)
    .toEqual([['settings.editPartner', { commandId: expect.any(String), partnerId: '2', monogram: 'GO' }]]);
});

test('the sections are one press away', async () => {
  open('look');
  await page.getByRole('button', { name: 'About', exact: true }).click();
  await expect.element(page.getByRole('heading', { level: 2, name: 'About' })).toBeVisible();
  await expect.element(page.getByText('Rapport')).toBeVisible();
});

test('single letters are switched off among the keys, which can all be shown', async () => {
  open('keys');
  const letters = page.getByRole('switch', { name: /^Single letters as keys/ });
  await page
    .getByText(/^Single letters as keys/)
    .first()
    .click();
  await expect.element(letters).not.toBeChecked();
  expect(useSession.getState().areSingleKeysOn).toBe(false);
  await page
    .getByText(/^Single letters as keys/)
    .first()
    .click();
  await expect.element(letters).toBeChecked();
  await page.getByRole('button', { name: /^Show the keys/ }).click();
  expect(useNavigation.getState().overlay).toEqual({ name: 'key-sheet' });
  closeOverlay();
});

test('reminders are switched off, moved and tried out', async () => {
  open('reminders');
  await page.getByRole('button', { name: /Hour/ }).click();
  await page.getByRole('option', { name: '11:30' }).click();
  await page.getByText('Also on Saturdays and Sundays').click();
  await page.getByRole('button', { name: 'Show one now' }).click();
  await page
    .getByText(/^Remind of what needs attention/)
    .first()
    .click();
  await expect
    .poll(() => asked.mock.calls)
    .toEqual([
      ['settings.setReminder', { at: '11:30' }],
      ['settings.setReminder', { isAtWeekends: true }],
      ['health.showReminder', {}],
      ['settings.setReminder', { isOn: false }],
    ]);
});

test.each([
  ['07:00', 'This is a quiet hour: it comes at 08:00'],
  ['21:00', 'This is a quiet hour: it will not come'],
])('an hour inside the quiet ones, %s, says what becomes of it', async (at, note) => {
  applySettings({ ...settings, reminder: { ...settings.reminder, at } });
  open('reminders');
  await expect.element(page.getByText(note)).toBeVisible();
});
