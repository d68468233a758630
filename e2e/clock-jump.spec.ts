import type { Page } from '@playwright/test';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';

const dayLength = 86_400_000;

/** The clock of the computer is set while the window stands open; the partner comes back to it. */
async function setClockOff(page: Page, days: number): Promise<void> {
  await page.clock.setSystemTime(Date.now() + days * dayLength);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('a clock that is set wrong and right again in the middle leaves no wrong word on the page', async ({ app }) => {
  await addAlder(app, 'stable');
  await app.call('safety.backUpNow', {});
  const { page } = app;
  const backup = page.getByRole('button', { name: /^Backed up.*All backups$/ });
  await expect(backup).toHaveAccessibleName(/^Backed up today, \d\d:\d\d/);
  await setClockOff(page, 400);
  await expect(backup).toHaveAccessibleName(new RegExp(`^Backed up: .*${new Date().getFullYear()}`));
  await setClockOff(page, 0);
  await expect(backup).toHaveAccessibleName(/^Backed up today, \d\d:\d\d/);

  const client = new ClientPage(page);
  await client.open('Alder');
  await client.beginNote();
  await setClockOff(page, -2);
  await client.type('Written two days before it was begun');
  await client.untilSaved();
  await setClockOff(page, 0);
  await client.finish();
  await expect(client.note('Written two days before it was begun')).toBeVisible();
  await app.restart();
  await new ClientPage(app.page).open('Alder');
  await expect(new ClientPage(app.page).note('Written two days before it was begun')).toBeVisible();
  const { settings } = await app.call('settings.load', {});
  expect(Math.abs(Date.parse(settings.lastBackupAt ?? '') - Date.now())).toBeLessThan(dayLength);
  await expect(app.page.getByRole('button', { name: /^Backed up today/ })).toBeVisible();
});
