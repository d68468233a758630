import { expect, test } from './app.ts';
import { Palette } from './palette.ts';

test('an older backup is looked at, restored and left again', async ({ app }) => {
  const { page } = app;
  const command = () => ({ commandId: crypto.randomUUID() });
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await app.call('board.createClient', { ...command(), name: 'Alder Furniture', stage: 'stable' });
  await app.call('safety.backUpNow', {});
  await app.call('board.createClient', { ...command(), name: 'Kestrel Optics', stage: 'stable' });
  await expect(page.getByRole('article', { name: 'Kestrel Optics' })).toBeVisible();

  const palette = new Palette(page);
  await palette.search('Go to backups');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '1 client, 0 notes' })).toBeVisible();
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Restore the backup of/ });
  await expect(dialog.getByRole('row', { name: /^Clients 1 Kestrel Optics/ })).toBeVisible();
  const isLoadedAnew = page.waitForEvent('load');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await isLoadedAnew;
  await expect(page.getByRole('article', { name: 'Alder Furniture' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Kestrel Optics' })).toBeHidden();

  await page.getByRole('button', { name: 'Undo the restore' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the restore?' });
  await expect(undo.getByRole('row', { name: /^Clients 1 Kestrel Optics/ })).toBeVisible();
  const isLoadedAgain = page.waitForEvent('load');
  await undo.getByRole('button', { name: 'Undo the restore' }).click();
  await isLoadedAgain;
  await expect(page.getByRole('article', { name: 'Kestrel Optics' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Alder Furniture' })).toBeVisible();
});
