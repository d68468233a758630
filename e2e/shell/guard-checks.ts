import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, globalShortcut, nativeTheme, session } from '../../electron/chromium-runtime/electron.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { RuntimeEvent } from '../../electron/chromium-runtime/runtime-event.ts';
import {
  type Check,
  all,
  callFrom,
  foreign,
  isCheckDenied,
  isCutOff,
  isPrevented,
  isRequestDenied,
  page,
  policyOf,
  served,
} from './probes.ts';

/** What the program answers to forged events, addresses and senders. */
export const guardChecks: readonly Check[] = [
  { promise: '1 only the program’s own content is loaded', holds: (window) => window.webContents.getURL() === page },
  {
    promise: '1 requests to anywhere else are cut off',
    holds: () =>
      all(
        [
          'http://a.example/',
          'https://a.example/',
          'ws://a.example/',
          'wss://a.example/',
          'ftp://a.example/',
          'file:///etc/passwd',
        ],
        isCutOff,
      ),
  },
  { promise: '1 the program’s own requests are not', holds: async () => !(await isCutOff(page)) },
  {
    promise: '5 permissions are denied',
    holds: (window) =>
      all(
        ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'fileSystem'],
        (permission) => isRequestDenied(window, permission) && isCheckDenied(window, permission),
      ),
  },
  {
    promise: '5 devices are denied',
    holds: () =>
      registrations.devicePermission !== null &&
      Reflect.apply(registrations.devicePermission, undefined, [{ deviceType: 'hid', origin: page, device: {} }]) ===
        false,
  },
  {
    promise: '5 downloads are denied',
    holds: () => {
      const event = new RuntimeEvent();
      session.defaultSession.emit('will-download', event, {});
      return event.defaultPrevented;
    },
  },
  {
    promise: '7 the page has a strict policy',
    holds: async () => {
      const policy = await policyOf(page);
      return (
        [
          `default-src 'none'`,
          `script-src 'self'`,
          `connect-src 'none'`,
          `font-src 'self'`,
          `img-src 'self' data:`,
          `frame-src 'self'`,
          `base-uri 'none'`,
          `form-action 'none'`,
          `frame-ancestors 'none'`,
        ].every((directive) => policy.includes(directive)) &&
        policy.some((directive) => /^style-src 'self' 'nonce-[\w+/=]{20,}'$/.test(directive))
      );
    },
  },
  {
    promise: '7 the nonce is fresh for every load',
    holds: async () => (await policyOf(page)).join() !== (await policyOf(page)).join(),
  },
  {
    promise: '7 every file has a policy',
    holds: async () => (await policyOf('app://rapport/icon.svg')).includes(`default-src 'none'`),
  },
  { promise: '12 a webview would be refused', holds: (window) => isPrevented(window, 'will-attach-webview', {}) },
  {
    promise: '13 the page stays where it is',
    holds: (window) =>
      all([...foreign, 'app://rapport/document/1', page], (url) => isPrevented(window, 'will-navigate', { url })),
  },
  {
    promise: '13 redirects are refused',
    holds: (window) => isPrevented(window, 'will-redirect', { url: 'https://example.com/' }),
  },
  {
    promise: '14 no new windows',
    holds: (window) => all([...foreign, page], (url) => window.webContents.askToOpen(url).action === 'deny'),
  },
  {
    promise: '17 our page is answered',
    holds: async ({ webContents }) => (await callFrom(webContents, { url: page, parent: null })) === 'answered',
  },
  {
    promise: '17 nobody else is',
    holds: ({ webContents }) =>
      all(
        [
          'https://rapport/index.html',
          'https://example.com/',
          'app://other/index.html',
          'app://rapport.evil/index.html',
          'app://rapport:1/index.html',
          'app://rapport/document/1',
          'apps://rapport/index.html',
          'not an address',
        ],
        async (url) => (await callFrom(webContents, { url, parent: null })) === 'refused',
      ),
  },
  {
    promise: '17 no frame inside the page',
    holds: async ({ webContents }) =>
      (await callFrom(webContents, { url: page, parent: { url: page, parent: null } })) === 'refused',
  },
  {
    promise: '17 no frame that is gone',
    holds: async ({ webContents }) => (await callFrom(webContents, null)) === 'refused',
  },
  {
    promise: '17 no other contents',
    holds: async () => (await callFrom({}, { url: page, parent: null })) === 'refused',
  },
  {
    promise: '15 nothing but https and mailto is opened outside',
    holds: async ({ webContents }, folder) => {
      for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'https://a.example/'])
        await callFrom(webContents, { url: page, parent: null }, 'settings.openLink', { address });
      const opened = readFileSync(path.join(folder, 'desk/log.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('"opened"'));
      return opened.join() === '{"opened":"https://a.example/"}';
    },
  },
  {
    promise: '18 only files of the build are served',
    holds: () =>
      all(
        [
          'app://rapport/../package.json',
          'app://rapport/%2e%2e%2fpackage.json',
          'app://rapport/..%2f..%2fpackage.json',
          'app://rapport/..%5c..%5cpackage.json',
          'app://rapport/%2e%2e/electron/main.js',
          'app://rapport/..%2felectron%2fmain.js',
          'app://rapport/%00',
          'app://rapport/%',
          'app://rapport//etc/passwd',
          'app://rapport/.htaccess',
          'app://other/index.html',
          'app://rapport/',
          'app://rapport/missing.js',
        ],
        async (address) => (await served(address)).status === 404,
      ),
  },
  {
    promise: '18 what belongs to the build is',
    holds: async () => (await served('app://rapport/icon.svg')).status === 200,
  },
  {
    promise: 'the bar of the window follows the theme of the system',
    holds: (window) => {
      const colours: unknown[] = [];
      Reflect.set(window, 'setTitleBarOverlay', ({ color }: Electron.TitleBarOverlayOptions) => colours.push(color));
      nativeTheme.themeSource = 'dark';
      nativeTheme.themeSource = 'system';
      return colours.join() === '#1a1613,#faf7f3';
    },
  },
  {
    promise: 'a second start brings the window forward',
    holds: (window) => {
      let isFocused = false;
      window.focus = () => {
        isFocused = true;
      };
      app.emit('second-instance', new RuntimeEvent(), [], '/', null);
      return isFocused;
    },
  },
  {
    promise: 'the system-wide shortcut brings the window to the quick note',
    holds: async (window) => {
      const seen: unknown[] = [];
      window.focus = () => seen.push('focus');
      Reflect.set(window.webContents, 'send', (...sent: readonly unknown[]) => seen.push(...sent));
      globalShortcut.register = (_keys, press) => {
        press();
        return true;
      };
      const input = { keys: 'Mod+Shift+Space' };
      await callFrom(window.webContents, { url: page, parent: null }, 'settings.setSystemShortcut', input);
      Reflect.deleteProperty(window.webContents, 'send');
      return seen.join() === 'focus,command,quick-note-anywhere';
    },
  },
  {
    promise: 'the keys of the system-wide shortcut are given back',
    holds: async ({ webContents }) => {
      const free: string[] = [];
      globalShortcut.unregister = (keys) => free.push(keys);
      await callFrom(webContents, { url: page, parent: null }, 'settings.setSystemShortcut', { keys: null });
      return free.join() === 'CommandOrControl+Shift+Space';
    },
  },
];
