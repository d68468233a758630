import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { buildIfNeeded } from '../../../electron/launcher/build.ts';
import { killTree } from '../../process-tree.ts';
import { Program, runFile } from '../../program.ts';
import { defaultOptions } from '../../program-options.ts';

/** What somebody sees who starts the program a second time. */
export interface Explanation {
  /** The window of the first one comes to the front. */
  readonly focused: boolean;
  /** In the terminal it is said when the first one does not react. */
  readonly frozen: boolean;
  /** The same in a window, for a start by icon; null where there is no display. */
  readonly window: boolean | null;
}

const longest = 60_000;

/** A second start of the same program by the same person; `more` may show a window. */
export function startSecond(app: Program, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [runFile, app.mainFile, ...args], {
    env: { ...app.environment, ...environment },
  });
  const ended = Promise.all([text(child.stderr), once(child, 'exit')]).then(([words, [code]]) => ({ words, code }));
  return { child, ended };
}

/** Playwright makes every page believe that it lies in front: the runtime itself tells what was asked of its window. */
export async function comesToFront(app: Program): Promise<boolean> {
  const isAsked = () => app.desk().some(({ focused }) => focused === true);
  if (isAsked()) return false;
  await startSecond(app, ['--headless']).ended;
  for (const end = Date.now() + longest; Date.now() < end; await wait(50)) if (isAsked()) return true;
  return false;
}

/** The page of the message that a second start shows on a display. */
async function messagePage(temporary: string): Promise<Page> {
  for (const end = Date.now() + longest; Date.now() < end; await wait(50)) {
    const profile = readdirSync(temporary).find((name) => name.startsWith('rapport-message-'));
    const file = path.join(temporary, profile ?? '', 'DevToolsActivePort');
    if (profile === undefined || !existsSync(file)) continue;
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`);
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().startsWith('data:'));
    if (page) return page;
    await browser.close();
  }
  throw new Error('no window came');
}

/** The words of the window, and the exit code once it is closed by its button. */
export async function windowOfSecond(
  app: Program,
  display: string,
): Promise<{ readonly words: string; readonly code: unknown }> {
  const temporary = path.join(app.folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const { child, ended } = startSecond(app, ['--debugging-port'], { DISPLAY: display, TMPDIR: temporary });
  try {
    const page = await messagePage(temporary);
    const dialog = page.getByRole('alertdialog');
    const words = await dialog.innerText();
    await dialog.getByRole('button').click();
    return { words, code: (await ended).code };
  } finally {
    if (child.pid !== undefined && child.exitCode === null) killTree(child.pid);
  }
}

/** A display of its own; null where there is none to be had. */
export async function openDisplay(): Promise<{ readonly name: string; readonly process: ChildProcess } | null> {
  if (spawnSync('Xvfb', ['-help']).error !== undefined) return null;
  const process = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number]: readonly unknown[] = await once(process.stdout, 'data');
  return { name: `:${String(number).trim()}`, process };
}

/** All of it with the built program. */
export async function explanation(): Promise<Explanation> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-second-start-'));
  const app = new Program(folder, defaultOptions);
  const display = await openDisplay();
  try {
    await app.start();
    const focused = await comesToFront(app);
    app.standStill();
    const { words, code } = await startSecond(app, ['--headless']).ended;
    const frozen = code === 1 && words.includes('Rapport does not react');
    const shown = display && (await windowOfSecond(app, display.name));
    app.goOn();
    return { focused, frozen, window: shown && shown.code === 1 && shown.words.includes('Rapport does not react') };
  } finally {
    app.goOn();
    await app.kill();
    if (display?.process.pid !== undefined) killTree(display.process.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}
