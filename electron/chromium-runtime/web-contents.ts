import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Page } from 'playwright-core';
import { isProgramScheme, toProgram } from './addresses.ts';
import { PageZoom } from './page-zoom.ts';
import { cloned, Refusal } from './refusal.ts';
import { RuntimeEvent } from './runtime-event.ts';

type Implemented = Pick<
  WebContents,
  'id' | 'getURL' | 'isDestroyed' | 'send' | 'executeJavaScript' | 'setWindowOpenHandler'
>;
type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** A frame as the sender of a call. */
export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

let nextId = 1;

export class RuntimeContents extends EventEmitter implements Implemented {
  readonly id = nextId++;
  readonly receiver: string;
  #page: Page | null = null;
  #zoom: PageZoom | null = null;
  #windowOpen: WindowOpenHandler | null = null;
  #isDestroyed = false;

  constructor(receiver: string) {
    super();
    this.receiver = receiver;
  }

  get mainFrame(): Frame {
    const url = this.getURL();
    return { url, parent: null };
  }

  /** The runtime's own: the page that shows these contents. */
  get page(): Page {
    if (this.#page === null) throw new Refusal('nothing has been loaded yet');
    return this.#page;
  }

  attach(page: Page): void {
    this.#page = page;
    this.#zoom = new PageZoom(page);
  }

  /** The runtime's own: how large the page is shown. */
  get zoom(): PageZoom {
    if (this.#zoom === null) throw new Refusal('nothing has been loaded yet');
    return this.#zoom;
  }

  markDestroyed(): void {
    this.#isDestroyed = true;
  }

  /** The runtime's own: what the program says to a page that wants a window. */
  askToOpen(url: string): WindowOpenHandlerResponse {
    if (this.#windowOpen === null) throw new Refusal(`a new window without a window-open handler: ${url}`);
    const frameName = '';
    const referrer = { url: '', policy: 'no-referrer' } as const;
    return this.#windowOpen({ url, frameName, features: '', disposition: 'new-window', referrer });
  }

  /** The runtime's own: whether the program lets the page leave for another address. */
  askToNavigate(url: string): boolean {
    const event = Object.assign(new RuntimeEvent(), { url, isMainFrame: true, isSameDocument: false });
    this.emit('will-navigate', event, url);
    if (!event.defaultPrevented && !isProgramScheme(url)) throw new Refusal(`the page may leave for ${url}`);
    return !event.defaultPrevented;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen = handler;
  }

  getURL(): string {
    return this.#page === null ? '' : toProgram(this.#page.url());
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  send(channel: string, ...values: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    const copies = cloned(values, `webContents.send('${channel}')`);
    const deliver = ([receiver, name, items]: readonly [string, string, unknown[]]): void => {
      const receive: unknown = Reflect.get(globalThis, receiver);
      if (typeof receive === 'function') receive(name, items);
    };
    // A page between two documents has no listeners: Electron drops the message, too.
    void this.#page?.evaluate(deliver, [this.receiver, channel, copies] as const).catch(() => undefined);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return this.page.evaluate(code);
  }

  async capturePage(): Promise<{ toPNG: () => Buffer }> {
    const picture =
      (await this.zoom.picture()) ?? (await this.page.screenshot({ animations: 'disabled', caret: 'hide' }));
    return { toPNG: () => picture };
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { printBackground, preferCSSPageSize, displayHeaderFooter, headerTemplate, footerTemplate } = options;
    return this.page.pdf({
      printBackground: printBackground ?? false,
      preferCSSPageSize: preferCSSPageSize ?? false,
      displayHeaderFooter: displayHeaderFooter ?? false,
      headerTemplate: headerTemplate ?? '',
      footerTemplate: footerTemplate ?? '',
      landscape: options.landscape ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
    });
  }
}
