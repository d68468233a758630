import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { killTree, processTree } from './process-tree.ts';

/** A display of its own, so that the window of the program can be tested anywhere. */
const hasDisplays = spawnSync('Xvfb', ['-help']).error === undefined;

let display: ChildProcess | null = null;
let name = '';

test.beforeAll(async () => {
  test.skip(!hasDisplays, 'skipped: no Xvfb');
  display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (display.stdout === null) throw new Error('Xvfb has no output');
  const [number]: readonly unknown[] = await once(display.stdout, 'data');
  name = `:${String(number).trim()}`;
});

test.afterAll(() => {
  if (display?.pid !== undefined) killTree(display.pid);
});

test('the program has a window of its own, without the parts of a browser', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    expect(await app.page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
    expect(await app.call('settings.ping', {})).toEqual({ ok: true });
    // Keys that arrive over the pipe never reach the browser around the page: what the page leaves to it is looked at.
    const left = await app.page.evaluateHandle(() => {
      const codes: string[] = [];
      window.addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) codes.push(event.code);
      });
      return codes;
    });
    for (const key of ['Control+KeyN', 'Control+KeyT', 'Control+KeyP', 'F5', 'F9']) await app.page.keyboard.press(key);
    const ours = await left.jsonValue();
    expect(ours.filter((code) => !code.startsWith('Control'))).toEqual(['F9']);
    expect(app.problems()).toEqual([]);
  } finally {
    await app.kill();
  }
});

/** As the button of the window does, with its question to the page; there is no answer once the page is gone. */
async function closeAsPartner(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.send('Page.close').catch(() => undefined);
}

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

async function driverBounds(page: Page): Promise<object> {
  const driver = await page.context().newCDPSession(page);
  return (await driver.send('Browser.getWindowForTarget')).bounds;
}

test('a window closed by the partner lets the page save, and remembers its place', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    await app.page.mouse.click(300, 8);
    const session = await app.page.context().newCDPSession(app.page);
    const { windowId } = await session.send('Browser.getWindowForTarget');
    // Chromium may still be giving the window its first size, over the one that is asked for here.
    await expect(async () => {
      await session.send('Browser.setWindowBounds', {
        windowId,
        bounds: { left: 40, top: 30, width: 1200, height: 800 },
      });
      await app.page.waitForTimeout(1000);
      expect(await app.page.evaluate(() => [window.outerWidth, window.outerHeight])).toEqual([1200, 800]);
    }).toPass();
    // Behind the page's word of its new size: when this is answered, the program has heard it.
    await app.call('settings.ping', {});
    await closeAsPartner(app.page);
    expect(await app.ended()).toBe(0);
    await app.startOn(name);
    const bounds = () =>
      app.page.evaluate(() => [window.screenX, window.screenY, window.outerWidth, window.outerHeight]);
    await expect.poll(bounds).toEqual([40, 30, 1200, 800]);
  } finally {
    await app.kill();
  }
});

test('larger text fills the window, also after it got another size; its place is remembered all the same', async ({
  idle: app,
}) => {
  try {
    await app.startOn(name);
    const { page } = app;
    const inner = () => page.evaluate(() => [window.innerWidth, window.innerHeight]);
    const driver = await page.context().newCDPSession(page);
    const { windowId } = await driver.send('Browser.getWindowForTarget');
    const resize = (width: number, height: number) =>
      driver.send('Browser.setWindowBounds', { windowId, bounds: { left: 40, top: 30, width, height } });
    await page.getByRole('textbox', { name: 'Agency' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
    await resize(1240, 820);
    await expect.poll(async () => (await inner())[0]).toBe(1240);
    const [, usual = 0] = await inner();
    await page.keyboard.press('Control+Comma');
    await page.getByRole('radio', { name: '130\u00a0%' }).click();
    await expect.poll(inner).toEqual([Math.round(1240 / 1.3), Math.round(usual / 1.3)]);
    await resize(1300, 820);
    await expect.poll(inner).toEqual([1000, Math.round(usual / 1.3)]);
    // The pointer, which moves over the window and not over the page, still hits what is under it.
    const { x, y, width, height } = (await page.getByRole('radio', { name: '115\u00a0%' }).boundingBox()) ?? nowhere;
    await page.mouse.click((x + width / 2) * 1.3, (y + height / 2) * 1.3);
    await expect.poll(inner).toEqual([Math.round(1300 / 1.15), Math.round(usual / 1.15)]);
    await app.call('settings.ping', {});
    await closeAsPartner(page);
    expect(await app.ended()).toBe(0);
    await app.startOn(name);
    const outer = () => driverBounds(app.page);
    await expect.poll(outer).toMatchObject({ left: 40, top: 30, width: 1300, height: 820 });
    await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(Math.round(1300 / 1.15));
  } finally {
    await app.kill();
  }
});

test('neither the way back nor a link leads out of the program or ends it', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    await app.page.waitForLoadState('load');
    await app.page.mouse.click(300, 8);
    for (const leave of [
      `history.back()`,
      `location.href = 'https://evil.example/'`,
      `location.href = URL.createObjectURL(new Blob(['evil'], { type: 'text/html' }))`,
      `window.open('')`,
    ]) {
      await app.page.evaluate(`setTimeout(() => { ${leave} }, 0)`);
      // A question about closing would be answered by then.
      await app.page.waitForTimeout(500);
      await expect(app.page.locator('#root > *').first()).toBeAttached();
      await expect.poll(() => app.page.context().pages().length).toBe(1);
      expect(await app.call('settings.ping', {})).toEqual({ ok: true });
    }
    // After all that, closing still asks the page first.
    await closeAsPartner(app.page);
    expect(await app.ended()).toBe(0);
    expect(existsSync(path.join(app.userData, 'window.json'))).toBe(true);
  } finally {
    await app.kill();
  }
});

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

test('until its page is there, the window is a sheet of paper', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    const opened = processTree(app.pid).flatMap((pid) => /--app=([^\0]*)/.exec(commandLine(pid))?.[1] ?? []);
    expect(new Set(opened)).toEqual(new Set(['data:text/html,<style>html{background:%23faf7f3}</style>']));
  } finally {
    await app.kill();
  }
});

test('a page that crashed comes back in its window', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    await expect(app.page.getByRole('textbox', { name: 'Agency' })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
    const port = path.join(app.userData, 'chromium/DevToolsActivePort');
    rmSync(port);
    const renderers = processTree(app.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
    expect(renderers).not.toEqual([]);
    for (const pid of renderers) process.kill(pid, 'SIGSEGV');
    await expect.poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n')).toBe(true);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`);
    const page = await expect
      .poll(() => browser.contexts()[0]?.pages()[0]?.url())
      .toContain('/index.html')
      .then(() => browser.contexts()[0]?.pages()[0]);
    if (!page) throw new Error('The window has no page');
    await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
    await closeAsPartner(page);
    expect(await app.ended()).toBe(0);
  } finally {
    await app.kill();
  }
});
