import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, type Session, type WebContents } from 'electron';
import { documentPrint } from './document-print.ts';
import { pageAddress } from './backend/pages.ts';
import { titleBarHeight, windowColours } from './backend/theme-colours.ts';
import { boundsOnDesk, rememberBounds, rememberedBounds, smallestWindow } from './backend/window-bounds.ts';

const lockedDown = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true } as const;
// Electron fetches its dictionaries from the network; the program never talks to it. A packaged one has no developer tools.
const preferences = { ...lockedDown, spellcheck: false, webviewTag: false, devTools: !app.isPackaged } as const;

/** How long a page may be silent before its window closes anyway; one that answers decides itself. */
const longestSilence = 2000;

const silences = new WeakMap<BrowserWindow, NodeJS.Timeout>();

/** Denies whatever a page could ask of the session: permissions, devices, downloads, the network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !['app:', 'data:', 'blob:', 'devtools:'].includes(new URL(details.url).protocol) });
  });
}

/** No page leaves its address, opens a window or holds another page; links go through the contract. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function frame(): Pick<Electron.BrowserWindowConstructorOptions, 'backgroundColor' | 'titleBarOverlay'> {
  const { paper, symbols } = windowColours(nativeTheme.shouldUseDarkColors);
  return { backgroundColor: paper, titleBarOverlay: { color: paper, symbolColor: symbols, height: titleBarHeight } };
}

export function openWindow(): BrowserWindow {
  const userData = app.getPath('userData');
  const desk = screen.getDisplayMatching(rememberedBounds(userData) ?? screen.getPrimaryDisplay().bounds).workArea;
  const window = new BrowserWindow({
    ...boundsOnDesk(rememberedBounds(userData), desk),
    ...frame(),
    title: 'Rapport',
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'hidden',
    webPreferences: { ...preferences, preload: path.join(import.meta.dirname, 'preload.cjs') },
  });
  window.on('close', (event) => {
    event.preventDefault();
    // Asked a second time, it is still saving.
    if (silences.has(window)) return;
    rememberBounds(userData, window.getNormalBounds());
    window.webContents.send('command', 'before-close');
    const silence = setTimeout(() => closeWindow(window), longestSilence);
    silences.set(window, silence.unref());
  });
  window.webContents.on('render-process-gone', () => window.reload());
  void window.loadURL(pageAddress);
  return window;
}

export function repaintFrame(window: BrowserWindow): void {
  const { backgroundColor, titleBarOverlay } = frame();
  if (backgroundColor !== undefined) window.setBackgroundColor(backgroundColor);
  if (process.platform !== 'darwin' && typeof titleBarOverlay === 'object') window.setTitleBarOverlay(titleBarOverlay);
}

/** The page heard that the window wants to close: it saves, asks, and closes the window itself. */
export function keepWindow(window: BrowserWindow): void {
  clearTimeout(silences.get(window));
  silences.delete(window);
}

/** Closes at once: what was open in the page is saved by now. */
export function closeWindow(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.destroy();
}

export function focusWindow(window: BrowserWindow): void {
  // On macOS a window in focus stays behind the program that is in front.
  if (process.platform === 'darwin') app.focus({ steal: true });
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Prints a document page; the window never shows, runs no script and has no bridge. */
export async function printDocument(address: string, footer: string): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false, webPreferences: { ...preferences, javascript: false } });
  try {
    await window.loadURL(new URL(address, pageAddress).href);
    return await window.webContents.printToPDF({ ...documentPrint, footerTemplate: footer });
  } finally {
    window.destroy();
  }
}
