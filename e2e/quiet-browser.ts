import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../electron/chromium-runtime/chromium.ts';
import { quietArgs } from '../electron/chromium-runtime/quiet-profile.ts';

/** One of the tests' own, that asks its maker for nothing and no server for a name: what a page would fetch is noticed before. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...quietArgs],
  });
}
