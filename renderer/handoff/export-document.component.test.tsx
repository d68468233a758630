import { afterEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { ErrorCode } from '../../shared/errors.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { Toaster } from '../ui/toaster.tsx';
import { exportDocument } from './export-document.ts';
import { id, isCall } from './testing.ts';

let hide: () => void = () => {};
afterEach(() => {
  hide();
  clearToasts();
});

/** Refuses the first time; answers with the ids of the commands it was given. */
function refuseOnce(code: ErrorCode): readonly string[] {
  const commands: string[] = [];
  const saved = { issueId: id(7), fileName: 'Handoff Kitewell.docx', folder: '/documents', pages: null };
  const call: unknown = (_name: string, { commandId }: { readonly commandId: string }) => {
    commands.push(commandId);
    return Promise.resolve(
      commands.length === 1 ? { ok: false, code, message: '' } : { ok: true, value: { revision: 2, saved } },
    );
  };
  if (isCall(call)) bridgeTo(call);
  hide = show(<Toaster />);
  return commands;
}

const button = (name: string) => browser.getByRole('button', { name });

test('what was refused is tried again as the same command, so that nobody is asked for the place again', async () => {
  const commands = refuseOnce('target_in_use');
  await exportDocument(id(8), 'docx');
  await expect
    .element(browser.getByText('The file is open in another program. Close it there and try again.'))
    .toBeVisible();
  await userEvent.click(button('Try again'));
  await expect.element(browser.getByText('Saved: Handoff Kitewell.docx')).toBeVisible();
  expect(commands).toHaveLength(2);
  expect(commands[1]).toBe(commands[0]);
});

test.each<ErrorCode>(['target_forbidden', 'target_gone', 'target_full', 'target_name_too_long', 'export_failed'])(
  'after %s another name is another command, which asks for its place',
  async (code) => {
    const commands = refuseOnce(code);
    await exportDocument(id(8), 'docx');
    await userEvent.click(button('Choose another name'));
    await expect.element(browser.getByText('Saved: Handoff Kitewell.docx')).toBeVisible();
    expect(new Set(commands).size).toBe(2);
  },
);

test('a name that is too long is not tried again', async () => {
  refuseOnce('target_name_too_long');
  await exportDocument(id(8), 'docx');
  await expect.element(button('Choose another name')).toBeVisible();
  expect(button('Try again').elements()).toHaveLength(0);
});

test('what has nothing to do with the place is tried again in the same place', async () => {
  refuseOnce('unexpected');
  await exportDocument(id(8), 'docx');
  await expect.element(button('Try again')).toBeVisible();
  expect(button('Choose another name').elements()).toHaveLength(0);
});
