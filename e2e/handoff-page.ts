import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../shared/language.ts';

const words = {
  en: {
    evidence: 'What shows that it is done',
    done: 'Done',
    other: 'Other formats',
    export: 'Export to PDF',
    documentLanguage: 'Language of the document',
    document: 'Handoff document',
    finish: 'Finish the handoff',
    close: 'Close and move to the archive',
    saved: (name: string) => `Saved: ${name}`,
    edit: (title: string) => `Edit: ${title}`,
    menu: (title: string) => `Menu: ${title}`,
    toWeek: 'Move to week…',
  },
  ru: {
    evidence: 'Что это подтверждает',
    done: 'Готово',
    other: 'Другие форматы',
    export: 'Экспорт в PDF',
    documentLanguage: 'Язык документа',
    document: 'Документ передачи',
    finish: 'Завершить передачу',
    close: 'Завершить и перенести в архив',
    saved: (name: string) => `Сохранено: ${name}`,
    edit: (title: string) => `Изменить: ${title}`,
    menu: (title: string) => `Меню: ${title}`,
    toWeek: 'Перенести на неделю…',
  },
} as const;

/** The page of one handoff as a partner finds it. */
export class HandoffPage {
  readonly #page: Page;
  readonly #words: (typeof words)[Language];

  constructor(page: Page, language: Language) {
    this.#page = page;
    this.#words = words[language];
  }

  week(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  /** Done steps fold away under the open ones. */
  async unfold(week: string): Promise<void> {
    await this.week(week).getByRole('button', { expanded: false }).last().click();
  }

  step(title: string): Locator {
    return this.#page.getByRole('checkbox', { name: title });
  }

  /** What a step is called: Enter edits it, Space picks it up. */
  stepHeading(title: string): Locator {
    return this.#page.getByRole('button', { name: this.#words.edit(title), exact: true });
  }

  async expectStepIn(week: string, title: string): Promise<void> {
    await expect(this.week(week).getByRole('checkbox', { name: title, exact: true })).toBeVisible();
  }

  /** By the mouse, over the head of a week; it is still in the hand then. */
  async carryStep(title: string, week: string): Promise<void> {
    const { mouse } = this.#page;
    const from = await boxOf(this.stepHeading(title));
    const to = await boxOf(this.week(week));
    await mouse.move(from.x + 12, from.y + 8);
    await mouse.down();
    await mouse.move(from.x + 24, from.y + 14, { steps: 4 });
    await mouse.move(to.x + to.width / 2, to.y + 24, { steps: 8 });
    await mouse.move(to.x + to.width / 2, to.y + 28, { steps: 4 });
  }

  async letGo(): Promise<void> {
    await this.#page.mouse.up();
  }

  async moveByMenu(title: string, week: string): Promise<void> {
    await this.stepHeading(title).hover();
    await this.#page.getByRole('button', { name: this.#words.menu(title) }).click();
    await this.#page.getByRole('menuitem', { name: this.#words.toWeek }).click();
    await this.#page.getByRole('menuitem', { name: week }).click();
  }

  async expectHeard(sentence: RegExp): Promise<void> {
    await expect(
      this.#page.getByRole('status').or(this.#page.getByRole('alert')).filter({ hasText: sentence }).first(),
    ).toBeAttached();
  }

  /** Ticks a step that needs evidence. */
  async prove(title: string, evidence: string): Promise<void> {
    await this.step(title).press('Space');
    const field = this.#page.getByRole('textbox', { name: this.#words.evidence });
    await field.fill(evidence);
    await this.#page.getByRole('button', { name: this.#words.done, exact: true }).click();
    await expect(this.step(title)).toBeChecked();
  }

  async expectHeading(title: string): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1 })).toHaveText(title);
  }

  async chooseLanguage(name: 'Русский' | 'English'): Promise<void> {
    const group = this.#page.getByRole('radiogroup', { name: this.#words.documentLanguage });
    await group.getByRole('radio', { name }).click();
  }

  /** Answers the save dialog before; waits until the toast says that the file is there. */
  async save(format: 'PDF' | 'Word (DOCX)' | 'Markdown' | 'HTML', fileName: string): Promise<void> {
    await this.ask(format);
    await this.expectToast(this.#words.saved(fileName));
  }

  /** Without waiting for what comes of it. */
  async ask(format: 'PDF' | 'Word (DOCX)' | 'Markdown' | 'HTML'): Promise<void> {
    if (format === 'PDF') await this.exportButton.click();
    else {
      await this.otherFormats.click();
      await this.#page.getByRole('menuitem', { name: format }).click();
    }
  }

  /** The number of pages as the panel says it. */
  async expectPages(count: number): Promise<void> {
    const panel = this.#page.getByRole('region', { name: this.#words.document });
    await expect(panel).toContainText(new RegExp(`(^|\\D)${count}\\s(A4 pages?|стр)`));
  }

  get otherFormats(): Locator {
    return this.#page.getByRole('button', { name: this.#words.other });
  }

  get exportButton(): Locator {
    return this.#page.getByRole('button', { name: this.#words.export });
  }

  /** Printing takes a moment on a busy machine. */
  async expectToast(text: string): Promise<void> {
    await expect(this.#page.getByRole('group', { name: text })).toBeVisible({ timeout: 30_000 });
  }

  async finish(): Promise<Locator> {
    await this.#page.getByRole('button', { name: this.#words.finish }).click();
    return this.#page.getByRole('dialog');
  }

  async closeAnyway(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.close }).click();
  }
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return box;
}
