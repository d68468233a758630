import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openOverlay, useNavigation } from '../../ui/navigation.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { ExportDialog } from './export-dialog.tsx';

const asked = vi.fn();
let exported = Promise.withResolvers<unknown>();
let progress: unknown = null;
let leave = () => {};

beforeEach(() => {
  asked.mockClear();
  clearToasts();
  exported = Promise.withResolvers();
  progress = null;
  answerBy(async (name, input) => {
    asked(name, input);
    return name === 'transfer.export'
      ? exported.promise
      : { ok: true, value: name === 'transfer.progress' ? { progress } : {} };
  });
  openOverlay({ name: 'export-notes', clientId: null });
  leave = show(<ExportDialog clientId={null} />);
});
afterEach(() => leave());

const toast = () => useToasts.getState().shown;

test('says how far it is, can be cancelled, and shows where the files went', async () => {
  await expect.element(page.getByText('Choose a folder.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  progress = { done: 1, total: 4 };
  await expect
    .element(page.getByRole('progressbar', { name: 'Writing the notes' }))
    .toHaveAttribute('aria-valuenow', '25');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(asked.mock.calls.map(([name]) => name)).toContain('transfer.cancel');
  exported.resolve({ ok: true, value: { saved: { folder: 'Rapport notes 2026-11-23', notes: 4 } } });
  await expect.poll(toast).toMatchObject({ text: '4\u00a0notes saved', detail: 'Rapport notes 2026-11-23' });
  expect(useNavigation.getState().overlay).toBeNull();
  toast()?.actions?.[0]?.run();
  expect(asked.mock.calls.at(-1)?.[0]).toBe('transfer.reveal');
});

test.each([
  [{ ok: true, value: { saved: { folder: '', notes: 0 } } }, 'There is no note to export yet'],
  [{ ok: false, code: 'folder_not_writable', message: '' }, 'The program may not write to this folder.'],
])('says why there are no files: %j', async (reply, words) => {
  exported.resolve(reply);
  await expect.poll(() => toast()?.text).toContain(words);
  expect(useNavigation.getState().overlay).toBeNull();
});

test('closes without a word where no folder was chosen', async () => {
  exported.resolve({ ok: true, value: { saved: null } });
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(toast()).toBeNull();
});
