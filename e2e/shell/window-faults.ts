type Options = Electron.BrowserWindowConstructorOptions;

/** What every window must say of its pages, in so many words. */
const said = {
  '3 context isolation': ({ contextIsolation }) => contextIsolation === true,
  '4 sandbox': ({ sandbox }) => sandbox === true,
  '6 web security': ({ webSecurity }) => webSecurity === true,
  '11 webviews': ({ webviewTag }) => webviewTag === false,
  'developer tools': ({ devTools }) => devTools === false,
  'dictionaries from the network': ({ spellcheck }) => spellcheck === false,
  '2 Node': (preferences) =>
    preferences.nodeIntegration === false &&
    preferences.nodeIntegrationInWorker !== true &&
    preferences.nodeIntegrationInSubFrames !== true,
  '8 insecure content': ({ allowRunningInsecureContent }) => allowRunningInsecureContent !== true,
  '9 experimental features': ({ experimentalFeatures }) => experimentalFeatures !== true,
  '10 Blink features': (preferences) => preferences.enableBlinkFeatures === undefined,
} satisfies Readonly<Record<string, (preferences: Electron.WebPreferences) => boolean>>;

/** What a window may say beside that; whatever else is new here has to be thought of. */
const known: readonly string[] = [
  'contextIsolation',
  'sandbox',
  'webSecurity',
  'webviewTag',
  'devTools',
  'spellcheck',
  'nodeIntegration',
  'preload',
  'javascript',
];

/** What is loosened in the options of a window of a packaged program; numbers are those of Electron's checklist. */
export function windowFaults({ show, webPreferences = {} }: Options): readonly string[] {
  const loosened = Object.entries(said).filter(([, isSaid]) => !isSaid(webPreferences));
  const unknown = Object.keys(webPreferences).filter((name) => !known.includes(name));
  const isHidden = show === false;
  return [
    ...loosened.map(([name]) => name),
    ...unknown.map((name) => `unknown preference ${name}`),
    // One that nobody sees prints what is laid out already: no script runs in it and it has no bridge.
    ...(isHidden && webPreferences.javascript !== false ? ['scripts in a hidden window'] : []),
    ...(isHidden && webPreferences.preload !== undefined ? ['a bridge in a hidden window'] : []),
    ...(!isHidden && !/[\\/]preload\.cjs$/.test(webPreferences.preload ?? '') ? ['another preload'] : []),
  ];
}
