import { expect, type Locator, type Page } from '@playwright/test';

export class Palette {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async search(words: string): Promise<void> {
    await expect(this.#page.getByRole('button', { name: 'Search' })).toBeVisible();
    await this.#page.keyboard.press('Control+k');
    await expect(this.#page.getByRole('combobox')).toBeFocused();
    await this.#page.keyboard.type(words);
  }

  hit(text: string | RegExp): Locator {
    return this.#page.getByRole('option').filter({ hasText: text });
  }

  /** A word that stands out of its line. */
  marked(word: string): Locator {
    return this.#page.getByRole('option').getByText(word, { exact: true });
  }
}
