import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openOverlay, useNavigation } from '../../ui/navigation.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { ImportWholeDialog } from './import-whole-dialog.tsx';

const asked = vi.fn();
let read = Promise.withResolvers<unknown>();
let opened: unknown = { ok: true, value: { imported: true } };
let leave = () => {};
const sourceId = '0198f3a0-0000-7000-8000-000000000001';
const contents = { madeAt: '2026-11-20T08:00:00.000Z', agency: 'Quarta', clients: 16, notes: 1 };

beforeEach(() => {
  asked.mockClear();
  clearToasts();
  read = Promise.withResolvers();
  opened = { ok: true, value: { imported: true } };
  answerBy(async (name, input) => {
    asked(name, input);
    if (name === 'transfer.chooseWhole') return { ok: true, value: { source: { sourceId, name: 'all.zip' } } };
    if (name === 'transfer.readWhole') return read.promise;
    if (name === 'transfer.importWhole') return opened;
    return { ok: true, value: name === 'transfer.progress' ? { progress: { done: 1, total: 2 } } : {} };
  });
  openOverlay({ name: 'import-whole' });
  leave = show(<ImportWholeDialog />);
});
afterEach(() => leave());

const calls = () => asked.mock.calls.map(([name]) => name);
const choose = () => page.getByRole('button', { name: /An archive/ }).click();

test('shows what is in it before anything changes, and then opens it', async () => {
  await choose();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
  read.resolve({ ok: true, value: { contents } });
  await expect.element(page.getByText('16\u00a0clients')).toBeVisible();
  await expect.element(page.getByText('1\u00a0note', { exact: true })).toBeVisible();
  expect(calls()).not.toContain('transfer.importWhole');
  await page.getByRole('button', { name: 'Open this data' }).click();
  await expect.poll(calls).toContain('transfer.importWhole');
});

test('lets go of what was read when it is not wanted', async () => {
  await choose();
  read.resolve({ ok: true, value: { contents } });
  await expect.element(page.getByText('16\u00a0clients')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(calls()).toContain('transfer.leaveWhole');
  expect(useNavigation.getState().overlay).toBeNull();
});

test.each([
  ['archive_damaged', 'This export is not whole'],
  ['archive_unsafe', 'leads out of it'],
  ['archive_newer', 'newer version'],
])('says why it is not read (%s), and asks again', async (code, words) => {
  await choose();
  read.resolve({ ok: false, code, message: '' });
  await expect.poll(() => useToasts.getState().shown?.text).toContain(words);
  await expect.element(page.getByRole('button', { name: /An archive/ })).toBeVisible();
});

test('a refusal at the end leaves the open data and says so', async () => {
  opened = { ok: false, code: 'file_not_empty', message: '' };
  await choose();
  read.resolve({ ok: true, value: { contents } });
  await page.getByRole('button', { name: 'Open this data' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toContain('There are clients here already');
});
