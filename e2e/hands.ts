import { expect, type Locator, type Page } from '@playwright/test';
import { BoardPage } from './board-page.ts';
import type { HandoffPage } from './handoff-page.ts';

/** Two ways to do the same: a story told with one is told with the other. */
export interface Hand {
  /** A button, a box, an entry of a menu, one of several choices. */
  press(control: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** A button in the notice at the foot. */
  answer(button: Locator): Promise<void>;
  /** Away from a popover. */
  leave(popover: Locator): Promise<void>;
  dropOnShelf(client: string): Promise<void>;
  /** Two weeks further. */
  carryOn(handoff: HandoffPage, step: string, week: string): Promise<void>;
}

export class Mouse implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Boxes and choices are as large as their label. */
  async press(control: Locator): Promise<void> {
    const label = control.locator('xpath=ancestor::label[1]');
    await ((await label.count()) > 0 ? label : control).click();
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.click();
    await this.#page.keyboard.type(text);
  }

  async answer(button: Locator): Promise<void> {
    await button.click();
  }

  async leave(popover: Locator): Promise<void> {
    await this.#page.mouse.click(2, 2);
    await expect(popover).toBeHidden();
  }

  async dropOnShelf(client: string): Promise<void> {
    const board = new BoardPage(this.#page);
    await board.pickUp(client);
    await board.carryToShelf();
    await board.letGo();
  }

  async carryOn(handoff: HandoffPage, step: string, week: string): Promise<void> {
    await handoff.carryStep(step, week);
    await handoff.letGo();
  }
}

/** As many stops as the longest page may have, one way. */
const longestWay = 250;

/** Nothing but keys: what Tab and the arrows do not lead to is not pressed. */
export class Keyboard implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(control: Locator): Promise<void> {
    await this.#reach(control);
    const isChoice = await control.evaluate((element) =>
      element.matches('[type=radio]:checked, [role=radio][aria-checked=true]'),
    );
    if (!isChoice) await this.#key((await isBox(control)) ? 'Space' : 'Enter');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.#reach(field);
    await this.#page.keyboard.type(text);
  }

  async answer(button: Locator): Promise<void> {
    await expect(button).toBeVisible();
    await this.#key('F6');
    await this.press(button);
  }

  async leave(popover: Locator): Promise<void> {
    // What was open in it gives the focus back first.
    await expect.poll(() => popover.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await this.#key('Escape');
    await expect(popover).toBeHidden();
  }

  async dropOnShelf(client: string): Promise<void> {
    await this.#reach(new BoardPage(this.#page).heading(client));
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await this.#key(key);
  }

  async carryOn(handoff: HandoffPage, step: string): Promise<void> {
    await this.#reach(handoff.stepHeading(step));
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await this.#key(key);
  }

  #key(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** By Tab, and inside a list or a group of choices by the arrows. */
  async #reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    // What is open on the way hides the rest of the page from readers; the element itself stays the same.
    const element = await target.elementHandle();
    for (let stop = 0; element !== null && stop < longestWay; stop += 1) {
      const key = await element.evaluate(wayTo);
      if (key === null) return;
      await this.#key(key);
    }
    throw new Error(`no key leads to ${String(target)}`);
  }
}

function isBox(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element.matches('[type=checkbox], [role=checkbox], [role=radio], [type=radio]'));
}

/** The next key on the way to an element; null when the focus is there. Runs in the page. */
function wayTo(target: Element): string | null {
  const now = document.activeElement;
  if (now === target) return null;
  const isAhead = now === null || now === document.body || (now.compareDocumentPosition(target) & 4) === 4;
  const list = target.closest('[role=menu], [role=listbox], [role=radiogroup]');
  const isAcross = list?.getAttribute('role') === 'radiogroup';
  if (list?.contains(now) === true && isAcross) return isAhead ? 'ArrowRight' : 'ArrowLeft';
  if (list?.contains(now) === true) return isAhead ? 'ArrowDown' : 'ArrowUp';
  return isAhead ? 'Tab' : 'Shift+Tab';
}
