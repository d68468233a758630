import { app, Menu } from '../../electron/chromium-runtime/electron.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { type Check, menuItems, preferences } from './probes.ts';
import { windowFaults } from './window-faults.ts';

/** What the program asked of the runtime: options, schemes, channels, menu. */
export const optionChecks: readonly Check[] = [
  { promise: '2 no Node in the page', holds: (window) => !windowFaults(window.options).includes('2 Node') },
  { promise: '3 the context is isolated', holds: (window) => preferences(window).contextIsolation === true },
  {
    promise: '4 pages are sandboxed',
    holds: (window) => preferences(window).sandbox === true && registrations.isSandboxed,
  },
  { promise: '6 web security is on', holds: (window) => preferences(window).webSecurity === true },
  { promise: '8 no insecure content', holds: (window) => preferences(window).allowRunningInsecureContent !== true },
  { promise: '9 no experimental features', holds: (window) => preferences(window).experimentalFeatures !== true },
  {
    promise: '10 no Blink features switched on',
    holds: (window) => !windowFaults(window.options).includes('10 Blink features'),
  },
  {
    promise: '11 no webviews, hence none that open windows',
    holds: (window) => preferences(window).webviewTag === false,
  },
  {
    promise: 'developer tools are closed in a packaged program',
    holds: (window) => preferences(window).devTools === false,
  },
  { promise: 'nothing else of the window is loosened', holds: (window) => windowFaults(window.options).length === 0 },
  { promise: '17 one channel', holds: () => [...registrations.ipcHandlers.keys()].join() === 'call' },
  {
    promise: '18 an own scheme with no more rights than it needs',
    holds: () =>
      JSON.stringify([...registrations.schemes]) ===
      JSON.stringify([['app', { standard: true, secure: true, supportFetchAPI: true }]]),
  },
  { promise: 'nothing is fetched for spelling', holds: (window) => preferences(window).spellcheck === false },
  { promise: 'one program at a time', holds: () => app.hasSingleInstanceLock() },
  {
    promise: 'the window is frameless, with room for its own bar',
    holds: ({ options }) =>
      options.titleBarStyle === 'hidden' &&
      typeof options.titleBarOverlay === 'object' &&
      options.titleBarOverlay.height === 36 &&
      options.minWidth === 960 &&
      options.minHeight === 640,
  },
  {
    promise: 'the window has the colour of the paper from its first moment',
    holds: ({ options }) => options.backgroundColor === '#faf7f3',
  },
  {
    promise: 'no developer tools and no way to load anew in the menu',
    holds: () =>
      menuItems(Menu.getApplicationMenu()?.template ?? []).every(
        ({ role, accelerator }) =>
          !['toggleDevTools', 'reload', 'forceReload', 'viewMenu'].includes(role ?? '') &&
          !/F12|Shift\+I$|Alt\+I$/i.test(accelerator ?? ''),
      ),
  },
  {
    promise: 'the menu speaks, and leaves the keys to the page',
    holds: () => {
      const items = menuItems(Menu.getApplicationMenu()?.template ?? []);
      return (
        items.length > 20 &&
        items.every((item) => item.type === 'separator' || Boolean(item.label)) &&
        items.every((item) => item.accelerator === undefined || item.registerAccelerator === false)
      );
    },
  },
];
