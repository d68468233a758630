/** What Playwright switches off; Chromium heeds the last switch of a kind alone, so that ours name it once more. */
const offForDriver = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Each costs a process, or a page that nobody sees, at every start. */
const unused = [
  // Two pages of the address line, which no window of the program has.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process kept ready for another site: the program has one page.
  'SpareRendererForSitePerProcess',
];

const onForDriver = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies'];

/** Every request is answered by the program or cut off: the part for the network has nothing to guard. */
const inOneProcess = ['NetworkServiceInProcess2'];

/** For a Chromium without a window: the half of what a start costs that nothing of the program needs. */
export const headlessSwitches: readonly string[] = [
  `--disable-features=${[...offForDriver, ...unused].join(',')}`,
  `--enable-features=${[...onForDriver, ...inOneProcess].join(',')}`,
];
