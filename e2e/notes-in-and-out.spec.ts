import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';
import { Palette } from './palette.ts';
import { writeNote } from './write-note.ts';

test.beforeEach(async ({ app }) => {
  await app.call('settings.finishFirstRun', {
    commandId: crypto.randomUUID(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
});

test('a folder of notes comes in by keyboard, is found at once and goes with one undo', async ({ app }) => {
  const { page } = app;
  const folder = path.join(app.folder, 'Old notes');
  mkdirSync(path.join(folder, 'Alder'), { recursive: true });
  writeFileSync(path.join(folder, 'Alder', '2024-05-01 Call.md'), 'We moved the greenhouse.');
  writeFileSync(path.join(folder, 'Alder', 'photo.md'), Buffer.from([1, 0, 2]));
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Data and backups' }).click();
  app.answerFolderDialog(folder);
  await page.getByRole('button', { name: 'Import notes…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^A folder of Markdown files/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Old notes' })).toContainText('1 new client');
  await page.getByRole('button', { name: 'Import 1 note' }).focus();
  await page.keyboard.press('Enter');
  const done = page.getByRole('dialog', { name: '1 note imported' });
  await expect(done).toContainText('not a text');
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  const palette = new Palette(page);
  await palette.search('greenhouse');
  await expect(palette.hit('We moved')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: import of notes').first()).toBeVisible();
  await palette.search('greenhouse');
  await expect(palette.hit('We moved')).toBeHidden();
});

test('all notes go out as files that come in again as the same', async ({ app }) => {
  const { page } = app;
  const { card } = await app.call('board.createClient', {
    commandId: crypto.randomUUID(),
    name: 'Alder',
    stage: 'stable',
  });
  await writeNote(app, {
    clientId: card.id,
    happenedAt: '2024-05-01T09:30:00.000Z',
    body: '# Greenhouse\n\nIt moved.',
  });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Data and backups' }).click();
  app.answerFolderDialog(app.exportFolder);
  await page.getByRole('button', { name: 'Export all notes…' }).click();
  await expect(page.getByText('1 note saved').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show in folder' }).click();
  const name = readdirSync(app.exportFolder)[0] ?? '';
  expect(readdirSync(path.join(app.exportFolder, name, 'Alder'))).toEqual(['2024-05-01 Greenhouse.md']);
  app.answerFolderDialog(path.join(app.exportFolder, name));
  await page.getByRole('button', { name: 'Import notes…' }).click();
  await page.getByRole('button', { name: /^A folder of Markdown files/ }).click();
  await expect(page.getByRole('dialog', { name })).toContainText('1 note is here already');
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});
