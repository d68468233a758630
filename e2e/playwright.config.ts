import { defineConfig } from '@playwright/test';
import type { Options } from './app.ts';
import { patience, patienceForOne } from './patience.ts';

/** About the other runtime. */
export const notOnElectron = /(launcher|package|single-instance|sockets|window)\.spec\.ts/;

export default defineConfig<Options>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: patience.testTimeout,
  // A test that failed is run once more, and the end of the run names it if it passed then.
  retries: 1,
  expect: { timeout: patience.expect.poll.timeout },
  use: { actionTimeout: patienceForOne.act },
  reporter: [['list']],
  globalSetup: './build-before.ts',
  projects: [
    { name: 'chromium' },
    // The same promises, where its binary and a display are.
    {
      name: 'electron',
      use: { runtime: 'electron' },
      testIgnore: notOnElectron,
    },
  ],
});
