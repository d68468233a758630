import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { closeBrowsers } from './chromium.ts';
import { openWindows } from './open-windows.ts';
import type { Program } from './program-folder.ts';
import { Hindrance, Refusal } from './refusal.ts';
import { registrations } from './registrations.ts';
import { RuntimeEvent } from './runtime-event.ts';
import { knockAt, listenForKnocks, releaseLock, takeLock } from './single-instance.ts';
import { systemFolder } from './system-folders.ts';

type Implemented = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'relaunch'
  | 'exit'
  | 'focus'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'getPreferredSystemLanguages'
  | 'isPackaged'
  | 'setAppUserModelId'
>;

/** How long Chromium may take to close, in milliseconds; the end of the pipe closes it in any case. */
const exitAnyway = 3000;

/** Before the program gets words of its own. */
const asStarted = [...process.execArgv, ...process.argv.slice(1)];

class RuntimeApp extends EventEmitter implements Implemented {
  readonly isPackaged = false;
  #program: Program = { folder: process.cwd(), name: 'Rapport', version: '0.0.0' };
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #lockedFolder: string | null = null;
  #isQuitting = false;
  #isExiting = false;
  #isComingBack = false;

  /** The runtime's own: which program runs. */
  setProgram(program: Program): void {
    this.#program = program;
  }

  /** The runtime's own: the main file has been evaluated. */
  becomeReady(): void {
    registrations.isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', new RuntimeEvent(), {});
    this.#ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return registrations.isReady;
  }

  getName(): string {
    return this.#program.name;
  }

  getVersion(): string {
    return this.#program.version;
  }

  getAppPath(): string {
    return this.#program.folder;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case 'userData':
      case 'sessionData':
        return path.join(systemFolder('appData'), this.#program.name);
      case 'logs':
        return path.join(this.getPath('userData'), 'logs');
      case 'home':
      case 'temp':
      case 'appData':
      case 'downloads':
      case 'documents':
        return systemFolder(name);
      default:
        throw new Refusal(`the folder "${name}" is not known here`);
    }
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#paths.set(name, folder);
  }

  enableSandbox(): void {
    if (registrations.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    registrations.isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    if (this.#lockedFolder !== null) return true;
    const folder = this.getPath('userData');
    if (!this.#takeLock(folder)) {
      knockAt(folder, { argv: process.argv, workingDirectory: process.cwd() });
      return false;
    }
    this.#lockedFolder = folder;
    process.on('exit', () => this.releaseSingleInstanceLock());
    listenForKnocks(folder, ({ argv, workingDirectory }) => {
      this.emit('second-instance', new RuntimeEvent(), argv, workingDirectory, null);
    });
    return true;
  }

  #takeLock(folder: string): boolean {
    try {
      return takeLock(folder);
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      throw new Hindrance(`${this.#program.name} cannot use its own folder ${folder}. ${reason}`);
    }
  }

  /** Once, when this process has ended: the same program with the same words. */
  relaunch(): void {
    if (this.#isComingBack) return;
    this.#isComingBack = true;
    process.on('exit', () => {
      this.releaseSingleInstanceLock();
      spawn(process.execPath, asStarted, { detached: true, stdio: 'ignore' }).unref();
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#lockedFolder !== null;
  }

  releaseSingleInstanceLock(): void {
    if (this.#lockedFolder !== null) releaseLock(this.#lockedFolder);
    this.#lockedFolder = null;
  }

  /** Only macOS asks for it, beside the focus of the window; Chromium is brought forward by its page. */
  focus(): void {}

  /** Only the notifications of Windows ask for it. */
  setAppUserModelId(): void {}

  getPreferredSystemLanguages(): string[] {
    const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
    const named = LANGUAGE || LC_ALL || LC_MESSAGES || LANG || new Intl.DateTimeFormat().resolvedOptions().locale;
    return named.split(':').map((name) => name.replace(/[.@].*$/, '').replace('_', '-'));
  }

  quit(): void {
    const event = new RuntimeEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of openWindows) window.close();
    // A window that said no to closing has called the quitting off.
    if (openWindows.size > 0) this.#isQuitting = false;
    else this.#endWithoutWindows();
  }

  /** The runtime's own: the last window is gone. */
  windowsAllClosed(): void {
    if (this.#isQuitting || this.#isExiting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #endWithoutWindows(): void {
    const event = new RuntimeEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    this.emit('quit', new RuntimeEvent(), 0);
    this.exit(0);
  }

  exit(code = 0): void {
    this.#isExiting = true;
    setTimeout(() => process.exit(code), exitAnyway).unref();
    void closeBrowsers().finally(() => process.exit(code));
  }
}

export const app = new RuntimeApp();
