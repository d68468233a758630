import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page, test } from '@playwright/test';
import type {} from '../renderer/api.ts';
import { root } from '../electron/launcher/build.ts';
import { electronBinary } from '../electron/launcher/electron-binary.ts';
import { firmV8 } from '../electron/launcher/firm-v8.ts';
import type { CallInput, CallName, CallOutput, Reply } from '../shared/contract/contract.ts';
import { patienceForOne } from './patience.ts';
import { killTree } from './process-tree.ts';
import type { DeskEntry, ProgramOptions } from './program-options.ts';

/** Runs a built main file on the Chromium runtime. */
export const runFile = path.join(root, 'electron/launcher/run.mjs');

async function until<Value>(what: string, look: () => Value | null | Promise<Value | null>): Promise<Value> {
  const end = Date.now() + patienceForOne.start;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await wait(25);
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** The built program on the Chromium runtime, in a folder of its own, and a second driver that looks at its page. */
export class Program {
  readonly folder: string;
  readonly dataFolder: string;
  readonly exportFolder: string;
  readonly #options: ProgramOptions;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  #page: Page | null = null;
  #output = '';
  #answers = 0;
  #forgotten = 0;
  /** What Electron's page reported; the Chromium runtime writes it down itself, from before the first script on. */
  readonly #heard: string[] = [];

  constructor(folder: string, options: ProgramOptions) {
    this.folder = folder;
    this.dataFolder = path.join(folder, 'data');
    this.exportFolder = path.join(folder, 'exports');
    this.#options = options;
    for (const name of ['data', 'exports', 'desk', 'home', 'config'])
      mkdirSync(path.join(folder, name), { recursive: true });
  }

  /** The page of the running program; another object after every start. */
  get page(): Page {
    if (this.#page === null) throw new Error('The program is not running');
    return this.#page;
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('The program is not running');
    return pid;
  }

  /** What the program wrote to the terminal. */
  get output(): string {
    return this.#output;
  }

  get mainFile(): string {
    return this.#options.mainFile;
  }

  /** Electron's userData. */
  get userData(): string {
    return path.join(this.folder, 'config', 'Rapport');
  }

  /** The environment the program sees: nothing of the machine's own folders or languages. */
  get environment(): NodeJS.ProcessEnv {
    const { PATH, DISPLAY, TZ, RAPPORT_CHROMIUM } = process.env;
    return {
      ...Object.fromEntries(
        Object.entries({ PATH, DISPLAY, TZ, RAPPORT_CHROMIUM }).filter(([, value]) => value !== undefined),
      ),
      HOME: path.join(this.folder, 'home'),
      XDG_CONFIG_HOME: path.join(this.folder, 'config'),
      LANG: this.#options.language === 'ru' ? 'ru_RU.UTF-8' : 'en_US.UTF-8',
      RAPPORT_TEST_DESK: path.join(this.folder, 'desk'),
    };
  }

  /** Opens the program without a window and waits for its first screen. */
  async start(...more: readonly string[]): Promise<void> {
    await this.#start(['--headless', ...more], this.environment);
    await this.page.setViewportSize(this.#options.size);
  }

  /** Opens the program in a window on a display such as `:99`. */
  async startOn(display: string): Promise<void> {
    await this.#start([], { ...this.environment, DISPLAY: display });
  }

  async #start(more: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    // A killed Chromium leaves its port behind.
    rmSync(this.#portFile, { force: true });
    const args = ['--data', this.dataFolder, ...this.#options.args, ...more];
    const child = this.#isElectron ? this.#spawnElectron(args) : this.#spawnOnChromium(args, env);
    this.#process = child;
    const keep = (chunk: Buffer): void => {
      this.#output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const port = await until('the debugging port', () => this.#readPort());
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: patienceForOne.start });
    const context = this.#browser.contexts()[0];
    if (!context) throw new Error('Chromium has no page');
    this.#page = await until(
      'the page',
      () => context.pages().find((page) => page.url().includes('/index.html')) ?? null,
    );
    if (this.#isElectron) this.#listenTo(this.#page);
    await this.#page.waitForFunction(() => Boolean(document.getElementById('root')?.childElementCount), undefined, {
      timeout: patienceForOne.start,
    });
  }

  #listenTo(page: Page): void {
    page.on('pageerror', ({ message }) => this.#heard.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error') this.#heard.push(said.text());
    });
  }

  /** What the window's browser engine keeps. */
  get profileFolder(): string {
    return path.join(this.userData, this.#isElectron ? '' : 'chromium');
  }

  get #portFile(): string {
    return path.join(this.profileFolder, 'DevToolsActivePort');
  }

  get #isElectron(): boolean {
    return this.#options.runtime === 'electron';
  }

  #spawnOnChromium(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [...firmV8, runFile, this.mainFile, '--debugging-port', ...args], {
      env,
      cwd: root,
    });
  }

  #spawnElectron(args: readonly string[]): ChildProcessWithoutNullStreams {
    const binary = electronBinary();
    if (binary === null) throw new Error('There is no Electron binary');
    const switches = ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    return spawn(binary, [...switches, root, ...args], { env: this.environment, cwd: root });
  }

  #readPort(): string | null {
    if (this.#process?.exitCode !== null) throw new Error(`The program ended at once:\n${this.#output}`);
    try {
      return readFileSync(this.#portFile, 'utf8').split('\n')[0] || null;
    } catch {
      return null;
    }
  }

  /** Waits until the program has ended and gives its exit code. */
  async ended(): Promise<number | null> {
    const child = this.#process;
    if (child === null) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await this.#browser?.close().catch(() => undefined);
    this.#process = null;
    this.#page = null;
    return child.exitCode;
  }

  /** Ends the program as the system does: the page saves, then everything closes. */
  async close(): Promise<number | null> {
    this.#process?.kill('SIGTERM');
    return this.ended();
  }

  /** Closes and opens the program again on the same data. */
  async restart(...more: readonly string[]): Promise<void> {
    await this.close();
    await this.start(...more);
  }

  /** kill −9 of the program and of everything it started. */
  async kill(): Promise<void> {
    if (this.#process === null) return;
    killTree(this.pid);
    await this.ended();
  }

  /** The main process does nothing until it goes on; the page stays as it is. */
  standStill(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  goOn(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  /** Answers the next save dialog with a file of this name in `exportFolder`, and gives its path. */
  answerSaveDialog(fileName: string): string {
    const file = path.join(this.exportFolder, fileName);
    this.#answer(file);
    return file;
  }

  /** Answers the next folder dialog. */
  answerFolderDialog(folder: string): void {
    this.#answer(folder);
  }

  /** The next dialog that asks for a file to open answers with this one. */
  answerOpenDialog(file: string): void {
    this.#answer(file);
  }

  /** Closes the next dialog without an answer. */
  dismissDialog(): void {
    this.#answer(null);
  }

  #answer(value: string | null): void {
    if (this.#isElectron) test.skip(true, "skipped: Electron's own dialogs are answered by a person");
    this.#answers += 1;
    writeFileSync(path.join(this.folder, 'desk', `answer-${this.#answers}.json`), JSON.stringify(value));
  }

  /** The dialogs asked and the addresses opened so far. */
  desk(): readonly DeskEntry[] {
    try {
      const lines = readFileSync(path.join(this.folder, 'desk', 'log.jsonl'), 'utf8')
        .trim()
        .split('\n');
      return lines.map((line): DeskEntry => JSON.parse(line));
    } catch {
      return [];
    }
  }

  /** Errors of the page since the first start; a test that provokes some forgets them. */
  problems(): readonly string[] {
    const written = this.desk().flatMap(({ problem }) => problem ?? []);
    return [...written, ...this.#heard].slice(this.#forgotten);
  }

  forgetProblems(): void {
    this.#forgotten += this.problems().length;
  }

  /** A call of the contract as the page makes it; for setting the scene, and for what no screen shows. */
  async reply<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>> {
    const asked: readonly [CallName, unknown] = [name, input];
    return this.page.evaluate(([call, value]) => Reflect.apply(window.rapport.call, undefined, [call, value]), asked);
  }

  /** The same, for a call that must succeed. */
  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const reply = await this.reply(name, input);
    if (reply.ok) return reply.value;
    throw new Error(`${name} was refused: ${reply.code} ${reply.message}`);
  }
}
