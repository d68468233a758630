import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const field = (page: Page) => page.getByRole('button', { name: /Quick note from any program$/ });
const words = (page: Page) => page.getByRole('main').getByText(/does not work: another program has these keys/);

async function openKeys(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await page.keyboard.press('Control+Comma');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
}

test('keys that the system does not give are not chosen, also after a restart', async ({ app, runtime }) => {
  test.skip(runtime === 'electron', 'skipped: whether a system gives keys to Electron is its own matter');
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await openKeys(app.page);
  await expect(field(app.page)).toHaveText('Off');
  await field(app.page).click();
  await app.page.getByRole('option', { name: 'Ctrl Shift Space' }).click();
  await expect(words(app.page)).toHaveText(/^Ctrl Shift Space does not work/);
  await expect(field(app.page)).toHaveText('Off');

  await app.restart();
  await openKeys(app.page);
  await expect(field(app.page)).toHaveText('Off');
  await expect(words(app.page)).toBeHidden();
});
