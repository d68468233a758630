import type { Page } from '@playwright/test';
import type { Program } from '../program.ts';

/** The program's pages, and a document of it in a file with the fonts that it carries. */
const own = /^(?:https:\/\/rapport\.invalid\/|file:\/\/\/[^?#]*\.html$|data:font\/)/;
/** A frame before anything is in it. */
const nothingYet = /^about:(?:blank|srcdoc)$/;

/** Each of these notices one thing that text must not be able to do. */
export const detectors = [
  'dialog',
  'request',
  /** What the content policy refused: it was tried. */
  'policy',
  /** Another error that a page reported. */
  'problem',
  'window',
  'navigation',
  /** An address that the program gave to the system. */
  'opened',
  /** A script that ran: what the payloads leave behind in the page. */
  'script',
  /** An element or an attribute that somebody's text became. */
  'element',
] as const;
export type Detector = (typeof detectors)[number];

export interface Harmed {
  readonly where: string;
  readonly detector: Detector;
  readonly what: string;
}

/** The payloads that tell nobody set this in the page they run in. */
export const scriptMark = 'harmedByText';

type Noticed = Omit<Harmed, 'where'>;

/** Everything that text must not be able to do, as it happens in the page. */
export class Harm {
  readonly #app: Program;
  readonly #seen: Noticed[] = [];
  /** Of what the program has written down, how much was told. */
  #told: number;

  constructor(app: Program) {
    this.#app = app;
    this.#told = this.#written().length;
    this.watch(app.page);
  }

  /** Also another page than the program's, such as a document that it wrote. */
  watch(page: Page): void {
    const notice = (detector: Detector, what: string) => this.#seen.push({ detector, what });
    page.on('dialog', (dialog) => {
      notice('dialog', dialog.message());
      // The runtime may have closed it already.
      void dialog.dismiss().catch(() => undefined);
    });
    page.on('popup', (opened) => notice('window', opened.url()));
    page.on('request', (request) => {
      if (!own.test(request.url()) && !nothingYet.test(request.url())) notice('request', request.url());
    });
    page.on('framenavigated', (frame) => {
      if (!own.test(frame.url()) && !nothingYet.test(frame.url())) notice('navigation', frame.url());
    });
  }

  #written(): readonly Noticed[] {
    return this.#app.desk().flatMap(({ problem, opened }): readonly Noticed[] => {
      if (opened !== undefined) return [{ detector: 'opened', what: opened }];
      if (problem === undefined) return [];
      return [{ detector: /content security policy/i.test(problem) ? 'policy' : 'problem', what: problem }];
    });
  }

  /** All that was done since it was asked last, and what stands in this page that no text may become. */
  async take(where: string, page: Page): Promise<readonly Harmed[]> {
    const inPage = [...(await strangeElements(page)), ...(await scriptsThatRan(page))];
    const written = this.#written();
    const fresh = [...this.#seen.splice(0), ...written.slice(this.#told), ...inPage];
    this.#told = written.length;
    return fresh.map((noticed) => ({ where, ...noticed }));
  }
}

async function scriptsThatRan(page: Page): Promise<readonly Noticed[]> {
  const ran: Noticed[] = [];
  for (const frame of page.frames()) {
    const mark = await frame.evaluate((name) => String(Reflect.get(globalThis, name) ?? ''), scriptMark);
    if (mark !== '') ran.push({ detector: 'script', what: `${mark} in ${frame.url()}` });
  }
  return ran;
}

/** What must not stand in a page that shows texts. */
async function strangeElements(page: Page): Promise<readonly Noticed[]> {
  const strange = await page.evaluate(() => {
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
  return strange.map((what) => ({ detector: 'element', what }));
}
