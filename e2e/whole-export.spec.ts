import path from 'node:path';
import { expect, test } from './app.ts';
import { defaultOptions } from './program-options.ts';
import { Program } from './program.ts';

test('everything is saved on one computer and opened on the first screen of another', async ({ app }) => {
  await app.call('settings.finishFirstRun', {
    commandId: crypto.randomUUID(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await app.call('board.createClient', { commandId: crypto.randomUUID(), name: 'Alder Furniture', stage: 'stable' });
  await app.restart();
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Data and backups' }).click();
  const archive = app.answerSaveDialog('everything.zip');
  await app.page.getByRole('button', { name: 'As an archive…' }).click();
  await expect(app.page.getByText('Everything is saved').first()).toBeVisible();

  const other = new Program(path.join(app.folder, 'other'), defaultOptions);
  try {
    await other.start();
    const { page } = other;
    other.answerOpenDialog(archive);
    await page.getByRole('button', { name: 'Everything lies in an export of another computer…' }).click();
    await page.getByRole('button', { name: /An archive/ }).click();
    await expect(page.getByText('1\u00a0client').first()).toBeVisible();
    await page.getByRole('button', { name: 'Open this data' }).click();
    await expect(page.getByRole('link', { name: 'Alder Furniture' })).toBeVisible({ timeout: 20_000 });
    // Its history came along.
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('link', { name: 'Alder Furniture' })).toBeHidden();
    expect(other.problems()).toEqual([]);
  } finally {
    await other.kill();
  }
});
