import { expect, type Locator, type Page } from '@playwright/test';

/** The board as a partner finds it: columns and cards by their names. */
export class BoardPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  column(name: string): Locator {
    return this.#page.getByRole('region', { name: new RegExp(`^${name}( |$)`) });
  }

  card(name: string): Locator {
    return this.#page.getByRole('article', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.card(name).getByRole('link', { name, exact: true });
  }

  /** The names of the cards, top to bottom. */
  async expectOrder(column: string, names: readonly string[]): Promise<void> {
    await expect(this.column(column).getByRole('heading', { level: 3 })).toHaveText([...names]);
  }

  /** What screen readers hear as they get to it. */
  async expectHeard(sentence: string): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: sentence })).toHaveCount(1);
  }

  async expectHeardAtOnce(sentence: string): Promise<void> {
    await expect(this.#page.getByRole('alert').filter({ hasText: sentence })).toHaveCount(1);
  }

  toast(text: string): Locator {
    return this.#page.getByRole('group', { name: text });
  }

  async pickUp(name: string): Promise<void> {
    const box = await boxOf(this.card(name));
    await this.#page.mouse.move(box.x + 60, box.y + 30);
    await this.#page.mouse.down();
    await this.#page.mouse.move(box.x + 70, box.y + 36, { steps: 4 });
  }

  /** Over the upper or the lower half of another card. */
  async carryOver(name: string, half: 'upper' | 'lower'): Promise<void> {
    const box = await boxOf(this.card(name));
    await this.#carryTo(box.x + box.width / 2, box.y + box.height * (half === 'upper' ? 0.25 : 0.75));
  }

  /** Over the foot of a column, far below its cards. */
  async carryToFoot(column: string): Promise<void> {
    const box = await boxOf(this.column(column));
    await this.#carryTo(box.x + box.width / 2, box.y + box.height - 60);
  }

  /** Still over the board, so near to its right end that it scrolls there. */
  async carryToRightEdge(): Promise<void> {
    const box = await boxOf(this.shelf());
    await this.#carryTo(box.x - 8, box.y + box.height / 2);
  }

  /** Inside the column's list, so near to its end that it scrolls there. */
  async carryToLowerEdge(column: string): Promise<void> {
    const box = await boxOf(this.column(column).getByRole('list'));
    await this.#carryTo(box.x + box.width / 2, box.y + box.height - 4);
  }

  /** The picture of the card in the hand. */
  copy(): Locator {
    return this.#page.locator('body > [inert] > *');
  }

  /** What the bar at the foot shows while a card is in the hand. */
  promise(words: string): Locator {
    return this.#page.getByText('Esc cancels', { exact: true }).locator('..').filter({ hasText: words });
  }

  async scroll(column: string, top: number): Promise<void> {
    const list = this.column(column).getByRole('list');
    await list.evaluate((element, pixels) => element.scrollTo({ top: pixels, behavior: 'instant' }), top);
  }

  /** Away from the edges, where the column would scroll under a card in the hand. */
  async bringToTheMiddle(name: string): Promise<void> {
    await this.card(name).evaluate((card) => card.scrollIntoView({ block: 'center', behavior: 'instant' }));
  }

  /** Everything of a card that the window can show. */
  async expectInSight(name: string): Promise<void> {
    await expect(this.card(name)).toBeInViewport({ ratio: 1 });
  }

  async carryToShelf(): Promise<void> {
    const box = await boxOf(this.shelf());
    await this.#carryTo(box.x + box.width / 2, box.y + box.height / 2);
  }

  shelf(): Locator {
    return this.#page.getByRole('button', { name: /open the archive|открыть архив/ });
  }

  async #carryTo(x: number, y: number): Promise<void> {
    await this.#page.mouse.move(x, y, { steps: 12 });
    // The browser tells where the pointer is a moment after it stands still.
    await this.#page.mouse.move(x + 1, y, { steps: 2 });
  }

  async letGo(): Promise<void> {
    await this.#page.mouse.up();
  }

  async openMenu(name: string): Promise<void> {
    await this.card(name).hover();
    await this.card(name)
      .getByRole('button', { name: `Move ${name}` })
      .click();
  }

  async choose(entry: string): Promise<void> {
    await this.#page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Nothing to be seen there');
  return box;
}
