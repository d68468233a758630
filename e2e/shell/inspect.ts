import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { launchOnChromium } from '../../electron/chromium-runtime/launch.ts';
import { patience } from '../patience.ts';
import { guardChecks } from './guard-checks.ts';
import { noteWindows } from './opened-windows.ts';
import { optionChecks } from './option-checks.ts';
import { pageChecks } from './page-checks.ts';
import type { Check } from './probes.ts';

/** A little less than what a test has, in milliseconds: the report says more than its end. */
const limit = patience.testTimeout - 20_000;

function report(checks: readonly Check[], broken: readonly string[]): void {
  const text = `${JSON.stringify({ promises: checks.map(({ promise }) => promise), broken })}\n`;
  process.stdout.write(text, () => process.exit(broken.length === 0 ? 0 : 1));
}

/** The program makes its window and means to load its page; no browser is started for it. */
function withoutBrowser(): void {
  BrowserWindow.prototype.loadURL = async function noteAddress(this: BrowserWindow, address: string) {
    this.webContents.getURL = () => address;
  };
}

async function openedWindow(isShown: boolean): Promise<BrowserWindow> {
  for (;;) {
    const window = BrowserWindow.getAllWindows()[0];
    const isLoaded = isShown && (await window?.webContents.executeJavaScript(`document.readyState`).catch(() => null));
    if (window && (isLoaded === 'complete' || !isShown) && !['', 'about:blank'].includes(window.webContents.getURL()))
      return window;
    await wait(25);
  }
}

/**
 * Runs a built main file on the Chromium runtime, in this process, holds the promises of the shell against it and reports
 * those that are broken. Not shown, there is no browser, and nothing is said of what happens in a page.
 */
export async function inspect(mainFile: string, folder: string, isShown: boolean): Promise<void> {
  process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
  process.env['RAPPORT_TEST_DESK'] = path.join(folder, 'desk');
  mkdirSync(path.join(folder, 'desk'), { recursive: true });
  const checks = [...optionChecks, ...guardChecks, ...(isShown ? pageChecks : [])];
  setTimeout(() => report(checks, ['no window, or no answer, in time']), limit).unref();
  // What is promised is promised of the program as partners get it.
  Object.defineProperty(app, 'isPackaged', { value: true });
  noteWindows();
  if (!isShown) withoutBrowser();
  await launchOnChromium(mainFile, ['--headless', '--data', path.join(folder, 'data')]);
  const window = await openedWindow(isShown);
  // The last check closes the window; this process still has to report.
  app.removeAllListeners('window-all-closed').on('window-all-closed', () => undefined);
  const broken: string[] = [];
  for (const { promise, holds } of checks) {
    const isKept = await (async () => holds(window, folder))().catch(() => false);
    if (!isKept) broken.push(promise);
  }
  report(checks, broken);
}
