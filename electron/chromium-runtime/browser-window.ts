import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';
import type { Page } from 'playwright-core';
import { isProgramScheme, toChromium, toProgram } from './addresses.ts';
import { app } from './app.ts';
import { openHiddenContext, openMainContext } from './chromium.ts';
import { nativeTheme } from './native-theme.ts';
import { openWindows } from './open-windows.ts';
import { bindPage } from './page-binding.ts';
import { preloadScript } from './preload-script.ts';
import { Refusal, stopProgram } from './refusal.ts';
import { registrations } from './registrations.ts';
import { answerLeaving, answerNewWindows, answerRequests } from './requests.ts';
import { RuntimeEvent } from './runtime-event.ts';
import { runtimeOptions } from './runtime-options.ts';
import { noteOnDesk } from './test-desk.ts';
import { RuntimeContents } from './web-contents.ts';

type Implemented = Pick<
  BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'focus'
  | 'isMinimized'
  | 'restore'
  | 'reload'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBackgroundColor'
  | 'setTitleBarOverlay'
>;

function checkPreferences(preferences: WebPreferences): void {
  if (preferences.sandbox === false || (preferences.sandbox !== true && !registrations.isSandboxed)) {
    throw new Refusal('a window without a sandbox');
  }
  if (preferences.contextIsolation === false) throw new Refusal('a window without context isolation');
  if (preferences.nodeIntegration === true) throw new Refusal('a window with Node in its page');
  if (preferences.webSecurity === false) throw new Refusal('a window without web security');
  if (preferences.allowRunningInsecureContent === true) throw new Refusal('a window that runs insecure content');
  if (preferences.experimentalFeatures === true) throw new Refusal('a window with experimental features');
  if (preferences.webviewTag === true) throw new Refusal('a window with webviews');
}

/** Tests hear of every error of the page, from before its first script on. */
function noteProblems(page: Page, desk: string): void {
  page.on('pageerror', (problem) => noteOnDesk(desk, { problem: String(problem) }));
  page.on('console', (message) => {
    if (message.type() === 'error') noteOnDesk(desk, { problem: message.text() });
  });
}

/** Else the partner's way back would lead out of the program. */
async function forgetPagesBefore(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}

/** In the place of what is shown, so that at no moment a way back leads out of the program. */
async function replaceBy(page: Page, url: string): Promise<void> {
  const shown = page.waitForURL(url);
  await page.evaluate((next) => void setTimeout(() => window.location.replace(next)), url);
  await shown;
}

let nextId = 1;

/** A window that is shown is an app window of Chromium; `show: false` makes a headless page that is never shown. */
export class RuntimeWindow extends EventEmitter implements Implemented {
  readonly id = nextId++;
  readonly webContents: RuntimeContents;
  /** The runtime's own: as the program gave them. */
  readonly options: BrowserWindowConstructorOptions;
  readonly #script: string | null;
  readonly #binding = `rapport_${randomBytes(8).toString('hex')}`;
  #bounds: Rectangle;
  #page: Promise<Page> | null = null;
  #address = '';
  #isLoading = false;
  #hasCrashed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!registrations.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    checkPreferences(preferences);
    if (registrations.permissionRequest === null || registrations.permissionCheck === null) {
      throw new Refusal('a window before both permission handlers are set');
    }
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    this.options = options;
    this.#bounds = { x, y, width, height };
    const receiver = `rapport_${randomBytes(8).toString('hex')}`;
    const { isHeadless } = runtimeOptions();
    const side = { binding: this.#binding, receiver, platform: process.platform, isHeadless };
    this.#script = preferences.preload === undefined ? null : preloadScript(preferences.preload, side);
    this.webContents = new RuntimeContents(receiver);
    openWindows.add(this);
    app.emit('web-contents-created', new RuntimeEvent(), this.webContents);
    app.emit('browser-window-created', new RuntimeEvent(), this);
  }

  static getAllWindows(): RuntimeWindow[] {
    return [...openWindows].filter((window) => window instanceof RuntimeWindow);
  }

