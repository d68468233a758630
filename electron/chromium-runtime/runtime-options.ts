/** Switches of the runtime itself; the program sees them among its arguments and passes over them. */
export interface RuntimeOptions {
  /** No window is shown: the page lives in a headless Chromium. */
  readonly isHeadless: boolean;
  /** Tests only: opens Chromium's debugging port beside the pipe, so that a second driver can look in. */
  readonly hasDebuggingPort: boolean;
  /** Development only: the address of Vite's server, which then serves the renderer with hot reload. */
  readonly devServer: string | null;
  /** Tests only: a folder through which a test answers dialogs and reads what was opened outside. */
  readonly desk: string | null;
}

let options: RuntimeOptions = { isHeadless: false, hasDebuggingPort: false, devServer: null, desk: null };

export function runtimeOptions(): RuntimeOptions {
  return options;
}

export function readRuntimeOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): void {
  options = {
    isHeadless: argv.includes('--headless'),
    hasDebuggingPort: argv.includes('--debugging-port'),
    devServer: environment['RAPPORT_DEV_SERVER'] ?? null,
    desk: environment['RAPPORT_TEST_DESK'] ?? null,
  };
}
