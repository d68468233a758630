import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { carriedFonts, type FontAddress } from '../../electron/backend/documents/fonts.ts';
import { documentHtml } from '../../electron/backend/documents/html.ts';
import { settledPdf } from '../../electron/backend/documents/pdf.ts';
import { openBrowser } from '../quiet-browser.ts';
import { documentPrint } from '../../electron/document-print.ts';
import type { DocumentFrame, HandoffDocument } from '../../shared/handoff/document.ts';

/** Prints as the program does, from the web page that it writes; one document after the other. */
export class Printer {
  readonly #folder: string;
  readonly #browser: Browser;
  /** Used again: a new one is a new process each time. */
  readonly #page: Page;

  constructor(folder: string, browser: Browser, page: Page) {
    this.#folder = folder;
    this.#browser = browser;
    this.#page = page;
  }

  static async open(folder: string): Promise<Printer> {
    const browser = await openBrowser();
    return new Printer(folder, browser, await browser.newPage());
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** The file of a document, made of the page that is read on paper or of the one for phones, too. */
  async print(name: string, document: HandoffDocument, fitsPhones = false): Promise<string> {
    return this.printAs(name, document, (fonts) => documentHtml(document, { fonts, fitsPhones }));
  }

  /** Any document that is laid out as a web page. */
  async printAs(name: string, document: DocumentFrame, layOut: (fonts: FontAddress) => string): Promise<string> {
    const fonts = await carriedFonts(document, (file) => Promise.resolve(readFileSync(fontFile(file))));
    const source = path.join(this.#folder, `${name}.html`);
    writeFileSync(source, layOut(fonts));
    const printed = path.join(this.#folder, `${name}.pdf`);
    writeFileSync(printed, settledPdf(await this.printPage(source), document.madeOn));
    return printed;
  }

  /** What stands on each page of a document that was printed under this name, as the preview shows it. */
  async shownPages(name: string): Promise<readonly string[]> {
    await this.#page.goto(pathToFileURL(path.join(this.#folder, `${name}.html`)).href);
    await this.#page.evaluate(() => document.fonts.ready);
    return this.#page.evaluate(textsOfPages);
  }

  /** Any page that lies on the disk. */
  async printPage(file: string): Promise<Uint8Array> {
    await this.#page.goto(pathToFileURL(file).href);
    const { generateTaggedPDF, generateDocumentOutline, ...options } = documentPrint;
    return this.#page.pdf({
      ...options,
      footerTemplate: '<span></span>',
      tagged: generateTaggedPDF,
      outline: generateDocumentOutline,
    });
  }
}

/** Runs in the page. */
function textsOfPages(): string[] {
  const pages: string[] = [];
  for (const sheet of document.querySelectorAll('.sheet')) {
    const style = getComputedStyle(sheet);
    const step = Number.parseFloat(style.getPropertyValue('column-height')) + Number.parseFloat(style.rowGap);
    const top = sheet.getBoundingClientRect().top + Number.parseFloat(style.paddingTop);
    const first = pages.length;
    for (const part of sheet.querySelectorAll(':is(h1, h2, h3, p, li, tr):not(:has(h1, h2, h3, p, li, tr))')) {
      // Sizes are rounded, which adds up over fifty pages.
      const number = first + Math.floor((part.getBoundingClientRect().top - top + 8) / step);
      while (pages.length <= number) pages.push('');
      pages[number] += `${part.textContent}\n`;
    }
  }
  return pages;
}

const { resolve } = createRequire(import.meta.url);

function fontFile(file: string): string {
  const font = file.startsWith('golos') ? 'golos-text' : 'source-serif-4';
  return resolve(`@fontsource-variable/${font}/files/${file}`);
}
