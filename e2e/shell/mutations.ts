/** A deliberate mistake in a built file, which the checks or the runtime must catch. */
export interface Mutation {
  readonly mistake: string;
  readonly file: 'main.js' | 'preload.cjs';
  readonly from: string | RegExp;
  readonly to: string;
}

const main = (mistake: string, from: string | RegExp, to: string): Mutation => ({ mistake, file: 'main.js', from, to });
const preload = (mistake: string, from: string | RegExp, to: string): Mutation => ({
  mistake,
  file: 'preload.cjs',
  from,
  to,
});

export const mutations: readonly Mutation[] = [
  main('sandbox off', 'sandbox: true', 'sandbox: false'),
  main('isolation off', 'contextIsolation: true', 'contextIsolation: false'),
  main('Node in the page', 'nodeIntegration: false', 'nodeIntegration: true'),
  main('web security off', 'webSecurity: true', 'webSecurity: false'),
  main('webviews on', 'webviewTag: false', 'webviewTag: true'),
  main('spelling dictionaries from the network', 'spellcheck: false', 'spellcheck: true'),
  main('sandbox not asked for', 'app.enableSandbox();', ''),
  main('policy dropped', '"content-security-policy": contentPolicy,', ''),
  main('policy allows inline scripts', "`script-src 'self'`", "`script-src 'self' 'unsafe-inline'`"),
  main('policy allows eval', "`script-src 'self'`", "`script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'`"),
  main('policy allows connections', "`connect-src 'none'`", '`connect-src *`'),
  main('policy without its default', "`default-src 'none'`,", ''),
  main('nonce is a constant', /randomBytes\(16\)\.toString\("base64"\)/g, '"AAAAAAAAAAAAAAAAAAAAAAAA"'),
  main('permissions granted', 'decide(false)', 'decide(true)'),
  main('permission checks pass', 'setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)'),
  main('permissions not handled', /session\.setPermissionRequestHandler\([^\n]*\n/, ''),
  main('devices granted', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'),
  main('downloads pass', /session\.on\("will-download"[^\n]*\n/, ''),
  main('requests pass', /decide\(\{ cancel: !/, 'decide({ cancel: false && !'),
  main('requests to http pass', '"devtools:"', '"devtools:", "http:"'),
  main('new windows allowed', 'action: "deny"', 'action: "allow"'),
  main('new windows not handled', /contents\.setWindowOpenHandler\([^\n]*\n/, ''),
  main('navigation allowed', /contents\.on\("will-navigate"[^\n]*\n/, ''),
  main(
    'navigation allowed to https',
    /contents\.on\("will-navigate"[^\n]*\n/,
    'contents.on("will-navigate", (event) => { if (!event.url.startsWith("https:")) event.preventDefault(); });\n',
  ),
  main('redirects allowed', /contents\.on\("will-redirect"[^\n]*\n/, ''),
  main('webviews attached', /contents\.on\("will-attach-webview"[^\n]*\n/, ''),
  main('contents not guarded', /app\.on\("web-contents-created"[^\n]*\n/, ''),
  main('sender not checked', 'isOurPage(event) ?', 'true ?'),
  main('sender’s frame not checked', 'senderFrame.parent === null', 'true'),
  main('sender’s contents not checked', 'sender === window?.webContents', 'true'),
  main(
    'sender compared by its beginning',
    'isProgramPage(senderFrame.url)',
    'senderFrame.url.startsWith("app://rapport")',
  ),
  main('sender compared by URL.origin', 'url.protocol === pageOrigin.protocol', 'url.origin === "app://rapport"'),
  main('host not compared', 'url.host === pageOrigin.host', 'true'),
  main('path not compared', 'url.pathname === "/index.html"', 'true'),
  main('wrong preload path', '"preload.cjs"', '"preload.js"'),
  main('preload by a relative path', 'path.join(import.meta.dirname, "preload.cjs")', '"./preload.cjs"'),
  main('files outside the build served', /if \(!\/\^[^\n]*return null;/, ''),
  main('other hosts served', 'address.host !== pageOrigin.host', 'false'),
  main('channel renamed in main', 'ipcMain.handle("call"', 'ipcMain.handle("calls"'),
  main('a second handler', 'ipcMain.handle("call"', 'ipcMain.handle("call", () => 1); ipcMain.handle("call"'),
  main('an answer that cannot be cloned', 'backend.call(name, input) :', '{ ok: true, value: () => 1 } :'),
  main('no single-instance lock', 'app.requestSingleInstanceLock()', 'true'),
  main('a second start does nothing', 'focusWindow(window);', ';'),
  main(
    'scheme registered too late',
    'protocol.registerSchemesAsPrivileged(',
    'await app.whenReady(); protocol.registerSchemesAsPrivileged(',
  ),
  main('scheme not secure', 'secure: true', 'secure: false'),
  main('scheme above the policy', 'supportFetchAPI: true', 'supportFetchAPI: true, bypassCSP: true'),
  main('window before ready', 'await app.whenReady();', ''),
  main('unknown menu role', '"selectAll"', '"selectEverything"'),
  main('menu takes the keys', 'registerAccelerator: false', 'registerAccelerator: true'),
  main('the page is not told of closing', '"before-close"', '"closing"'),
  main('a page that does not answer keeps the window open', /setTimeout\(\(\) => closeWindow\(window\)[^\n]*\n/, ''),
  preload('channel renamed in preload', '"call"', '"calls"'),
  preload('the event passed on', 'listener(message)', 'listener(_event, message)'),
  preload('ipcRenderer in the page', 'platform:', 'ipcRenderer: electron.ipcRenderer, platform:'),
  preload('more than electron required', /^/, 'require("node:fs");\n'),
  preload('an ES module', 'let electron = require("electron");', 'import * as electron from "electron";'),
  preload('another name in the page', '"rapport"', '"bridge"'),
];
