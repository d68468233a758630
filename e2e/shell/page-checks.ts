import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { openedWindows } from './opened-windows.ts';
import { callFrom, type Check, inPage, page, type Window } from './probes.ts';
import { windowFaults } from './window-faults.ts';

/** Addresses as a script writes them: some need a request, some none. */
const elsewhere = [`'https://evil.example/'`, `URL.createObjectURL(new Blob(['evil'], { type: 'text/html' }))`];
const nowhere = [`''`, `'about:blank'`];

/** How long what must come may take, in milliseconds. */
const longest = 30_000;

async function until(isSo: () => boolean | Promise<boolean>, within = longest): Promise<void> {
  const end = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('Waited in vain');
    await wait(25);
  }
}

/** The program is asked, and the page is where it was. */
async function staysFrom(window: Window, address: string): Promise<boolean> {
  const asked = once(window.webContents, 'will-navigate', { signal: AbortSignal.timeout(longest) });
  // A document that left at once is gone before it can answer, and so is one that is about to be taken back.
  const answered = inPage(window, `{ location.href = ${address}; }`).catch(() => null);
  await asked;
  await answered;
  await until(
    async () =>
      window.webContents.getURL() === page &&
      (await inPage(window, `document.readyState`).catch(() => null)) === 'complete',
  );
  return true;
}

/** A page appears for a moment and is taken away. */
async function opensNothing(window: Window, address: string): Promise<boolean> {
  const context = window.webContents.page.context();
  const appeared = context.waitForEvent('page', { timeout: longest });
  await inPage(window, `{ window.open(${address}); }`);
  const opened = await appeared;
  await until(() => opened.isClosed());
  return context.pages().length === 1;
}

/** Resolves when the page listens, to a function that gives what it then hears first. */
async function heardCommand(window: Window): Promise<() => Promise<unknown>> {
  await inPage(
    window,
    `{ window.heard = new Promise((resolve) => window.rapport.onCommand((...values) => resolve(JSON.stringify(values)))); }`,
  );
  return () => inPage(window, `window.heard`);
}

/** Stands in for the desktop's: it is shown, and pressed a moment later. */
const pressedAtOnce = `{
  const Real = window.realNotification ??= Notification;
  window.Notification = class extends EventTarget {
    static get permission() { return Real.permission; }
    constructor() {
      super();
      window.permissionThen = Real.permission;
      setTimeout(() => this.dispatchEvent(new Event('show')), 10);
      setTimeout(() => this.dispatchEvent(new Event('click')), 50);
    }
  };
}`;

/** The program shows one and somebody presses it; gives what the page hears then. */
async function notificationPressed(window: Window): Promise<unknown> {
  await inPage(window, pressedAtOnce);
  const heard = await heardCommand(window);
  await callFrom(window.webContents, { url: page, parent: null }, 'health.showReminder');
  return heard();
}

/** What a page may ask of a browser, each as the answer it gets. */
const asked = `Promise.all([
  Notification.requestPermission(),
  navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied') ?? 'denied',
  new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), () => resolve('denied'), { timeout: 2000 })),
  navigator.clipboard?.readText().then(() => 'granted', () => 'denied') ?? 'denied',
  ...['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'storage-access'].map((name) =>
    navigator.permissions.query({ name }).then(({ state }) => (state === 'granted' ? 'granted' : 'denied'), () => 'denied'),
  ),
])`;

/** A link that saves what it leads to, pressed by a script. */
const downloaded = (address: string) =>
  `{ const link = document.createElement('a'); link.href = ${address}; link.download = 'taken.html'; document.body.append(link); link.click(); link.remove(); }`;

/** A file is let fall on the page, as a partner lets one fall beside the field it was meant for. */
async function dropsFile(window: Window, folder: string): Promise<boolean> {
  const { page: shown } = window.webContents;
  const file = path.join(folder, 'dropped.html');
  writeFileSync(file, '<script>document.title = "dropped"</script>');
  const session = await shown.context().newCDPSession(shown);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await wait(300);
  await session.detach();
  const title = await inPage(window, `document.title`);
  return window.webContents.getURL() === page && title !== 'dropped';
}

