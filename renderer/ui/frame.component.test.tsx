import { useLingui } from '@lingui/react/macro';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announce } from './announce.ts';
import { runCommand, useCommands, useOfferedCommands } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { Frame } from './frame.tsx';
import { closeOverlay, goBack, navigate, openOverlay, useNavigation } from './navigation.ts';
import { applySettings, chooseSideBar, turnSingleKeys, updateCounts, useSession } from './session.ts';
import { Page } from './page.tsx';
import { settingsWith } from './test-data.ts';
import { bridgeTo, show } from './testing.tsx';

const settings = settingsWith({});

let leave = () => {};

function Route() {
  const { t } = useLingui();
  const name = useNavigation((navigation) => navigation.route.name);
  const titles: Readonly<Record<string, string>> = { board: t`Board`, attention: t`Attention`, settings: t`Settings` };
  return (
    <Page title={titles[name] ?? name} isFilteredByPartner>
      {null}
    </Page>
  );
}

beforeEach(() => {
  bridgeTo(() => Promise.resolve({ ok: false, code: 'nothing_to_undo', message: '' }));
  applySettings(settings);
  updateCounts({ clients: 11, attention: 6 });
  navigate({ name: 'board' });
  leave = show(
    <Frame hasSideBar>
      <Route />
    </Frame>,
  );
});

afterEach(() => {
  leave();
  chooseSideBar('auto');
  useSession.setState({ partnerFilter: null });
});

test('a destination is one press away and says how much waits there', async () => {
  await page.getByRole('button', { name: 'Attention 6' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Attention' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Attention 6' })).toHaveAttribute('aria-current', 'page');
  goBack();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
});

test('the system-wide shortcut opens the sheet, not what the page offers, and nothing behind a dialog', async () => {
  const begun = vi.fn();
  function Offered() {
    return <output>{useOfferedCommands().find(({ id }) => id === 'quick-note')?.label}</output>;
  }
  function ClientsNote() {
    useCommands([{ id: 'quick-note', label: 'Note for Alder', section: 'note', run: begun }]);
    return null;
  }
  const leaveOffered = show(<Offered />);
  const offered = (label: string) => expect.poll(() => document.querySelector('output')?.textContent).toBe(label);
  await offered('Quick note');
  const leavePage = show(<ClientsNote />);
  await offered('Note for Alder');
  expect(runCommand('quick-note')).toBe(true);
  expect(begun).toHaveBeenCalledOnce();
  expect(runCommand('quick-note-anywhere')).toBe(true);
  await expect.poll(() => useNavigation.getState().overlay).toEqual({ name: 'quick-note' });
  expect(runCommand('quick-note-anywhere')).toBe(false);
  expect(begun).toHaveBeenCalledOnce();
  closeOverlay();
  leavePage();
  leaveOffered();
});

test('the way back says where it leads', async () => {
  navigate({ name: 'archive' });
  navigate({ name: 'client', clientId: '1' });
  const leavePage = show(<Page crumbs={{ here: 'Alder' }}>{null}</Page>);
  const wayBack = page.getByRole('navigation', { name: 'Way back' });
  await wayBack.getByRole('button', { name: 'Archive' }).click();
  expect(useNavigation.getState().route.name).toBe('archive');
  leavePage();
});

test('a partner filters; the chip in the top bar takes the filter away', async () => {
  const gleb = page.getByRole('button', { name: 'Gleb O. 6' });
  await gleb.click();
  await expect.element(gleb).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Only Gleb O.: show all partners again' }).click();
  await expect.element(gleb).toHaveAttribute('aria-pressed', 'false');
});