  async loadURL(address: string): Promise<void> {
    this.#address = address;
    const opening = (this.#page ??= this.#open());
    try {
      const page = await opening;
      this.#isLoading = true;
      // Whoever leads the page away while it is loading cannot be asked: it is loaded once more.
      do {
        if (this.options.show === false) await page.goto(toChromium(address));
        else await replaceBy(page, toChromium(address));
        await forgetPagesBefore(page);
      } while (isProgramScheme(address) && !isProgramScheme(toProgram(page.url())) && !this.isDestroyed());
      this.#isLoading = false;
      this.webContents.emit('did-finish-load');
      this.emit('ready-to-show');
    } catch (problem) {
      // Closed or crashed while it was loading: nobody waits for this page any more.
      if (!this.isDestroyed() && !this.#hasCrashed && this.#page === opening) stopProgram(problem);
    }
  }

  async #open(): Promise<Page> {
    const context =
      this.options.show === false
        ? await openHiddenContext(this.options.webPreferences?.javascript !== false)
        : await openMainContext(app.getPath('userData'), this.#bounds, this.#windowSwitches());
    const page = context.pages()[0] ?? (await context.newPage());
    if (this.isDestroyed()) await page.close();
    this.webContents.attach(page);
    if (this.options.show !== false) await nativeTheme.follow(page);
    this.#listen(page);
    const { desk } = runtimeOptions();
    if (desk !== null) noteProblems(page, desk);
    answerNewWindows(page, this.webContents);
    const isLoading = (): boolean => this.#isLoading;
    answerLeaving(page, this.webContents, isLoading, () => void this.loadURL(this.#address));
    await answerRequests(page, this.webContents, isLoading);
    if (this.#script !== null) {
      const { zoom } = this.webContents;
      await bindPage(page, this.#binding, this.webContents, {
        zoom: ({ factor }) => zoom.set(factor),
        bounds: async ({ bounds }) => {
          this.#bounds = bounds;
          await zoom.resized();
        },
      });
      await page.addInitScript({ content: this.#script });
    }
    return page;
  }

  #listen(page: Page): void {
    page.on('close', () => {
      // What is left of a crashed page closes when another one takes its place.
      if (!this.#hasCrashed) this.destroy();
    });
    page.on('crash', () => {
      this.#hasCrashed = true;
      this.webContents.emit('render-process-gone', new RuntimeEvent(), { reason: 'crashed', exitCode: 1 });
    });
    page.on('dialog', (dialog) => {
      // The question of a closing window: the program decides, as it does in Electron. Others do not exist here.
      const isReloading = this.#isLoading && dialog.type() === 'beforeunload';
      void (isReloading ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
      if (!isReloading && dialog.type() === 'beforeunload') this.close();
    });
  }

  #windowSwitches(): readonly string[] {
    const { x, y, width = 800, height = 600, backgroundColor = '#ffffff' } = this.options;
    const place = x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`];
    // Until the program answers there is nothing to load: paper of the window's colour.
    const paper = `data:text/html,<style>html{background:${encodeURIComponent(backgroundColor)}}</style>`;
    const kind = runtimeOptions().isHeadless ? [] : [`--app=${paper}`];
    return [`--window-size=${width},${height}`, ...place, ...kind];
  }

  close(): void {
    if (this.isDestroyed()) return;
    const event = new RuntimeEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (!openWindows.delete(this)) return;
    this.webContents.markDestroyed();
    void this.#page
      ?.then((page) => (this.options.show === false ? page.context().close() : page.close()))
      .catch(() => undefined);
    this.emit('closed');
    if (openWindows.size === 0) app.windowsAllClosed();
  }

  isDestroyed(): boolean {
    return !openWindows.has(this);
  }

  reload(): void {
    if (this.#hasCrashed) return this.#comeBack();
    this.#isLoading = true;
    void this.#page
      ?.then((page) => page.reload())
      // A newer navigation took its place; Electron does not complain of it either.
      .catch(() => undefined)
      .finally(() => {
        this.#isLoading = false;
        this.webContents.emit('did-finish-load');
      });
  }

  /** A crashed page takes no commands any more, so Chromium starts anew; the program's window stays. */
  #comeBack(): void {
    const reopen = async (crashed: Page | null): Promise<Page> => {
      await crashed?.context().close();
      this.#hasCrashed = false;
      return this.#open();
    };
    this.#page = (async () => reopen(await this.#page))();
    void this.loadURL(this.#address);
  }

  focus(): void {
    const { desk } = runtimeOptions();
    if (desk !== null) noteOnDesk(desk, { focused: true });
    void this.#page?.then((page) => page.bringToFront());
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.focus();
  }

  getBounds(): Rectangle {
    return this.#bounds;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  /** An app window has Chromium's own frame: there is nothing to paint. */
  setBackgroundColor(): void {}

  setTitleBarOverlay(): void {}
}
