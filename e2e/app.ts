import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { hasDisplay } from '../electron/chromium-runtime/chromium.ts';
import { electronBinary } from '../electron/launcher/electron-binary.ts';
import { Program } from './program.ts';
import { defaultOptions, type ProgramOptions } from './program-options.ts';

export { expect };

export interface Options {
  /** `test.use({ program: { language: 'ru', args: ['--sample'] } })`; what is left out is as in `defaultOptions`. */
  readonly program: Partial<ProgramOptions>;
  readonly runtime: ProgramOptions['runtime'];
}

interface Fixtures {
  /** A folder for one test, deleted after it. */
  readonly folder: string;
  /** The built program, not started: its folders and its environment. */
  readonly idle: Program;
  /**
   * The built program, running on a fresh data folder. A test fails when its page reported an error; a test that provokes
   * one ends with `app.forgetProblems()`.
   */
  readonly app: Program;
}

/**
 * `test('…', async ({ app }) => { await app.page.getByRole(…).click(); await app.restart(); … })`
 *
 * `app.page` is the page, anew after `app.restart()` and after `app.kill(); app.start()`. `app.answerSaveDialog('a.pdf')`
 * before a click that opens a dialog. `app.call('board.createClient', …)` sets a scene.
 */
export const test = base.extend<Options & Fixtures>({
  program: [{}, { option: true }],
  runtime: ['chromium', { option: true }],

  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rapport-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  idle: async ({ folder, program, runtime }, use, testInfo) => {
    testInfo.skip(runtime === 'electron' && electronBinary() === null, 'skipped: no Electron binary');
    testInfo.skip(runtime === 'electron' && !hasDisplay(), 'skipped: no display for Electron');
    await use(new Program(folder, { ...defaultOptions, ...program, runtime }));
  },

  app: async ({ idle: app }, use, testInfo) => {
    try {
      await app.start();
      await use(app);
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('program output', { body: app.output });
        const picture = await (async () => app.page.screenshot())().catch(() => null);
        if (picture) await testInfo.attach('page', { body: picture, contentType: 'image/png' });
      }
      await app.kill();
    }
    expect(app.problems(), 'errors the page reported').toEqual([]);
  },

  page: async ({ app }, use) => {
    await use(app.page);
  },
});
