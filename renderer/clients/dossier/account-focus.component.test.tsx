import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Asset } from '../../../shared/contract/handoff.ts';
import { clientPageWith, contactWith } from '../../ui/test-data.ts';
import { answerAndTell, show } from '../../ui/testing.tsx';
import { clearToasts } from '../../ui/toast.ts';
import { AssetRegister } from './asset-register.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

function account(name: string, renewalOn: string): Asset {
  const blank = { whereKept: '', heldBy: '', goesTo: 'client', state: 'not_started', stateOn: null } as const;
  return { ...blank, id: name, name, owner: '', admin: '', payer: '', renewalOn, rotatedOn: null, place: 'a0' };
}

/** Every command is told of so many milliseconds after it was answered, or before. */
function open(delay: number): void {
  let assets = [account('Domain', '2030-01-15'), account('Hosting', '2030-02-15'), account('Mail', '2030-03-15')];
  let revision = 1;
  const tell = answerAndTell((name, input) => {
    if (name === 'clients.editAsset') {
      const assetId: unknown = Reflect.get(input, 'assetId');
      assets = assets.map((asset) => (asset.id === assetId ? { ...asset, ...input } : asset));
      revision += 1;
      const news: Parameters<typeof tell>[0] = { revision, areas: ['records'] };
      if (delay < 0) tell(news);
      else setTimeout(() => tell(news), delay);
    }
    return { ok: true, value: { revision, assets } };
  });
  leave = show(<AssetRegister page={clientPageWith({ contacts: [contactWith('Marina')] })} />);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

const moments = [-1, 0, 40, 90];

test.each(moments)('an owner who is chosen leaves the focus at the cell, read anew after %i ms', async (delay) => {
  open(delay);
  await button('Owner (Domain): —').click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(button('Owner (Domain): us')).toHaveFocus();
  await button('Admin (Domain): —').click();
  await userEvent.keyboard('Mari');
  await page.getByRole('option', { name: 'Marina' }).click();
  await expect.element(button('Admin (Domain): Marina')).toHaveFocus();
});

test.each(moments)('a renewal goes along with the focus when its row moves, after %i ms', async (delay) => {
  open(delay);
  await button('Renewal (Domain): Jan 15, 2030').click();
  await page.getByRole('spinbutton', { name: /^month/ }).click();
  await userEvent.keyboard('12{Enter}');
  await expect.element(page.getByRole('row').last()).toMatchTextContent('Dec 15, 2030');
  await expect.element(button('Renewal (Domain): Dec 15, 2030')).toHaveFocus();
});
