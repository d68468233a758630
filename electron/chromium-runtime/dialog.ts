import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type {
  MessageBoxOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { app } from './app.ts';
import { hasDisplay } from './chromium.ts';
import { showMessage } from './message-window.ts';
import { runtimeOptions } from './runtime-options.ts';
import { askForFile, askForFolder, askWhereToSave } from './system-dialog.ts';
import { answerFromDesk } from './test-desk.ts';
import type { RuntimeWindow } from './browser-window.ts';

function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name);
  const numbered = (count: number): string => path.join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
  let count = 1;
  while (existsSync(numbered(count))) count++;
  return numbered(count);
}

/** Without a dialog of the system the file gets a free name where the dialog would begin, and this is said. */
function proposedFile({ dir, base }: path.ParsedPath): string {
  mkdirSync(dir, { recursive: true });
  const file = freeName(dir, base);
  console.error(`No file dialog here (zenity or kdialog): saving to ${file}`);
  return file;
}

function optionsOf<Options extends object>(args: readonly (RuntimeWindow | Options)[]): Options | undefined {
  return args.find((value): value is Options => !('webContents' in value));
}

export const dialog = {
  async showSaveDialog(...args: readonly (RuntimeWindow | SaveDialogOptions)[]): Promise<SaveDialogReturnValue> {
    const { title = '', defaultPath = '' } = optionsOf<SaveDialogOptions>(args) ?? {};
    const { desk } = runtimeOptions();
    const start = path.resolve(app.getPath('downloads'), defaultPath);
    const { dir: folder, base: suggestedName } = path.parse(start);
    const filePath =
      desk === null
        ? ((await askWhereToSave({ title, start })) ?? proposedFile(path.parse(start)))
        : ((await answerFromDesk(desk, { asked: 'save', title, folder, suggestedName })) ?? '');
    return { canceled: filePath === '', filePath };
  },

  async showOpenDialog(...args: readonly (RuntimeWindow | OpenDialogOptions)[]): Promise<OpenDialogReturnValue> {
    const { title = '', properties = [] } = optionsOf<OpenDialogOptions>(args) ?? {};
    const { desk } = runtimeOptions();
    const asked = properties.includes('openFile') ? 'file' : 'folder';
    const ask = asked === 'file' ? askForFile : askForFolder;
    const chosen =
      desk === null ? await ask({ title, start: app.getPath('home') }) : await answerFromDesk(desk, { asked, title });
    if (chosen === null && desk === null)
      console.error(`No dialog here: install zenity or kdialog to choose a ${asked}`);
    return chosen ? { canceled: false, filePaths: [chosen] } : { canceled: true, filePaths: [] };
  },

  /** Without a display the terminal is all there is. */
  async showMessageBox({ title = '', message, detail = '', buttons = [] }: MessageBoxOptions) {
    if (runtimeOptions().isHeadless || !hasDisplay()) console.error(`${message}\n${detail}`);
    else await showMessage({ title, message, detail, button: buttons[0] ?? 'OK' });
    return { response: 0, checkboxChecked: false };
  },
};
