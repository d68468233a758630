import { randomUUID } from 'node:crypto';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { yearsAgo } from './days.ts';

const command = () => ({ commandId: randomUUID() });

test('how long clients have been with us is told on the board and on their pages, anniversaries in time', async ({
  app,
}) => {
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const { page } = app;
  const add = (name: string, sinceOn: string) =>
    app.call('board.createClient', { ...command(), name, stage: 'stable', sinceOn });
  await add('Alder', yearsAgo(6, 5));
  const meta = page.getByRole('banner');
  await expect(meta).toContainText(/^Board1\sclient, 5\syr 11\smo with us/);
  await add('Birch', yearsAgo(2));
  await expect(meta).toContainText(/2\sclients, 3\syr 11\smo with us on average, longest 5\syr 11\smo/);
  await expect(page.getByTitle('Longest with us: Alder')).toBeVisible();

  const client = new ClientPage(page);
  await client.open('Alder');
  await expect(page.getByText(/^6\syears on /)).toBeVisible();
  await page.keyboard.press('Escape');
  await client.open('Birch');
  await expect(page.getByText(/^2\syears together today$/)).toBeVisible();

  // The day is mended where it stands: the anniversary is far away then, and Birch has been there longest.
  await page.getByRole('button', { name: /^with us / }).click();
  const since = page.getByRole('dialog', { name: 'With us since' });
  await since.getByRole('spinbutton', { name: /^year/ }).click();
  await page.keyboard.type(String(new Date().getFullYear() - 8));
  await page.keyboard.press('Enter');
  await expect(since).toBeHidden();
  await expect(page.getByText(/^8\syears together today$/)).toBeVisible();
  await app.restart();
  await expect(app.page.getByTitle('Longest with us: Birch')).toBeVisible();
  await expect(app.page.getByRole('banner')).toContainText(/longest 8\syr/);
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByTitle('Longest with us: Alder')).toBeVisible();
});
