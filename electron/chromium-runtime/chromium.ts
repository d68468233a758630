import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { headlessSwitches } from './headless-switches.ts';
import { keepQuiet, quietArgs } from './quiet-profile.ts';
import { Hindrance, Refusal } from './refusal.ts';
import { runtimeOptions } from './runtime-options.ts';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const installedAt = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** An installed Chromium, Chrome or Edge; `RAPPORT_CHROMIUM` names another one. */
export function findChromium(): string | null {
  const named = process.env['RAPPORT_CHROMIUM'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...onPath, ...installedAt].find((file) => existsSync(file)) ?? null;
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

export function launchOptions(isHeadless: boolean, args: readonly string[]): LaunchOptions {
  const executablePath = findChromium();
  if (executablePath === null) throw new Refusal('no Chromium, Chrome or Edge is installed');
  const isRoot = process.getuid?.() === 0;
  const hotReload = runtimeOptions().devServer === null ? '' : ', EXCLUDE 127.0.0.1';
  return {
    executablePath,
    headless: isHeadless,
    // Chromium's sandbox does not work for root.
    chromiumSandbox: !isRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    // The program ends by its own events; Playwright's handlers would close the window under it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      `--host-resolver-rules=MAP * ~NOTFOUND${hotReload}`,
      ...(isHeadless ? headlessSwitches : []),
      ...quietArgs,
      ...(isRoot ? ['--test-type'] : []),
      ...args,
    ],
  };
}

/** Chromium notes down what it showed; a data file's texts must not survive in its profile. */
const visits = [
  'Sessions',
  'Session Storage',
  'Cache',
  'Code Cache',
  'History',
  'History-journal',
  'Favicons',
  'Web Data',
];

function forgetVisits(profile: string): void {
  for (const name of visits) rmSync(path.join(profile, 'Default', name), { recursive: true, force: true });
}

function openProfile(userData: string): string {
  const profile = path.join(userData, 'chromium');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  chmodSync(profile, 0o700);
  if (process.getuid && statSync(profile).uid !== process.getuid()) {
    throw new Refusal(`the profile folder ${profile} belongs to another user`);
  }
  forgetVisits(profile);
  keepQuiet(profile, runtimeOptions().devServer);
  return profile;
}

let mainContext: BrowserContext | null = null;
let mainProfile: string | null = null;
let hiddenBrowser: Promise<HiddenBrowser> | null = null;

interface HiddenBrowser {
  readonly browser: Browser;
  readonly profile: string;
}

/** A busy machine is no reason to give up: Playwright's limits are for tests. */
function patient(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(0);
  context.setDefaultNavigationTimeout(0);
  return context;
}

/** Playwright fills two screens; Chromium itself says in a line what it misses. */
function didNotStart(): never {
  throw new Hindrance(`Chromium did not start. It says why when you start it by itself: ${findChromium() ?? ''}`);
}

/** Hot reload comes over a socket of this computer. */
function lastingPermissions(devServer: string | null): readonly string[] {
  return devServer === null ? [] : ['local-network-access'];
}

/**
 * The runtime shows a notification by the page's own, which needs a permission; the page has it for that moment alone, since
 * the program denies it to all pages.
 */
export async function withNotificationsPermitted<Value>(page: Page, work: () => Promise<Value>): Promise<Value> {
  const context = page.context();
  await context.grantPermissions(['notifications'], { origin: new URL(page.url()).origin });
  try {
    return await work();
  } finally {
    await context.clearPermissions();
    await context.grantPermissions([...lastingPermissions(runtimeOptions().devServer)]);
  }
}

/** The Chromium that shows the program's window, on a profile of its own. */
export async function openMainContext(
  userData: string,
  size: { readonly width: number; readonly height: number },
  args: readonly string[],
): Promise<BrowserContext> {
  const { isHeadless, hasDebuggingPort, devServer } = runtimeOptions();
  mainProfile = openProfile(userData);
  const launched = chromium.launchPersistentContext(mainProfile, {
    ...launchOptions(isHeadless, [...args, ...(hasDebuggingPort ? ['--remote-debugging-port=0'] : [])]),
    // A headless window would count the height of a tab strip that nobody sees.
    viewport: isHeadless ? size : null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    permissions: [...lastingPermissions(devServer)],
    acceptDownloads: false,
    serviceWorkers: 'block',
  });
  mainContext = await launched.catch(didNotStart);
  return patient(mainContext);
}

/** A profile that lasts as long as its Chromium, and is quiet, which one that Playwright makes is not. */
export function makeProfile(name: string): string {
  const profile = mkdtempSync(path.join(tmpdir(), `rapport-${name}-`));
  keepQuiet(profile, null);
  return profile;
}

async function openHiddenBrowser(): Promise<HiddenBrowser> {
  const profile = makeProfile('hidden');
  const browser = (await chromium.launchPersistentContext(profile, launchOptions(true, []))).browser();
  if (browser === null) throw new Error('Chromium has no browser of its own');
  return { browser, profile };
}

async function closeHiddenBrowser({ browser, profile }: HiddenBrowser): Promise<void> {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

/** Hidden windows share one headless Chromium, started when the first one is needed. */
export async function openHiddenContext(hasScript: boolean): Promise<BrowserContext> {
  hiddenBrowser ??= openHiddenBrowser().catch((error: unknown) => {
    // The next document may have more luck.
    hiddenBrowser = null;
    throw error;
  });
  const { browser } = await hiddenBrowser;
  return patient(
    await browser.newContext({ javaScriptEnabled: hasScript, serviceWorkers: 'block', acceptDownloads: false }),
  );
}

export async function closeBrowsers(): Promise<void> {
  await Promise.allSettled([mainContext?.close(), hiddenBrowser?.then(closeHiddenBrowser)]);
  if (mainProfile !== null) forgetVisits(mainProfile);
}
