import AxeBuilder from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';
import { patience } from './patience.ts';
import type { Program } from './program.ts';

/** What an accessibility checker has against the screen; axe needs a page of its own context, so it is injected by hand. */
async function violations(app: Program): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page: app.page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function openBoard({ page }: Program): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Agency' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
}

test('a partner starts with Enter alone, and the next start goes straight to the board', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1, name: 'Clients you are with for the long run' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Agency' })).toBeFocused();
  expect(await violations(app)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
});

test('agency, partners and language stay', async ({ app }) => {
  const { page } = app;
  await page.getByRole('radio', { name: 'Русский' }).click();
  await page.getByRole('textbox', { name: 'Агентство' }).fill('Бюро «Кварта»');
  await page.getByRole('textbox', { name: 'Партнёры' }).fill('Вера Л.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Глеб О.');
  await page.getByRole('button', { name: 'Открыть доску' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Доска' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByText('Бюро «Кварта»')).toBeVisible();
  await app.page.getByRole('button', { name: 'Настройки' }).click();
  await app.page.getByRole('button', { name: 'Партнёры', exact: true }).click();
  await expect(app.page.getByRole('list', { name: 'Партнёры' }).getByRole('listitem')).toHaveCount(2);
});

test('another folder is chosen without losing what was typed; a synced one is refused in words', async ({ app }) => {
  const chosen = path.join(app.folder, 'Quarta');
  app.answerFolderDialog(path.join(app.folder, 'Dropbox', 'Quarta'));
  await app.page.getByRole('textbox', { name: 'Agency' }).fill('Quarta Bureau');
  await app.page.getByRole('button', { name: 'Change' }).click();
  await expect(app.page.getByText('This folder is synced with the cloud', { exact: false }).first()).toBeVisible();
  app.answerFolderDialog(chosen);
  await app.page.getByRole('button', { name: 'Change' }).click();
  await expect(app.page.getByTitle(chosen)).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: 'Agency' })).toHaveValue('Quarta Bureau');
});

test('the example is looked at and taken away, one’s own data untouched', async ({ app }) => {
  await app.page.getByRole('button', { name: 'Look at an example' }).click();
  // Another file is made, filled and opened, and the page loaded anew.
  await expect(app.page.getByText('16 clients', { exact: false }).first()).toBeVisible({
    timeout: patience.testTimeout,
  });
  await app.page.getByRole('button', { name: 'Remove the example' }).click();
  await expect(
    app.page.getByRole('heading', { level: 1, name: 'Clients you are with for the long run' }),
  ).toBeVisible();
});

test('a broken data file is said in words, and its backup opens', async ({ app }) => {
  await openBoard(app);
  await app.call('board.createClient', { commandId: crypto.randomUUID(), name: 'Alder Furniture', stage: 'stable' });
  await app.close();
  writeFileSync(path.join(app.dataFolder, 'rapport.db'), 'not a database '.repeat(100));
  await app.start();
  await expect(app.page.getByRole('heading', { level: 1, name: 'The data could not be opened' })).toBeVisible();
  expect(await violations(app)).toEqual([]);
  await app.page.getByRole('button', { name: 'Open the backup' }).click();
  await expect(app.page.getByRole('link', { name: 'Alder Furniture' })).toBeVisible({ timeout: 20_000 });
});

test('settings and trash have no obstacles either', async ({ app }) => {
  await openBoard(app);
  await app.page.getByRole('button', { name: 'Settings' }).click();
  for (const section of ['Language and look', 'Data and backups', 'Agency', 'Partners', 'About']) {
    await app.page.getByRole('button', { name: section, exact: true }).click();
    await expect(app.page.getByRole('heading', { level: 2, name: section })).toBeVisible();
    expect(await violations(app)).toEqual([]);
  }
  await app.page.getByRole('button', { name: 'Trash' }).click();
  await expect(app.page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  expect(await violations(app)).toEqual([]);
});
