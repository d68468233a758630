import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import { useAnnouncements } from '../ui/announce.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { KeysSection } from './keys-section.tsx';

type Shortcut = SettingsPage['systemShortcut'];

let chosen: unknown[] = [];
/** What is so after a choice, and whether the system gave the keys. */
let then: { readonly shortcut: Shortcut; readonly isGiven: boolean };
let leave = () => {};

function open(shortcut: Shortcut): void {
  applySettings(settingsWith({ systemShortcut: shortcut }));
  leave = show(<KeysSection />);
}

beforeEach(() => {
  chosen = [];
  answerBy((name, input) => {
    chosen.push([name, input]);
    const settings = settingsWith({ systemShortcut: then.shortcut });
    return { ok: true, value: { revision: 1, settings, isGiven: then.isGiven } };
  });
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', settings: null });
});

const field = () => page.getByRole('button', { name: /Quick note from any program$/ });
const words = page.getByText(/does not work: another program has these keys/);
const wordsOf = (keys: string) => page.getByText(new RegExp(`^${keys} does not work: another program has`));
const again = page.getByRole('button', { name: 'Try again' });

async function choose(name: string): Promise<void> {
  await field().click();
  await page.getByRole('option', { name }).click();
}

test('it is off until keys are chosen, and off again when it is wished so', async () => {
  open({ keys: null, isGiven: true });
  await expect.element(field()).toHaveTextContent('Off');
  await expect.element(page.getByText(/Under Wayland the desktop asks first/)).toBeVisible();
  then = { shortcut: { keys: 'Mod+Alt+KeyN', isGiven: true }, isGiven: true };
  await choose('Ctrl Alt N');
  await expect.element(field()).toHaveTextContent('Ctrl Alt N');
  then = { shortcut: { keys: null, isGiven: true }, isGiven: true };
  await choose('Off');
  await expect.element(field()).toHaveTextContent('Off');
  expect(chosen).toEqual([
    ['settings.setSystemShortcut', { keys: 'Mod+Alt+KeyN' }],
    ['settings.setSystemShortcut', { keys: null }],
  ]);
  await expect.element(words).not.toBeInTheDocument();
});

test('keys that the system does not give are not chosen, and this is said', async () => {
  open({ keys: null, isGiven: true });
  then = { shortcut: { keys: null, isGiven: true }, isGiven: false };
  await choose('Ctrl Shift Space');
  await expect.element(wordsOf('Ctrl Shift Space')).toBeVisible();
  await expect.element(field()).toHaveTextContent('Off');
  expect(useAnnouncements.getState().assertive).toMatch(/^Ctrl\sShift\sSpace does not work/);
  then = { shortcut: { keys: 'Mod+Shift+F9', isGiven: true }, isGiven: true };
  await choose('Ctrl Shift F9');
  await expect.element(field()).toHaveTextContent('Ctrl Shift F9');
  await expect.element(words).not.toBeInTheDocument();
});

test('keys that another program took since say so, and are asked for once more', async () => {
  open({ keys: 'Alt+Shift+KeyN', isGiven: false });
  await expect.element(field()).toHaveTextContent('Alt Shift N');
  await expect.element(wordsOf('Alt Shift N')).toBeVisible();
  then = { shortcut: { keys: 'Alt+Shift+KeyN', isGiven: true }, isGiven: true };
  await again.click();
  expect(chosen).toEqual([['settings.setSystemShortcut', { keys: 'Alt+Shift+KeyN' }]]);
  await expect.element(words).not.toBeInTheDocument();
  await expect.element(again).not.toBeInTheDocument();
});
