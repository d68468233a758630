import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, globalShortcut, Menu, nativeTheme, Notification, shell, type BrowserWindow } from 'electron';
import type { Language } from '../shared/language.ts';
import type { PageCommand } from '../shared/words/menu.ts';
import type { Desktop } from './backend/desktop.ts';
import { shortcutOn } from './backend/system-shortcut.ts';
import { applicationMenu } from './menu.ts';
import { closeWindow, focusWindow, keepWindow, printDocument, repaintFrame } from './window.ts';

const silenceMs = 3000;

function documentsFolder(): string {
  const folder = app.getPath('documents');
  return existsSync(folder) ? folder : app.getPath('home');
}

export function systemLanguage(): Language {
  return app.getPreferredSystemLanguages()[0]?.startsWith('ru') ? 'ru' : 'en';
}

/** `window` gives the program's window once it is open; before that, and after it closed, it gives null. */
export function createDesktop(window: () => BrowserWindow | null, rendererFolder: string): Desktop {
  const send = (channel: string, message: unknown): void => window()?.webContents.send(channel, message);
  const withWindow = (act: (open: BrowserWindow) => void): void => {
    const open = window();
    if (open) act(open);
  };
  const comeForward = (command: PageCommand): void => {
    withWindow(focusWindow);
    send('command', command);
  };
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const owner = window();
    const { filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  };
  // Kept, since one that is forgotten hears no press any more.
  let shown: Notification | null = null;
  nativeTheme.on('updated', () => withWindow(repaintFrame));
  return {
    saveFile: async ({ title, folder, suggestedName, extension }) => {
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: path.join(folder ?? documentsFolder(), suggestedName),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        // Without being told so, the dialog of Linux lets a file be written over without a word.
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const owner = window();
      const { filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      return filePath || null;
    },
    chooseFolder: ({ title }) => open({ title, properties: ['openDirectory', 'createDirectory'] }),
    openFile: ({ title, extension }) =>
      open({ title, properties: ['openFile'], filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    printPdf: (address, footer) => printDocument(address, footer.html),
    readFont: (file) => readFile(path.join(rendererFolder, 'fonts', file)).catch(() => null),
    openExternal: (address) => shell.openExternal(address),
    revealFile: (file) => shell.showItemInFolder(file),
    changed: (event) => send('changed', event),
    appearanceChanged: ({ language, theme }) => {
      Menu.setApplicationMenu(applicationMenu(language, (command) => send('command', command)));
      nativeTheme.themeSource = theme;
    },
    reload: () => window()?.reload(),
    notify: ({ title, body }) => {
      shown = new Notification({ title, body, silent: true });
      const notification = shown;
      notification.on('click', () => comeForward('attention'));
      return new Promise((resolve) => {
        notification.on('show', () => resolve(true));
        notification.on('failed', () => resolve(false));
        // A desktop may show it and tell nothing.
        setTimeout(() => resolve(true), silenceMs);
        notification.show();
      });
    },
    ...shortcutOn(globalShortcut, () => comeForward('quick-note-anywhere')),
    systemLanguage,
    closeWindow: () => withWindow(closeWindow),
    keepWindow: () => withWindow(keepWindow),
  };
}