test('Ctrl \\ makes the side bar a rail whose icons keep their names', async () => {
  await page.getByRole('button', { name: 'Trash' }).click();
  await expect.element(page.getByText('Quarta Bureau')).toBeVisible();
  await userEvent.keyboard('{Control>}\\{/Control}');
  await expect.element(page.getByText('Quarta Bureau')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Attention 6' })).toBeVisible();
  await userEvent.keyboard('{Control>}\\{/Control}');
  await expect.element(page.getByText('Quarta Bureau')).toBeVisible();
});

test('a late backup is told by its shape too, and the rail leads to the backups', async () => {
  chooseSideBar('rail');
  applySettings({ ...settings, lastBackupAt: new Date().toISOString() });
  await expect.element(page.getByRole('button', { name: /^Backed up today, .*\. All backups$/ })).toBeVisible();
  expect(
    page
      .getByRole('button', { name: /All backups$/ })
      .element()
      .querySelector('svg'),
  ).toBeNull();
  applySettings({ ...settings, lastBackupAt: '2020-01-15T10:00:00.000Z' });
  await expect.element(page.getByRole('button', { name: /^Backed up: .*2020\. All backups$/ })).toBeVisible();
  applySettings({
    ...settings,
    lastBackupAt: '2020-01-15T10:00:00.000Z',
    unsavedSince: '2020-01-16T10:00:00.000Z',
  });
  const late = page.getByRole('button', { name: /^No backup for .* days\. All backups$/ });
  await expect.element(late).toBeVisible();
  expect(late.element().querySelector('svg')).not.toBeNull();
  await late.click();
  expect(useNavigation.getState().route.name).toBe('backups');
});

test('a late backup is made from the wide side bar', async () => {
  const asked = vi.fn();
  bridgeTo((name) => {
    asked(name);
    return Promise.resolve({ ok: false, code: 'disk_full', message: '' });
  });
  chooseSideBar('wide');
  applySettings({ ...settings, lastBackupAt: '2020-01-15T10:00:00.000Z', unsavedSince: '2020-01-16T10:00:00.000Z' });
  await page.getByRole('button', { name: 'Back up', exact: true }).click();
  await expect.poll(() => asked.mock.calls).toContainEqual(['safety.backUpNow']);
  chooseSideBar('auto');
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

test.each([
  ['a failure', { isBackupFailing: true }, /^The last backup failed\. All/],
  [
    'a second folder that takes none',
    { secondFolder: { state: 'failed', lastAt: null } },
    /^The second folder takes no/,
  ],
  [
    'one that is away for days',
    { secondFolder: { state: 'away', lastAt: daysAgo(3) } },
    /^None in the second folder for 3.days/,
  ],
  [
    'one that never got any',
    { secondFolder: { state: 'behind', lastAt: null } },
    /^No backup in the second folder yet/,
  ],
  ['one that is away since today', { secondFolder: { state: 'away', lastAt: daysAgo(0) } }, /^Backed up today/],
  ['one that holds all', { secondFolder: { state: 'whole', lastAt: daysAgo(9) } }, /^Backed up today/],
  ['what is in no backup first', { isBackupFailing: true, unsavedSince: daysAgo(4) }, /^No backup for 4.days/],
] as const)('the line of the side bar tells of %s', async (_what, news, words) => {
  chooseSideBar('wide');
  applySettings({ ...settings, lastBackupAt: daysAgo(0), ...news });
  await expect.element(page.getByRole('button', { name: words })).toBeVisible();
  chooseSideBar('auto');
});

test('trash and settings stand in a navigation with a name', async () => {
  const places = page.getByRole('navigation', { name: 'Trash and settings' });
  await expect.element(places.getByRole('button', { name: 'Trash' })).toBeVisible();
  await expect.element(places.getByRole('button', { name: 'Settings' })).toBeVisible();
});

test('a refused undo says why, in words', async () => {
  await page.getByRole('button', { name: 'Trash' }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByRole('group', { name: 'There is nothing to undo.' })).toBeVisible();
});

test('the key sheet lists what works now', async () => {
  await page.getByRole('button', { name: 'Trash' }).click();
  await userEvent.keyboard('{Shift>}/{/Shift}');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect.element(sheet).toBeVisible();
  await expect.element(sheet.getByText('Quick note')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
});

function NewNote() {
  useCommands([{ id: 'quick-note', label: 'New note', section: 'note', keys: ['KeyN', 'Mod+KeyN'], run: () => {} }]);
  return null;
}

test('the key sheet leaves out what another command stands in for, and letters that are off', async () => {
  const leavePlace = show(<NewNote />);
  openOverlay({ name: 'key-sheet' });
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect.element(sheet.getByText('New note', { exact: true })).toBeVisible();
  await expect.element(sheet.getByText('Quick note')).not.toBeInTheDocument();
  await expect.element(sheet.getByText('Go to the board')).toBeVisible();
  await expect.element(sheet.getByText('Pick up the card, put it down')).toBeVisible();
  turnSingleKeys(false);
  await expect.element(sheet.getByText('Go to the board')).not.toBeInTheDocument();
  expect(sheet.getByText('New note', { exact: true }).element().parentElement?.textContent).toBe('New noteCtrl N');
  turnSingleKeys(true);
  closeOverlay();
  leavePlace();
});

test('the interface changes its language at once', async () => {
  await expect.element(page.getByRole('button', { name: 'Trash' })).toBeVisible();
  applySettings({ ...settings, language: 'ru' });
  await expect.element(page.getByRole('button', { name: 'Корзина' })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Доска' })).toBeVisible();
  expect(document.documentElement.lang).toBe('ru');
});

test('announcements are heard while a dialog is open, and twice when made twice', async () => {
  const leaveDialog = show(
    <Dialog title="Parting with Kitewell Toys?" onClose={() => {}}>
      <button type="button">Inside</button>
    </Dialog>,
  );
  await expect.element(page.getByRole('dialog', { name: 'Parting with Kitewell Toys?' })).toBeVisible();
  const silenced = '[inert], [aria-hidden="true"]';
  const sideBar = document.querySelector('aside');
  await expect.poll(() => sideBar?.closest(silenced)).not.toBeNull();
  announce('Fading, place 2 of 4');
  const status = page.getByRole('status');
  expect(status.element().closest(silenced)).toBeNull();
  await expect.element(status).toHaveTextContent('Fading, place 2 of 4');
  const said = vi.fn();
  new MutationObserver(said).observe(status.element(), { childList: true, characterData: true, subtree: true });
  announce('Fading, place 2 of 4');
  await expect.poll(() => said).toHaveBeenCalled();
  leaveDialog();
});
