import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, nativeTheme, protocol, session } from 'electron';
import { openBackend } from './backend/backend.ts';
import { doorOf } from './backend/door.ts';
import { logInto } from './backend/log.ts';
import { createPages } from './backend/pages.ts';
import { listenForFirst, noteSecondStart, silentFirst } from './backend/second-start.ts';
import { systemClock } from './backend/system-clock.ts';
import { alreadyRunning, startOptions } from './backend/start-options.ts';
import { createDesktop, systemLanguage } from './desktop.ts';
import { savePicture, smoke, useTemporaryFolder } from './smoke.ts';
import { focusWindow, guardContents, guardSession, openWindow } from './window.ts';

const options = startOptions(process.argv.slice(1), process.env, process.cwd());
const rendererFolder = path.join(import.meta.dirname, '../renderer');
let window: BrowserWindow | null = null;
let isLeaving = false;
let isWantedAgain = false;

async function start(): Promise<void> {
  await app.whenReady();
  guardSession(session.defaultSession);
  logInto(app.getPath('userData'));
  const desktop = createDesktop(() => window, rendererFolder);
  const backend = await openBackend({
    folder: options.dataFolder,
    userData: app.getPath('userData'),
    sample: options.isSample,
    desktop,
    clock: systemClock,
    appVersion: app.getVersion(),
  });
  desktop.appearanceChanged(backend.appearance());
  ipcMain.handle(
    'call',
    doorOf(backend.call, () => window?.webContents),
  );
  const pages = createPages({
    root: rendererFolder,
    document: backend.document,
    appearance: () => ({
      ...backend.appearance(),
      theme: nativeTheme.shouldUseDarkColors ? 'dark' : 'light',
    }),
  });
  protocol.handle('app', pages);
  app.on('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => {
      if (isWantedAgain) app.relaunch();
      app.exit();
    });
  });
  window = openWindow();
  window.on('closed', () => {
    window = null;
    isLeaving = true;
  });
  if (options.picture !== null) await savePicture(window, options.picture);
  if (options.isSmoke) await smoke(window);
}

/** The program runs already: it shows its window, or the partner hears why nothing happens. */
async function leaveToFirst(isHeard: () => Promise<boolean>): Promise<void> {
  if (await isHeard()) {
    console.error(alreadyRunning(options));
    return app.exit(options.picture === null ? 0 : 1);
  }
  await app.whenReady();
  await dialog.showMessageBox({ type: 'warning', title: app.getName(), ...silentFirst(systemLanguage()) });
  app.exit(1);
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
// As in electron-builder.yml: Windows shows notifications of programs that it knows by this name.
app.setAppUserModelId('example.rapport');
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('window-all-closed', () => app.quit());
app.on('second-instance', () => {
  noteSecondStart(app.getPath('userData'));
  if (window) focusWindow(window);
  // The last backup may take its time; who wants the program meanwhile gets it afterwards.
  isWantedAgain ||= isLeaving;
});
if (options.isSmoke) useTemporaryFolder();
const isHeard = listenForFirst(app.getPath('userData'));
(app.requestSingleInstanceLock() ? start() : leaveToFirst(isHeard)).catch((problem: unknown) => {
  console.error(problem);
  app.exit(1);
});
