import { rmSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { launchOptions, makeProfile } from './chromium.ts';
import { runtimeOptions } from './runtime-options.ts';

interface Message {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly button: string;
}

const size = { width: 480, height: 260 } as const;

const look = `
  html { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0; padding: 32px; background: light-dark(#fbf9f5, #1f1d1a); color: light-dark(#2b2722, #ece6dc); }
  h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; }
  p { margin: 0 0 24px; }
  button { font: inherit; padding: 6px 18px; border-radius: 8px; border: 1px solid; background: none; color: inherit; }
`;

function textOf(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function pageOf({ title, message, detail, button }: Message): string {
  return `<!doctype html><meta charset="utf-8"><title>${textOf(title)}</title><style>${look}</style>
    <main role="alertdialog"><h1>${textOf(message)}</h1><p>${textOf(detail)}</p><button autofocus>${textOf(button)}</button></main>`;
}

/** Until the button or Escape is pressed, or the window is closed. */
async function seen(page: Page): Promise<void> {
  const closed = page.waitForEvent('close', { timeout: 0 });
  const pressed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.querySelector('button')?.addEventListener('click', () => resolve());
        document.addEventListener('keydown', ({ key }) => {
          if (key === 'Escape') resolve();
        });
      }),
  );
  await Promise.race([closed, pressed]);
}

/** A small window of its own for a message; it needs nothing of the program, whose profile another one may have open. */
export async function showMessage(message: Message): Promise<void> {
  const profile = makeProfile('message');
  const html = pageOf(message);
  const { hasDebuggingPort } = runtimeOptions();
  try {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(false, [
        `--app=data:text/html;charset=utf-8,${encodeURIComponent(html)}`,
        `--window-size=${size.width},${size.height}`,
        ...(hasDebuggingPort ? ['--remote-debugging-port=0'] : []),
      ]),
      viewport: null,
      colorScheme: null,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await seen(page).catch(() => undefined);
    await context.close().catch(() => undefined);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
