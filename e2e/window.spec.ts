import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';
import { killTree } from './process-tree.ts';

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

test('a window closed by the partner lets the page save, and remembers its place', async ({ idle: app }) => {
  try {
    await app.startOn(name);
    await app.page.mouse.click(300, 8);
    const session = await app.page.context().newCDPSession(app.page);
    // As the button of the window does, with its question to the page; there is no answer once the page is gone.
    session.send('Page.close').catch(() => undefined);
    expect(await app.ended()).toBe(0);
    expect(JSON.parse(readFileSync(path.join(app.userData, 'window.json'), 'utf8'))).toMatchObject({ width: 1440 });
  } finally {
    await app.kill();
  }
});
