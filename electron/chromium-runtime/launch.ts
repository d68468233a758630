import { flushCompileCache, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { readProgram } from './program-folder.ts';
import { readRuntimeOptions } from './runtime-options.ts';
import { stopProgram } from './refusal.ts';

/** Starts a built, unmodified main file of Electron on an installed Chromium. */
export async function launchOnChromium(mainFile: string, args: readonly string[]): Promise<void> {
  process.argv = [process.execPath, mainFile, ...args];
  readRuntimeOptions(args, process.env);
  app.setProgram(readProgram(mainFile));
  const runtime = new URL('electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: runtime, shortCircuit: true }
        : next(specifier, context),
  });
  process.on('unhandledRejection', stopProgram);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  await import(pathToFileURL(path.resolve(mainFile)).href).catch(stopProgram);
  app.becomeReady();
  // At once, and not when the program ends: it may be killed.
  flushCompileCache();
}
