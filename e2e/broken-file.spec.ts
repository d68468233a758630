import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';
import { zeroPagesOf } from './break-file.ts';
import type { Program } from './program.ts';

/** The page is loaded anew on another file. */
const whenOpened = { timeout: 60_000 };

const command = () => ({ commandId: crypto.randomUUID() });

/** A file with two clients. */
async function fillFile(app: Program): Promise<void> {
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await app.call('board.createClient', { ...command(), name: 'Alder Furniture', stage: 'stable' });
  await app.call('board.createClient', { ...command(), name: 'Kestrel Optics', stage: 'stable' });
}

/** The backup that was made at its end, and then a disk that fails. */
async function breakFile(app: Program): Promise<Buffer> {
  await fillFile(app);
  await app.close();
  const file = path.join(app.dataFolder, 'rapport.db');
  zeroPagesOf(file, ['client']);
  const broken = readFileSync(file);
  await app.start();
  await expect(app.page.getByRole('heading', { level: 1, name: 'The data could not be opened' })).toBeVisible(
    whenOpened,
  );
  return broken;
}

function setAside(app: Program): Buffer {
  const name = readdirSync(app.dataFolder).find((each) => each.startsWith('rapport-set-aside')) ?? 'nothing';
  return readFileSync(path.join(app.dataFolder, name));
}

test('what a broken file still holds is shown, opened, and worked on', async ({ app }) => {
  test.slow();
  const broken = await breakFile(app);
  await expect(app.page.getByText('The data file is damaged. It was left untouched.', { exact: false })).toBeVisible();
  await app.page.getByRole('button', { name: 'See what can be saved' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'What can be saved' })).toBeFocused(whenOpened);
  await expect(app.page.getByRole('row', { name: 'Clients 2' })).toBeVisible();
  await expect(app.page.getByText('2 records were put together from the history of changes.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Open what was saved' }).click();
  await expect(app.page.getByRole('article', { name: 'Alder Furniture' })).toBeVisible(whenOpened);
  await expect(app.page.getByRole('article', { name: 'Kestrel Optics' })).toBeVisible();
  expect(setAside(app).equals(broken)).toBe(true);
  await app.call('board.createClient', { ...command(), name: 'Wormwood', stage: 'stable' });
  await app.restart();
  await expect(app.page.getByRole('article')).toHaveCount(3, whenOpened);
});

test('a backup takes the place of a broken file, which stays beside it', async ({ app }) => {
  test.slow();
  const broken = await breakFile(app);
  await app.page.getByRole('button', { name: /^Open the backup of .+ \(2.clients\)$/ }).click();
  await expect(app.page.getByRole('article')).toHaveCount(2, whenOpened);
  expect(setAside(app).equals(broken)).toBe(true);
});

test('a file that is taken away at work is said at once, and what was saved is opened again', async ({ app }) => {
  test.slow();
  await fillFile(app);
  rmSync(path.join(app.dataFolder, 'rapport.db'));
  const banner = app.page.getByRole('alert').filter({ hasText: 'The data file was taken away or replaced' });
  await expect(banner).toContainText('All that was saved is rescued', whenOpened);
  expect(await app.reply('board.createClient', { ...command(), name: 'Too late', stage: 'stable' })).toMatchObject({
    ok: false,
    code: 'file_replaced',
  });
  await banner.getByRole('button', { name: 'Open the file anew' }).click();
  await app.page.getByRole('button', { name: /^Open what was rescued/ }).click(whenOpened);
  await expect(app.page.getByRole('article')).toHaveCount(2, whenOpened);
  await expect(app.page.getByRole('article', { name: 'Alder Furniture' })).toBeVisible();
});
