import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { prove } from './backend/prove.ts';
import { printDocument } from './window.ts';

/** Resolves in the page when it has drawn something and nothing changed for half a second. */
const pageIsQuiet = `new Promise((resolve) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => document.fonts.ready.then(() => resolve(true)), 500); };
  new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true });
  wait();
})`;

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
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-smoke-'));
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
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
