import { expect, type Locator, type Page } from '@playwright/test';

/** A client's page, its composer and its history as a partner finds them. */
export class ClientPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the board. */
  async open(name: string): Promise<void> {
    await this.#page.getByRole('link', { name, exact: true }).click();
    await expect(this.name(name)).toBeVisible();
  }

  name(name: string): Locator {
    return this.#page.getByRole('heading', { level: 1 }).filter({ hasText: name });
  }

  async beginNote(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Write down a meeting, a call or a letter' }).click();
    await expect(this.text()).toBeFocused();
  }

  text(): Locator {
    return this.#page.getByRole('textbox', { name: 'Text of the note' });
  }

  /** What the composer says about the text. */
  status(words: string | RegExp): Locator {
    return this.#page.getByRole('status').filter({ hasText: words });
  }

  /** Lines typed as a person does: Enter between them. */
  async type(...lines: readonly string[]): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.#page.keyboard.press('Enter');
      await this.#page.keyboard.type(line);
    }
  }

  async untilSaved(): Promise<void> {
    await expect(this.status(/^Saved at \d\d:\d\d on this computer$/)).toBeVisible();
  }

  async finish(): Promise<void> {
    await this.#page.keyboard.press('Control+Enter');
    await expect(this.text()).toBeHidden();
  }

  history(): Locator {
    return this.#page.getByRole('region', { name: 'History' });
  }

  note(title: string): Locator {
    return this.history()
      .getByRole('article')
      .filter({ has: this.#heading(title) });
  }

  /** What unfolds the note. */
  head(title: string): Locator {
    return this.#heading(title).getByRole('button');
  }

  #heading(title: string): Locator {
    return this.#page.getByRole('heading', { level: 4, name: new RegExp(`: ${title}$`) });
  }

  /** A part of the inspector. */
  section(name: string): Locator {
    return this.#page.getByRole('complementary', { name: 'About the client' }).getByRole('region', { name });
  }

  toast(text: string): Locator {
    return this.#page.getByRole('group', { name: text });
  }
}
