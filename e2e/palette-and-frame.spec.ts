import type { Page } from '@playwright/test';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { Palette } from './palette.ts';
import { writeNote } from './write-note.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('the palette offers who was seen last and commands with their keys, runs them, and goes on where nothing is found', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  await writeNote(app, { clientId, body: 'They want a shop window', happenedAt: '2026-01-12T10:00:00.000Z' });
  const { page } = app;
  const palette = new Palette(page);
  await palette.search('');
  await expect(page.getByRole('group', { name: 'Recent clients' }).getByRole('option')).toContainText(['Alder']);
  await expect(page.getByRole('group', { name: 'Commands' }).getByRole('option')).toHaveCount(4);
  await page.keyboard.type('setti');
  await expect(page.getByRole('option', { selected: true })).toContainText('Settings');
  await expect(page.getByRole('option', { selected: true }).locator('kbd')).toHaveAttribute('data-keys', 'Ctrl ,');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Settings')).toBeVisible();

  // Tab narrows it to the group of what is chosen, Escape leaves the page as it was.
  await palette.search('shop');
  await expect(palette.hit('They want a shop window')).toBeVisible();
  await expect(palette.hit('All results for')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(palette.hit('All results for')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(title(page, 'Settings')).toBeVisible();

  await palette.search('vitrn');
  await expect(page.getByText('Nothing about “vitrn”')).toBeVisible();
  await expect(palette.hit('Look in the trash')).toBeVisible();
  await palette.hit('New note “vitrn”').click();
  await expect(page.getByRole('dialog', { name: 'Quick note' })).toBeVisible();
  await expect(new ClientPage(page).text()).toHaveText('vitrn');
});

test('chords lead to every page, the key sheet tells them, and the rail stays as it was put', async ({ app }) => {
  await addAlder(app, 'stable');
  const { page } = app;
  await expect(title(page, 'Board')).toBeVisible();
  const places = [
    ['a', 'Attention'],
    ['h', 'Handoffs'],
    ['r', 'Archive'],
    ['s', 'Settings'],
    ['b', 'Board'],
  ] as const;
  for (const [key, name] of places) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(title(page, name)).toBeVisible();
  }
  await page.keyboard.press('Shift+Slash');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Go to attention');
  await expect(sheet).toContainText('Larger text');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  const place = page.getByRole('navigation', { name: 'Pages' }).getByText('Board', { exact: true });
  await expect(place).toBeVisible();
  await page.keyboard.press('Control+Backslash');
  await expect(place).toBeHidden();
  await app.restart();
  await expect(title(app.page, 'Board')).toBeVisible();
  const again = app.page.getByRole('navigation', { name: 'Pages' }).getByText('Board', { exact: true });
  await expect(again).toBeHidden();
  await app.page.keyboard.press('Control+Backslash');
  await expect(again).toBeVisible();
});
