/** A deliberate mistake in a built file, which the checks or the runtime must catch. */
export interface Mutation {
  readonly mistake: string;
  readonly file: 'main.js' | 'preload.cjs';
  readonly from: string | RegExp;
  readonly to: string;
  /** Every promise that is broken by it: a mistake caught by chance is not caught. */
  readonly breaks: readonly string[];
  /** Words of the runtime, which goes no further then. */
  readonly refusal?: string;
}

type Making = (mistake: string, from: string | RegExp, to: string, ...words: readonly string[]) => Mutation;

const breaking =
  (file: Mutation['file']): Making =>
  (mistake, from, to, ...breaks) => ({ mistake, file, from, to, breaks });
const stopping =
  (file: Mutation['file']): Making =>
  (mistake, from, to, refusal = '') => ({ mistake, file, from, to, breaks: [], refusal });

const main = breaking('main.js');
const preload = breaking('preload.cjs');
const refusedMain = stopping('main.js');
const refusedPreload = stopping('preload.cjs');

/** Caught in the main process alone, before there is a page. */
export const mistakesOfMain: readonly Mutation[] = [
  refusedMain('sandbox off', 'sandbox: true', 'sandbox: false', 'a window without a sandbox'),
  refusedMain(
    'isolation off',
    'contextIsolation: true',
    'contextIsolation: false',
    'a window without context isolation',
  ),
  refusedMain('Node in the page', 'nodeIntegration: false', 'nodeIntegration: true', 'a window with Node in its page'),
  refusedMain('web security off', 'webSecurity: true', 'webSecurity: false', 'a window without web security'),
  refusedMain('webviews on', 'webviewTag: false', 'webviewTag: true', 'a window with webviews'),
  main(
    'spelling dictionaries from the network',
    'spellcheck: false',
    'spellcheck: true',
    'nothing else of the window is loosened',
    'nothing is fetched for spelling',
  ),
  main(
    'developer tools for everybody',
    'devTools: !app.isPackaged',
    'devTools: true',
    'developer tools are closed in a packaged program',
    'nothing else of the window is loosened',
  ),
  main(
    'developer tools in the menu',
    'role: "selectAll"',
    'role: "toggleDevTools"',
    'no developer tools and no way to load anew in the menu',
  ),
  main('sandbox not asked for', 'app.enableSandbox();', '', '4 pages are sandboxed'),
  main(
    'policy dropped',
    '"content-security-policy": contentPolicy,',
    '',
    '7 the page has a strict policy',
    '7 the nonce is fresh for every load',
    '7 every file has a policy',
  ),
  main(
    'policy allows eval',
    "`script-src 'self'`",
    "`script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'`",
    '7 the page has a strict policy',
  ),
  main('policy allows connections', "`connect-src 'none'`", '`connect-src *`', '7 the page has a strict policy'),
  main(
    'policy without its default',
    "`default-src 'none'`,",
    '',
    '7 the page has a strict policy',
    '7 every file has a policy',
  ),
  main(
    'nonce is a constant',
    /randomBytes\(16\)\.toString\("base64"\)/g,
    '"AAAAAAAAAAAAAAAAAAAAAAAA"',
    '7 the nonce is fresh for every load',
  ),
  main('permissions granted', 'decide(false)', 'decide(true)', '5 permissions are denied'),
  main(
    'permission checks pass',
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
    '5 permissions are denied',
  ),
  refusedMain(
    'permissions not handled',
    /session\.setPermissionRequestHandler\([^\n]*\n/,
    '',
    'a window before both permission handlers are set',
  ),
  main(
    'devices granted',
    'setDevicePermissionHandler(() => false)',
    'setDevicePermissionHandler(() => true)',
    '5 devices are denied',
  ),
  main('downloads pass', /session\.on\("will-download"[^\n]*\n/, '', '5 downloads are denied'),
  main(
    'requests pass',
    /decide\(\{ cancel: !/,
    'decide({ cancel: false && !',
    '1 requests to anywhere else are cut off',
  ),
  main('requests to http pass', '"devtools:"', '"devtools:", "http:"', '1 requests to anywhere else are cut off'),
  main('new windows allowed', 'action: "deny"', 'action: "allow"', '14 no new windows'),
  main('new windows not handled', /contents\.setWindowOpenHandler\([^\n]*\n/, '', '14 no new windows'),
  main('navigation allowed', /contents\.on\("will-navigate"[^\n]*\n/, '', '13 the page stays where it is'),
  main(
    'navigation allowed to https',
    /contents\.on\("will-navigate"[^\n]*\n/,
    'contents.on("will-navigate", (event) => { if (!event.url.startsWith("https:")) event.preventDefault(); });\n',
    '13 the page stays where it is',
  ),
  main('redirects allowed', /contents\.on\("will-redirect"[^\n]*\n/, '', '13 redirects are refused'),
  main('webviews attached', /contents\.on\("will-attach-webview"[^\n]*\n/, '', '12 a webview would be refused'),
  main(
    'contents not guarded',
    /app\.on\("web-contents-created"[^\n]*\n/,
    '',
    '12 a webview would be refused',
    '13 the page stays where it is',
    '13 redirects are refused',
    '14 no new windows',
  ),
  main(
    'links to anywhere opened',
    'url?.protocol !== "https:" && url?.protocol !== "mailto:"',
    'url === null',
    '15 nothing but https and mailto is opened outside',
  ),
  main(
    'the bar keeps the colours it had',
    'nativeTheme.on("updated"',
    'nativeTheme.on("never"',
    'the bar of the window follows the theme of the system',
  ),
  main(
    'sender not checked',
    'isOurPage(event, contents()) ?',
    'true ?',
    '17 nobody else is',
    '17 no frame inside the page',
    '17 no frame that is gone',
    '17 no other contents',
  ),
  main('sender’s frame not checked', 'senderFrame.parent === null', 'true', '17 no frame inside the page'),
  main('sender’s contents not checked', 'sender === contents', 'true', '17 no other contents'),
  main(
    'sender compared by its beginning',
    'isProgramPage(senderFrame.url)',
    'senderFrame.url.startsWith("app://rapport")',
    '17 nobody else is',
  ),
  main(
    'sender compared by URL.origin',
    'url.protocol === pageOrigin.protocol',
    'url.origin === "app://rapport"',
    '17 our page is answered',
    '15 nothing but https and mailto is opened outside',
    'the system-wide shortcut brings the window to the quick note',
    'the keys of the system-wide shortcut are given back',
  ),
  main('host not compared', 'url.host === pageOrigin.host', 'true', '17 nobody else is'),
  main('path not compared', 'url.pathname === "/index.html"', 'true', '17 nobody else is'),
  refusedMain('wrong preload path', '"preload.cjs"', '"preload.js"', 'there is no preload file'),
  refusedMain(
    'preload by a relative path',
    'path.join(import.meta.dirname, "preload.cjs")',
    '"./preload.cjs"',
    'the preload path is not absolute',
  ),
  main(
    'files outside the build served',
    'function fileOfBuild(root, pathname) {',
    'function fileOfBuild(root, pathname) { return path.join(root, decodeURIComponent(pathname));',
    '18 only files of the build are served',
  ),
  main('other hosts served', 'address.host !== pageOrigin.host', 'false', '18 only files of the build are served'),
  main(
    'channel renamed in main',
    'ipcMain.handle("call"',
    'ipcMain.handle("calls"',
    '17 one channel',
    '17 our page is answered',
    '15 nothing but https and mailto is opened outside',
    'the system-wide shortcut brings the window to the quick note',
    'the keys of the system-wide shortcut are given back',
  ),
  refusedMain(
    'a second handler',
    'ipcMain.handle("call"',
    'ipcMain.handle("call", () => 1); ipcMain.handle("call"',
    "attempted to register a second handler for 'call'",
  ),
  main('no single-instance lock', 'app.requestSingleInstanceLock()', 'true', 'one program at a time'),
  main(
    'a second start does nothing',
    /focusWindow\(window(?:\$\d)?\);/,
    ';',
    'a second start brings the window forward',
  ),
  main(
    'the system-wide shortcut leads elsewhere',
    'comeForward("quick-note-anywhere")',
    'comeForward("palette")',
    'the system-wide shortcut brings the window to the quick note',
  ),
  main(
    'the keys of the shortcut stay taken',
    /system\.unregister\([^\n]*/,
    ';',
    'the keys of the system-wide shortcut are given back',
  ),
  refusedMain(
    'scheme registered too late',
    'protocol.registerSchemesAsPrivileged([{',
    'const tooLate = (schemes) => app.whenReady().then(() => protocol.registerSchemesAsPrivileged(schemes)); tooLate([{',
    'not registered as standard and secure',
  ),
  refusedMain(
    'scheme not secure',
    'secure: true',
    'secure: false',
    'the scheme "app" is not registered as standard and secure',
  ),
  refusedMain(
    'scheme above the policy',
    'supportFetchAPI: true',
    'supportFetchAPI: true, bypassCSP: true',
    'the scheme "app" bypasses the content security policy',
  ),
  refusedMain('window before ready', 'await app.whenReady();', '', 'Session can only be received when app is ready'),
  refusedMain(
    'unknown menu role',
    'role: "selectAll"',
    'role: "selectEverything"',
    'unknown menu role "selectEverything"',
  ),
  main(
    'menu takes the keys',
    'registerAccelerator: false',
    'registerAccelerator: true',
    'the menu speaks, and leaves the keys to the page',
  ),
  refusedPreload('more than electron required', /^/, 'require("node:fs");\n', 'the preload requires "node:fs"'),
  refusedPreload(
    'an ES module',
    'let electron = require("electron");',
    'import * as electron from "electron";',
    'a sandboxed preload is CommonJS',
  ),
];

/** Caught only where a page is. */
export const mistakesOnPage: readonly Mutation[] = [
  main(
    'scripts run where it prints',
    'javascript: false',
    'javascript: true',
    '12 the window that prints is closed again, and as locked down as the other one',
  ),
  refusedMain(
    'policy allows inline scripts',
    "`script-src 'self'`",
    "`script-src 'self' 'unsafe-inline'`",
    'an unsafe content security policy',
  ),
  refusedMain(
    'navigation allowed to what needs no request',
    /contents\.on\("will-navigate"[^\n]*\n/,
    'contents.on("will-navigate", (event) => { if (!event.url.startsWith("blob:")) event.preventDefault(); });\n',
    'the page may leave for blob:',
  ),
  refusedMain(
    'new windows allowed that need no request',
    'contents.setWindowOpenHandler(() => ({ action: "deny" }))',
    'contents.setWindowOpenHandler(({ url }) => ({ action: url === "about:blank" ? "allow" : "deny" }))',
    'a second window for about:blank',
  ),
  refusedMain(
    'an answer that cannot be cloned',
    'answer(name, input) :',
    'Promise.resolve({ ok: true, value: () => 1 }) :',
    "the answer of 'call' is no plain data (structured clone)",
  ),
  main('the page is not told of closing', '"before-close"', '"closing"', 'a closing window lets the page save first'),
  main(
    'a page that does not answer keeps the window open',
    /setTimeout\(\(\) => closeWindow\(window\)/,
    'setTimeout(() => window',
    'and closes even when the page does not answer',
  ),
  main(
    'a press on the notification does not lead to Attention',
    'comeForward("attention")',
    'comeForward("palette")',
    'a press on the notification brings the window to Attention',
  ),
  main(
    'nor does it bring the window forward',
    'withWindow(focusWindow)',
    'withWindow(() => void 0)',
    'a press on the notification brings the window to Attention',
    'the system-wide shortcut brings the window to the quick note',
  ),
  preload(
    'channel renamed in preload',
    '"call"',
    '"calls"',
    'the page answers',
    '12 the window that prints is closed again, and as locked down as the other one',
  ),
  preload(
    'the event passed on',
    'listener(message)',
    'listener(_event, message)',
    '20 listeners get the message and never the event',
    'a press on the notification brings the window to Attention',
    'a closing window lets the page save first',
  ),
  preload(
    'ipcRenderer in the page',
    'platform:',
    'ipcRenderer: electron.ipcRenderer, platform:',
    '20 the page gets five names and no more',
  ),
  preload(
    'the page cannot be zoomed',
    'electron.webFrame.setZoomFactor(factor)',
    'undefined',
    'the page is shown larger when it asks for it, and as before again',
  ),
  preload(
    'another name in the page',
    '"rapport"',
    '"bridge"',
    'the page answers',
    '12 the window that prints is closed again, and as locked down as the other one',
    '20 the page gets five names and no more',
    '20 the bridge cannot be changed',
    '20 listeners get the message and never the event',
    'the page is shown larger when it asks for it, and as before again',
    'a press on the notification brings the window to Attention',
    'a closing window lets the page save first',
  ),
];
