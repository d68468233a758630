import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { BackupEntry, Difference } from '../../../shared/contract/backups.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { navigate, useNavigation } from '../../ui/navigation.ts';
import { remember } from '../../ui/remembered.ts';
import { applySettings, useSession } from '../../ui/session.ts';
import { settingsWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { BackupsPage } from './backups-page.tsx';
import type { BackupsState } from './backups-store.ts';
import { useRestoredNotice } from './restored-notice.ts';

const backup = (more: Partial<BackupEntry>): BackupEntry => ({
  name: 'one.db',
  madeAt: '2026-11-22T09:12:00.000Z',
  bytes: 1_400_000,
  clients: 16,
  notes: 3,
  isSmaller: false,
  isSealed: false,
  checkedAt: '2026-11-22T09:12:00.000Z',
  isDamaged: false,
  place: 'first',
  computer: null,
  beforeRestoreAt: null,
  ...more,
});
const nothing = { count: 0, names: [] };
const differences: readonly Difference[] = [
  { kind: 'client', onlyNow: { count: 5, names: ['Kestrel', 'Alder', 'Flax'] }, onlyThen: nothing, changed: nothing },
];

const asked = vi.fn();
let state: BackupsState;
let refusals: Partial<Record<string, ErrorCode>>;
let leave = () => {};
beforeEach(() => {
  asked.mockClear();
  clearToasts();
  refusals = {};
  state = {
    folder: '/data/backups',
    backups: [backup({})],
    unsavedSince: null,
    second: null,
    isSealing: false,
    restored: null,
    working: null,
  };
  answerBy((name, input) => {
    asked(name, input);
    const code = refusals[name];
    if (code !== undefined) return { ok: false, code, message: '' };
    if (name === 'safety.backups') return { ok: true, value: state };
    if (name === 'safety.compareBackup') return { ok: true, value: { differences } };
    if (name === 'safety.checkBackup') return { ok: true, value: { isDamaged: true, checkedAt: state.folder } };
    return { ok: true, value: {} };
  });
  applySettings(settingsWith({}));
  navigate({ name: 'backups' });
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', settings: null });
});

test('each backup says what is in it, and what is to be known of it', async () => {
  state = {
    ...state,
    backups: [
      backup({ isSmaller: true, isSealed: true, place: 'both' }),
      backup({ name: 'two.db', notes: null, isDamaged: true, beforeRestoreAt: '2026-11-23T09:12:00.000Z' }),
      backup({ name: 'other/three.db', place: 'second', computer: 'other' }),
    ],
  };
  leave = show(<BackupsPage />);
  await expect.element(page.getByRole('table', { name: 'Backups' })).toBeVisible();
  const [, first, second, third] = page.getByRole('row').elements();
  expect(first?.textContent).toMatch(
    /much smaller than the one before.*encrypted.*in the second folder too.*16.clients, 3.notes.*1.4.MB/,
  );
  expect(second?.textContent).toMatch(/made before a restore.*16.clients1.*damaged/);
  expect(third?.textContent).toContain('of another computer');
  await expect.element(page.getByText('/data/backups')).toBeVisible();
});

test('what a restore would do is seen before it is done', async () => {
  leave = show(<BackupsPage />);
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect.element(page.getByRole('row', { name: /Clients 5.*Kestrel, Alder, Flax and 2 more/ })).toBeVisible();
  expect(asked).not.toHaveBeenCalledWith('safety.restoreOver', expect.anything());
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(() => asked.mock.calls).toContainEqual(['safety.restoreOver', { name: 'one.db' }]);
});

test('a damaged one is told in the dialog, and cannot be restored', async () => {
  refusals = { 'safety.compareBackup': 'backup_damaged' };
  leave = show(<BackupsPage />);
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect.element(page.getByText(/^This backup does not hold any more/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Restore', exact: true })).toBeDisabled();
});

test('an encrypted one asks for its passphrase first, and again after a wrong one', async () => {
  state = { ...state, backups: [backup({ isSealed: true })] };
  refusals = { 'safety.compareBackup': 'passphrase_wrong' };
  leave = show(<BackupsPage />);
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await page.getByLabelText('Passphrase of this backup').fill('alders bloom early');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect.element(page.getByText(/^This is not the passphrase/)).toBeVisible();
  refusals = {};
  await page.getByLabelText('Passphrase of this backup').fill('alders bloom early');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect
    .poll(() => asked.mock.calls)
    .toContainEqual(['safety.restoreOver', { name: 'one.db', passphrase: 'alders bloom early' }]);
});

test('a passphrase is long, and typed twice alike', async () => {
  leave = show(<BackupsPage />);
  await page.getByRole('button', { name: 'Set a passphrase…' }).click();
  await page.getByLabelText('Passphrase', { exact: true }).last().fill('short');
  await page.getByRole('button', { name: 'Encrypt backups' }).click();
  await expect.element(page.getByText('At least 10 characters')).toBeVisible();
  await page.getByLabelText('Passphrase', { exact: true }).last().fill('alders bloom early');
  await page.getByRole('button', { name: 'Encrypt backups' }).click();
  await expect.element(page.getByText('Both are not the same')).toBeVisible();
  expect(asked).not.toHaveBeenCalledWith('safety.sealBackups', expect.anything());
  await page.getByLabelText('Once more').fill('alders bloom early');
  await page.getByRole('button', { name: 'Encrypt backups' }).click();
  await expect
    .poll(() => asked.mock.calls)
    .toContainEqual(['safety.sealBackups', { passphrase: 'alders bloom early' }]);
});

test('the second folder says how it stands, in Russian too', async () => {
  state = {
    ...state,
    second: { folder: '/media/stick', state: 'away', missing: 2, lastAt: '2026-11-20T09:12:00.000Z', isSynced: true },
  };
  leave = show(<BackupsPage />, 'ru');
  await expect.element(page.getByText('недоступна')).toBeVisible();
  await expect.element(page.getByText(/^Возможно, диск не подключён\..*Самая новая в ней: 20.ноября/)).toBeVisible();
  await expect.element(page.getByText(/^Эта папка синхронизируется/)).toBeVisible();
  await page.getByRole('button', { name: 'Скопировать сейчас' }).click();
  expect(asked).toHaveBeenCalledWith('safety.fillSecondFolder', {});
});

test('what is under way is seen to move; an empty list and a failure say so', async () => {
  state = { ...state, backups: [], working: { act: 'make', percent: 42 } };
  leave = show(<BackupsPage />);
  await expect
    .element(page.getByRole('progressbar', { name: 'A backup is being made' }))
    .toHaveAttribute('aria-valuenow', '42');
  await expect.element(page.getByRole('heading', { name: 'No backup yet' })).toBeVisible();
  leave();
  refusals = { 'safety.backups': 'disk_error' };
  leave = show(<BackupsPage />);
  await expect.element(page.getByRole('heading', { name: 'The backups could not be read' })).toBeVisible();
  refusals = {};
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { name: 'No backup yet' })).toBeVisible();
});

test('a backup that is verified anew and found damaged is told', async () => {
  leave = show(<BackupsPage />);
  await page.getByRole('button', { name: /^More about the backup of/ }).click();
  await page.getByRole('menuitem', { name: 'Verify anew' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toMatch(/do not rely on it/);
});

function Notice() {
  useRestoredNotice();
  return null;
}

test('after a restore the way back is offered, once', async () => {
  state = {
    ...state,
    restored: { at: '2026-11-23T09:12:00.000Z', madeAt: '2026-11-20T09:12:00.000Z', wayBack: 'one.db' },
  };
  remember('restored', 'yes');
  leave = show(<Notice />);
  await expect.poll(() => useToasts.getState().shown?.text).toMatch(/^The backup of November.20, .* is in place$/);
  useToasts.getState().shown?.actions?.[0]?.run();
  expect(useNavigation.getState().route).toEqual({ name: 'backups', restore: 'one.db' });
  leave();
  leave = show(<BackupsPage />);
  await expect.element(page.getByRole('dialog', { name: 'Undo the restore?' })).toBeVisible();
});
