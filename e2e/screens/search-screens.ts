import type { Page } from '@playwright/test';
import { onSample, type Screen } from './screen.ts';

async function openSearch(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('combobox').waitFor();
  if (words !== '') await page.keyboard.type(words);
}

/** The palette as it opens and the page of all results. */
export const searchScreens: readonly Screen[] = [
  onSample('palette', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
  }),
  onSample('palette-nothing', async (page, { searchNothing }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(searchNothing);
    await page.getByText(/^(Nothing about|Ничего нет про)/).waitFor();
  }),
  onSample('search-page-start', (page) => openSearch(page, '')),
  onSample('search-page', async (page, { search }) => {
    await openSearch(page, search);
    await page.getByRole('option').locator('mark').first().waitFor();
  }),
  onSample('search-page-values', async (page, { searchClient }) => {
    await openSearch(page, searchClient);
    await page.getByRole('option').first().waitFor();
  }),
  onSample('search-page-filtered', async (page, { searchFiltered }) => {
    await openSearch(page, searchFiltered);
    await page.getByRole('option').locator('mark').first().waitFor();
  }),
  onSample('search-page-nothing', async (page, { searchNothing }) => {
    await openSearch(page, searchNothing);
    await page.getByRole('heading', { level: 2 }).waitFor();
  }),
];
