import { EventEmitter } from 'node:events';
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron';
import type { JSHandle, Page } from 'playwright-core';
import { app } from './app.ts';
import { RuntimeWindow } from './browser-window.ts';
import { withNotificationsPermitted } from './chromium.ts';
import { RuntimeEvent } from './runtime-event.ts';
import { runtimeOptions } from './runtime-options.ts';
import { noteOnDesk } from './test-desk.ts';

type Implemented = Pick<ElectronNotification, 'title' | 'body' | 'silent' | 'show'>;
type Text = Pick<ElectronNotification, 'title' | 'body' | 'silent'>;

/** What became of a notification that the page showed. */
type Ending = 'click' | 'close' | 'error';

interface Shown {
  readonly isRefused: boolean;
  readonly ended: Promise<Ending>;
}

/** Runs in the page, so it may use nothing of this file; resolves as soon as the notification is there or refused. */
function showInPage({ title, body, silent }: Text): Promise<Shown> {
  const shown = new Notification(title, { body, silent });
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>();
  for (const ending of ['click', 'close', 'error'] as const) shown.addEventListener(ending, () => end(ending));
  return new Promise((resolve) => {
    shown.addEventListener('show', () => resolve({ ended, isRefused: false }));
    shown.addEventListener('error', () => resolve({ ended, isRefused: true }));
    // A desktop that shows none tells nothing either.
    setTimeout(() => resolve({ ended, isRefused: false }), 2000);
  });
}

function programPage(): Page | null {
  const window = RuntimeWindow.getAllWindows().find(({ options }) => options.show !== false);
  return window?.webContents.page ?? null;
}

/** The notification of the desktop, shown by the program's page; the page itself may show none. */
export class RuntimeNotification extends EventEmitter implements Implemented {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;

  constructor({ title = '', body = '', silent = false }: NotificationConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Notification before app is ready');
    this.title = title;
    this.body = body;
    this.silent = silent;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    const { title, body, silent } = this;
    const { desk } = runtimeOptions();
    if (desk !== null) noteOnDesk(desk, { notified: { title, body } });
    const page = programPage();
    if (page === null) return this.#fail('no window is open');
    void this.#showOn(page, { title, body, silent }).catch(() => {
      this.#fail('the page is gone');
    });
  }

  #fail(reason: string): void {
    this.emit('failed', new RuntimeEvent(), reason);
  }

  async #showOn(page: Page, text: Text): Promise<void> {
    const shown: JSHandle<Shown> = await withNotificationsPermitted(page, () => page.evaluateHandle(showInPage, text));
    if (await shown.evaluate(({ isRefused }) => isRefused)) return this.#fail('the system refused it');
    this.emit('show', new RuntimeEvent());
    const ending = await shown.evaluate(({ ended }) => ended);
    if (ending === 'click') this.emit('click', new RuntimeEvent());
  }
}
