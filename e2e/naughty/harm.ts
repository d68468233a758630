import type { Page } from '@playwright/test';
import type { Program } from '../program.ts';

/** The program's pages, and a document of it in a file with the fonts that it carries. */
const own = /^(?:https:\/\/rapport\.invalid\/|file:\/\/\/[^?#]*\.html$|data:font\/)/;

/** Everything that text must not be able to do, as it happens in the page. */
export class Harm {
  readonly #app: Program;
  readonly #seen: string[] = [];
  /** What the program has written down before, and what of it was told. */
  #told: number;

  constructor(app: Program) {
    this.#app = app;
    this.#told = this.#written().length;
    this.watch(app.page);
  }

  /** Also another page than the program's, such as a document that it wrote. */
  watch(page: Page): void {
    page.on('dialog', (dialog) => {
      this.#seen.push(`dialog ${dialog.message()}`);
      // The runtime may have closed it already.
      void dialog.dismiss().catch(() => undefined);
    });
    page.on('popup', (opened) => this.#seen.push(`window ${opened.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!own.test(url)) this.#seen.push(`request ${url}`);
    });
    page.on('framenavigated', (frame) => {
      if (frame.parentFrame() !== null && !own.test(frame.url())) this.#seen.push(`frame ${frame.url()}`);
    });
  }

  #written(): readonly string[] {
    const opened = this.#app
      .desk()
      .flatMap(({ opened: address }) => (address === undefined ? [] : [`opened ${address}`]));
    return [...this.#app.desk().flatMap(({ problem }) => problem ?? []), ...opened];
  }

  /** All that was done since it was asked last; what the content policy refused counts, because it was tried. */
  take(): readonly string[] {
    const written = this.#written();
    const fresh = [...this.#seen.splice(0), ...written.slice(this.#told)];
    this.#told = written.length;
    return fresh;
  }
}

/** What must not stand in a page that shows texts; each is an element or an attribute that somebody's text became. */
export async function strangeElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tags =
      'script:not([src]), iframe:not([src^="/document/"]), object, embed, base, form[action], meta[http-equiv="refresh"], math, video, audio';
    const found = [...document.querySelectorAll(tags)].map((element) => element.outerHTML.slice(0, 120));
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
        const isAddress = ['href', 'src', 'xlink:href', 'action', 'formaction', 'data'].includes(name);
        if (isAddress && /^[\s\u0000-\u001f]*(?:javascript|vbscript|data:text|file:|http:\/\/harm)/i.test(value))
          found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
        if (isAddress && name === 'src' && /harm\.example/.test(value))
          found.push(`${element.tagName} ${name}=${value}`);
      }
    }
    return found;
  });
}
