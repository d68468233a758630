import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { useNavigation } from '../ui/navigation.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { EraseClientDialog } from './erase-client-dialog.tsx';
import { HoldingCopies } from './holding-copies.tsx';

const answers: Readonly<Record<string, unknown>> = {
  'erasing.facts': {
    name: 'Мебель «Ольха»',
    counts: [
      { table: 'note', rows: 14 },
      { table: 'client', rows: 1 },
    ],
    notesOfOthers: 2,
    isHandoffRunning: false,
  },
  'erasing.eraseClient': { revision: 1, erasureId: 'erasure' },
};

const asked = vi.fn();
let leave = () => {};
beforeEach(() => {
  asked.mockClear();
  bridgeTo((name) =>
    Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: answers[name] }])),
  );
});
afterEach(() => leave());

test('a client is erased only by who typed its name and says why', async () => {
  leave = show(<EraseClientDialog clientId="alder" />);
  const dialog = page.getByRole('alertdialog', { name: 'Erase Мебель «Ольха» for ever?' });
  await expect.element(dialog.getByText('Notes')).toBeVisible();
  await expect.element(dialog.getByText(/stands in 2.notes of other clients/)).toBeVisible();
  const erase = dialog.getByRole('button', { name: 'Erase for ever' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Asked for by law');
  await dialog.getByRole('textbox', { name: 'Type the client’s name to erase it' }).fill('Ольха');
  await expect.element(erase).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Type the client’s name to erase it' }).fill('мебель ольха');
  await erase.click();
  await expect
    .poll(() => useNavigation.getState().overlay)
    .toEqual({ name: 'erased', erasureId: 'erasure', clientName: 'Мебель «Ольха»' });
  expect(useNavigation.getState()).toMatchObject({ route: { name: 'trash' }, back: [], lastClientId: null });
});

test('a reason that names the client is asked for anew, and the keyboard goes on in it', async () => {
  const { promise: refusal, resolve: refuse } = Promise.withResolvers<void>();
  bridgeTo(async (name) => {
    if (name === 'erasing.eraseClient') {
      await refusal;
      return { ok: false, code: 'bad_input', message: '', fields: { why: 'names_client' } };
    }
    return Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: answers[name] }]);
  });
  leave = show(<EraseClientDialog clientId="alder" />);
  const dialog = page.getByRole('alertdialog');
  const why = dialog.getByRole('textbox', { name: 'Why' });
  await why.fill('The Alder asked');
  await dialog.getByRole('textbox', { name: 'Type the client’s name to erase it' }).fill('Мебель «Ольха»');
  await dialog.getByRole('button', { name: 'Erase for ever' }).click();
  await expect.element(dialog.getByRole('button', { name: 'Erasing…' })).toHaveFocus();
  refuse();
  await expect.element(dialog.getByText(/^The reason names the client/)).toBeVisible();
  await expect.element(why).toHaveFocus();
});

test('encrypted copies are rewritten once their passphrase is given; a wrong one is told at the field', async () => {
  const sealed = {
    fileName: 'rapport-2026-11-20T09-00-00.sealed',
    folder: '/data/backups',
    kind: 'backup',
    bytes: 1,
    changedAt: '2026-11-20T09:00:00.000Z',
    isReadable: false,
    isSealed: true,
    isOfOther: false,
  };
  bridgeTo((name, input) => {
    asked(name, input);
    if (name === 'erasing.rewriteCopies' && Reflect.get(input, 'passphrase') !== 'alders bloom')
      return Promise.resolve({ ok: false, code: 'passphrase_wrong', message: '' });
    const value =
      name === 'erasing.copies'
        ? { copies: [sealed], unseenFolders: [] }
        : { rewritten: 1, left: [], unseenFolders: [] };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value }]));
  });
  leave = show(<HoldingCopies erasureId="erasure" />);
  const field = page.getByLabelText('Passphrase of the encrypted ones');
  const rewrite = page.getByRole('button', { name: 'Rewrite the copies' });
  await expect.element(rewrite).toBeDisabled();
  await field.fill('another');
  await rewrite.click();
  await expect.element(page.getByText(sentenceForCode('passphrase_wrong'))).toBeVisible();
  await expect.element(field).toHaveFocus();
  await field.fill('alders bloom');
  await rewrite.click();
  await expect.element(page.getByText('None that the program knows of.')).toBeVisible();
  expect(asked).toHaveBeenLastCalledWith('erasing.rewriteCopies', { erasureId: 'erasure', passphrase: 'alders bloom' });
});

test('a folder that is not at hand is no folder without copies', async () => {
  bridgeTo(() =>
    Promise.resolve(
      Reflect.apply(Object.assign, undefined, [
        {},
        { ok: true, value: { copies: [], unseenFolders: ['/stick/copies'] } },
      ]),
    ),
  );
  leave = show(<HoldingCopies erasureId="erasure" />);
  await expect.element(page.getByText(/^\/stick\/copies could not be looked at/)).toBeVisible();
  await expect.element(page.getByText('None that the program could look at.')).toBeVisible();
  await expect.element(page.getByText('None that the program knows of.')).not.toBeInTheDocument();
});
