import { randomUUID } from 'node:crypto';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';

test('a fire drill shows the month of a client that stays, where it would stop, and starts nothing', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable', '2020-01-15');
  const asset = { commandId: randomUUID(), clientId, name: 'Hosting' };
  await app.call('clients.addAsset', { ...asset, owner: 'Vera', whereKept: 'Vault of the agency' });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await page.getByRole('tab', { name: 'Dossier' }).click();
  const { revision } = await app.call('clients.assets', { clientId });
  const door = page.getByRole('button', { name: /^Fire drill/ });
  await door.click();
  const drill = page.getByRole('dialog', { name: 'Fire drill: Alder' });
  await expect(drill).toContainText(/8\sgaps would hold it up/);
  const week = (name: string) => drill.getByRole('region', { name });
  const item = (text: string) => drill.getByRole('listitem').filter({ hasText: text });
  await expect(item('Client names one person who accepts')).toContainText('Nobody at the client accepts results');
  await expect(item('Move the account out of our name: Hosting')).toBeVisible();
  await expect(item('Mark every account')).toContainText('In our name: Hosting');
  await expect(
    week('Let go').getByRole('listitem').filter({ hasText: 'They fix one small real defect' }),
  ).toBeVisible();
  await expect(drill.getByText('No decision is written down')).toBeVisible();

  await drill.getByRole('button', { name: /^Who takes over/ }).click();
  await drill.getByRole('radio', { name: 'Nobody, the project rests' }).click();
  await expect(drill.getByRole('list', { name: 'Sides' }).getByRole('listitem')).toHaveText(['Us', 'Client']);
  await expect(week('Collect').getByRole('listitem').filter({ hasText: 'Write a neutral brief' })).toHaveCount(0);
  await drill.getByRole('button', { name: 'Copy the plan' }).press('Enter');
  await expect(client.toast('The plan is on the clipboard')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drill).toBeHidden();
  await expect(door).toBeFocused();

  expect((await app.call('handoff.list', {})).handoffs).toEqual([]);
  expect((await app.call('clients.assets', { clientId })).revision).toBe(revision);
});
