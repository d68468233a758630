import { writeFile } from 'node:fs/promises';
import { app, type BrowserWindow } from 'electron';
import { pageIsQuiet, prove, temporaryFolder } from './backend/prove.ts';
import { printDocument } from './window.ts';

function firstScreen(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.once('did-finish-load', () => {
      window.webContents.executeJavaScript(pageIsQuiet).then(() => resolve(), reject);
    });
  });
}

export async function savePicture(window: BrowserWindow, file: string): Promise<void> {
  await firstScreen(window);
  const picture = await window.webContents.capturePage();
  try {
    await writeFile(file, picture.toPNG());
    app.quit();
  } catch (problem) {
    console.error(`The picture was not saved. ${problem instanceof Error ? problem.message : String(problem)}`);
    app.exit(1);
  }
}

export function useTemporaryFolder(): void {
  app.setPath('userData', temporaryFolder());
}

/** Proves in one command, on a temporary data file, what only the runtime at hand can prove; JSON to stdout. */
export async function smoke(window: BrowserWindow): Promise<void> {
  const outcome = await prove({
    firstScreen: () => firstScreen(window),
    inPage: (script) => window.webContents.executeJavaScript(script),
    print: () => printDocument('index.html', '<span></span>'),
  });
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => app.exit(outcome.ok ? 0 : 1));
}
