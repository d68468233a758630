import { BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { type Check, inPage, page } from './probes.ts';

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
    holds: async (window) => {
      await inPage(
        window,
        `{ location.href = 'https://evil.example/'; await new Promise((resolve) => setTimeout(resolve, 150)); }`,
      );
      return window.webContents.getURL() === page;
    },
  },
  {
    promise: '14 a real attempt to open one fails',
    holds: async (window) => {
      await inPage(
        window,
        `{ window.open('https://evil.example/'); await new Promise((resolve) => setTimeout(resolve, 150)); }`,
      );
      return BrowserWindow.getAllWindows().length === 1;
    },
  },
  {
    promise: '20 the page gets four functions and no more',
    holds: async (window) =>
      (await inPage(
        window,
        `Object.keys(window.rapport).sort().join() + typeof window.electron + typeof window.ipcRenderer`,
      )) === 'call,onChanged,onCommand,platformundefinedundefined',
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
      const got = inPage(
        window,
        `new Promise((resolve) => { window.rapport.onCommand((...values) => resolve(JSON.stringify(values))); setTimeout(() => resolve('nothing'), 2000); })`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      window.webContents.send('command', 'palette');
      return (await got) === '["palette"]';
    },
  },
  {
    promise: 'a closing window lets the page save first',
    holds: async (window) => {
      // From here on nobody hears the page: the window has to wait for it, and not for ever.
      registrations.ipcHandlers.clear();
      const got = inPage(
        window,
        `new Promise((resolve) => { window.rapport.onCommand((command) => resolve(command)); setTimeout(() => resolve('nothing'), 2000); })`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      window.close();
      return (await got) === 'before-close' && !window.isDestroyed();
    },
  },
  {
    promise: 'and closes even when the page does not answer',
    holds: async (window) => {
      await new Promise((resolve) => setTimeout(resolve, 2300));
      return window.isDestroyed();
    },
  },
];
