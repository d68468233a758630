import type { CDPSession, Page } from 'playwright-core';
import { isSame, KnownFrame, type Size } from './known-frame.ts';
import { runtimeOptions } from './runtime-options.ts';

/** How often a zoomed page looks whether its window has another size: Chromium does not tell it. */
const lookEvery = 400;

const sizeOfPage = (page: Page): Promise<Size> =>
  page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));

/**
 * Zoom as a partner knows it: the page has fewer pixels of its own, and its break points follow. A driver cannot turn
 * Chromium's own zoom, so the page is told of a smaller screen that is drawn larger.
 */
export class PageZoom {
  readonly #page: Page;
  readonly #frame = new KnownFrame();
  #session: CDPSession | null = null;
  #factor = 1;
  /** Of the page, before it was zoomed. */
  #real: Size = { width: 0, height: 0 };
  #window: Size = { width: 0, height: 0 };
  /** Since the window had its size. */
  #isMeasured = true;
  #look: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(page: Page) {
    this.#page = page;
    page.on('close', () => clearInterval(this.#look));
  }

  set(factor: number): Promise<void> {
    return this.#inTurn(async () => {
      if (factor === this.#factor) return;
      if (this.#factor === 1) this.#real = await this.#measured();
      this.#factor = factor;
      await this.#apply();
      clearInterval(this.#look);
      if (factor === 1 || runtimeOptions().isHeadless) return;
      this.#window = await this.#sizeOfWindow();
      this.#look = setInterval(() => {
        void this.#inTurn(() => this.#followWindow()).catch(() => undefined);
      }, lookEvery).unref();
    });
  }

  /** A page without a window may have been given another size. */
  resized(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#factor === 1 || !runtimeOptions().isHeadless) return;
      const now = await sizeOfPage(this.#page);
      if (isSame(now, this.#zoomed)) return;
      this.#real = now;
      await this.#apply();
    });
  }

  /** Null where it is not zoomed: Playwright's own picture, which would take the zoom away, is the better one. */
  async picture(): Promise<Buffer | null> {
    if (this.#factor === 1) return null;
    const { data } = await (await this.#driver()).send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work).catch((problem: unknown) => {
      if (!this.#page.isClosed()) throw problem;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  get #zoomed(): Size {
    return {
      width: Math.round(this.#real.width / this.#factor),
      height: Math.round(this.#real.height / this.#factor),
    };
  }

  /** Kept: what it overrides ends with it. */
  async #driver(): Promise<CDPSession> {
    return (this.#session ??= await this.#page.context().newCDPSession(this.#page));
  }

  async #apply(): Promise<void> {
    const session = await this.#driver();
    const { isHeadless } = runtimeOptions();
    if (this.#factor === 1 && !isHeadless) {
      await session.send('Emulation.clearDeviceMetricsOverride');
      return;
    }
    // A page without a window is as large as it is told to be; in a window it is drawn larger.
    const drawn = isHeadless ? { deviceScaleFactor: this.#factor } : { deviceScaleFactor: 0, scale: this.#factor };
    await session.send('Emulation.setDeviceMetricsOverride', { ...this.#zoomed, ...drawn, mobile: false });
  }

  async #sizeOfWindow(): Promise<Size> {
    const { bounds } = await (await this.#driver()).send('Browser.getWindowForTarget');
    return { width: bounds.width ?? 0, height: bounds.height ?? 0 };
  }

  /** Only when it has come to rest: the page's own size follows that of the window by a moment. */
  async #followWindow(): Promise<void> {
    const now = await this.#sizeOfWindow();
    const isAtRest = isSame(now, this.#window);
    this.#window = now;
    if (!isAtRest) this.#isMeasured = false;
    if (!isAtRest || this.#isMeasured) return;
    this.#isMeasured = true;
    await (await this.#driver()).send('Emulation.clearDeviceMetricsOverride');
    this.#real = await this.#measured();
    await this.#apply();
  }

  /** Of the page while it is not zoomed, once it knows how large its window is. */
  async #measured(): Promise<Size> {
    if (!runtimeOptions().isHeadless) {
      await this.#frame.settle(async () => ({
        page: await this.#page.evaluate(() => ({ width: window.outerWidth, height: window.outerHeight })),
        window: await this.#sizeOfWindow(),
      }));
    }
    return sizeOfPage(this.#page);
  }
}