/** The plan of a client is printed, in a window that is closed again. */
async function printsPlan(window: Window, folder: string): Promise<boolean> {
  const ask = (name: string, input: object) =>
    inPage(window, `window.rapport.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  const client = { commandId: randomUUID(), name: 'Alder', stage: 'stable' };
  const id = /"card":\{"id":"([^"]+)"/.exec(JSON.stringify(await ask('board.createClient', client)))?.[1];
  writeFileSync(path.join(folder, 'desk/answer-1.json'), JSON.stringify(path.join(folder, 'drill.pdf')));
  const before = openedWindows().length;
  const saved = await ask('handoff.exportDrill', { clientId: id, successor: 'contractor', language: 'en' });
  const [printed, ...more] = openedWindows().slice(before);
  return (
    JSON.stringify(saved).includes('drill.pdf') &&
    more.length === 0 &&
    printed?.options.show === false &&
    printed.isDestroyed() &&
    windowFaults(printed.options).length === 0
  );
}

async function inTurn(items: readonly string[], holds: (item: string) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false;
  return true;
}

/** What a script in the page can and cannot do; the last check closes the window. */
export const pageChecks: readonly Check[] = [
  {
    promise: 'the page answers',
    holds: async (window) =>
      JSON.stringify(await inPage(window, `window.rapport.call('settings.ping', {})`)).includes('"ok":true'),
  },
  {
    promise: '2 no trace of Node in the page',
    holds: async (window) =>
      (await inPage(window, `[typeof require, typeof process, typeof module, typeof global, typeof Buffer].join()`)) ===
      'undefined,undefined,undefined,undefined,undefined',
  },
  {
    promise: '7 text is never run as code',
    holds: async (window) => (await inPage(window, `(0, eval)('1')`)) === 'refused: EvalError',
  },
  {
    promise: '7 an inline script does not run',
    holds: async (window) =>
      (await inPage(
        window,
        `{ const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.head.append(script); return window.ran === undefined; }`,
      )) === true,
  },
  {
    promise: '13 a real attempt to leave fails',
    holds: (window) => inTurn(elsewhere, (address) => staysFrom(window, address)),
  },
  {
    promise: '14 a real attempt to open one fails',
    holds: (window) => inTurn([...elsewhere, ...nowhere], (address) => opensNothing(window, address)),
  },
  {
    promise: '5 nothing that a page asks for is granted',
    holds: async (window) => {
      const answers = await inPage(window, asked);
      return Array.isArray(answers) && answers.length === 10 && answers.every((answer) => answer === 'denied');
    },
  },
  {
    promise: '5 nothing is downloaded',
    holds: async (window) => {
      const refused: string[] = [];
      window.webContents.page.on('download', (download) => {
        void download.failure().then((failure) => refused.push(failure ?? 'downloaded'));
      });
      const addresses = [`URL.createObjectURL(new Blob(['taken'], { type: 'text/html' }))`, `'data:text/html,taken'`];
      for (const address of addresses) await inPage(window, downloaded(address));
      await wait(500);
      return !refused.includes('downloaded') && window.webContents.getURL() === page;
    },
  },
  { promise: '13 a file that falls on the page does not take its place', holds: dropsFile },
  { promise: '12 the window that prints is closed again, and as locked down as the other one', holds: printsPlan },
  {
    promise: '20 the page gets five names and no more',
    holds: async (window) =>
      (await inPage(
        window,
        `Object.keys(window.rapport).sort().join() + typeof window.electron + typeof window.ipcRenderer`,
      )) === 'call,onChanged,onCommand,platform,zoomundefinedundefined',
  },
  {
    promise: '20 the bridge cannot be changed',
    holds: async (window) =>
      (await inPage(
        window,
        `{ try { window.rapport = 1; } catch {} try { window.rapport.call = 1; } catch {} return typeof window.rapport.call; }`,
      )) === 'function',
  },
  {
    promise: '20 listeners get the message and never the event',
    holds: async (window) => {
      const heard = await heardCommand(window);
      window.webContents.send('command', 'palette');
      return (await heard()) === '["palette"]';
    },
  },
  {
    promise: 'the page is shown larger when it asks for it, and as before again',
    holds: async (window) => {
      const widthAt = async (factor: number) => {
        const before = await inPage(window, `innerWidth`);
        await inPage(
          window,
          `{ const zoomed = new Promise((resolve) => { addEventListener('resize', resolve, { once: true }); setTimeout(resolve, 10_000); }); window.rapport.zoom(${factor}); return zoomed.then(() => true); }`,
        );
        return [before, await inPage(window, `innerWidth`)];
      };
      const [usual, smaller] = await widthAt(1.25);
      const [, again] = await widthAt(1);
      return typeof usual === 'number' && smaller === Math.round(usual / 1.25) && again === usual;
    },
  },
  {
    promise: 'a press on the notification brings the window to Attention',
    holds: async (window) => {
      let isFocused = false;
      window.focus = () => {
        isFocused = true;
      };
      return (await notificationPressed(window)) === '["attention"]' && isFocused;
    },
  },
  {
    promise: '5 the page may show no notification itself, also after the program has shown one',
    holds: async (window) => {
      await notificationPressed(window);
      const granted: unknown = await inPage(window, `[window.permissionThen, Notification.permission].join()`);
      return granted === 'granted,denied';
    },
  },
  {
    promise: 'a closing window lets the page save first',
    holds: async (window) => {
      // From here on nobody hears the page: the window has to wait for it, and not for ever.
      registrations.ipcHandlers.clear();
      const heard = await heardCommand(window);
      window.close();
      return (await heard()) === '["before-close"]' && !window.isDestroyed();
    },
  },
  {
    promise: 'and closes even when the page does not answer',
    holds: async (window) => {
      await until(() => window.isDestroyed(), 10_000);
      return true;
    },
  },
];
