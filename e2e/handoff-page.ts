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
      await this.#page.getByRole('button', { name: this.#words.other }).click();
      await this.#page.getByRole('menuitem', { name: format }).click();
    }
  }

  /** The number of pages as the panel says it. */
  async expectPages(count: number): Promise<void> {
    const panel = this.#page.getByRole('region', { name: this.#words.document });
    await expect(panel).toContainText(new RegExp(`(^|\\D)${count}\\s(A4 pages?|стр)`));
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
