import { expect, type Locator, type Page } from '@playwright/test';

/** The way to the page, with the number of clients that wait. */
export function wayToAttention(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: /^Attention/ });
}

export async function openAttention(page: Page): Promise<void> {
  await wayToAttention(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Attention' })).toBeVisible();
}
