import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { launchOnChromium } from '../../electron/chromium-runtime/launch.ts';
import { guardChecks } from './guard-checks.ts';
import { noteWindows } from './opened-windows.ts';
import { optionChecks } from './option-checks.ts';
import { pageChecks } from './page-checks.ts';

const checks = [...optionChecks, ...guardChecks, ...pageChecks];
const limit = 100_000;

function report(broken: string | null): void {
  const text = `${JSON.stringify({ promises: checks.map(({ promise }) => promise), broken })}\n`;
  process.stdout.write(text, () => process.exit(broken === null ? 0 : 1));
}

async function openedWindow(): Promise<BrowserWindow> {
  for (;;) {
    const window = BrowserWindow.getAllWindows()[0];
    const isLoaded = await window?.webContents.executeJavaScript(`document.readyState`).catch(() => null);
    if (window && isLoaded === 'complete' && window.webContents.getURL() !== 'about:blank') return window;
    await wait(25);
  }
}

/**
 * Runs a built main file on the Chromium runtime, in this process, and holds every promise of the shell against it; the
 * first broken one ends it.
 */
export async function inspect(mainFile: string, folder: string): Promise<void> {
  process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
  process.env['RAPPORT_TEST_DESK'] = path.join(folder, 'desk');
  mkdirSync(path.join(folder, 'desk'), { recursive: true });
  setTimeout(() => report('no window, or no answer, in time'), limit).unref();
  // What is promised is promised of the program as partners get it.
  Object.defineProperty(app, 'isPackaged', { value: true });
  noteWindows();
  await launchOnChromium(mainFile, ['--headless', '--data', path.join(folder, 'data')]);
  const window = await openedWindow();
  // The last check closes the window; this process still has to report.
  app.removeAllListeners('window-all-closed').on('window-all-closed', () => undefined);
  for (const { promise, holds } of checks) {
    const isKept = await (async () => holds(window, folder))().catch(() => false);
    if (!isKept) return report(promise);
  }
  report(null);
}
