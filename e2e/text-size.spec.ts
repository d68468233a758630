import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const widthOf = (page: Page) => page.evaluate(() => window.innerWidth);

test('the text size is chosen in the settings and by keys, moves the break points, and is kept over a restart', async ({
  app,
}) => {
  await app.page.getByRole('textbox', { name: 'Agency' }).press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  const whole = await widthOf(app.page);
  await app.page.keyboard.press('Control+Comma');
  await app.page.getByRole('radio', { name: '115\u00a0%' }).click();
  await expect.poll(() => widthOf(app.page)).toBe(Math.round(whole / 1.15));
  // In a dialog as well.
  await app.page.keyboard.press('Control+KeyK');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Control+Equal');
  await expect.poll(() => widthOf(app.page)).toBe(Math.round(whole / 1.3));
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('radio', { name: '130\u00a0%' })).toBeChecked();

  await app.restart();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await expect.poll(() => widthOf(app.page)).toBe(Math.round(whole / 1.3));
  await app.page.keyboard.press('Control+Digit0');
  await expect.poll(() => widthOf(app.page)).toBe(whole);
});
