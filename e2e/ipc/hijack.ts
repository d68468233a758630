import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { dataDigestOf } from '../../db/digest.ts';
import { BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { launchOnChromium } from '../../electron/chromium-runtime/launch.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { contract } from '../../shared/contract/contract.ts';
import { within } from '../within.ts';
import { attackFromPage, pageCases, type PageFound } from './page-attack.ts';
import { foreignSenders } from './senders.ts';

export interface Hijacked {
  /** Calls of a page that was taken over. */
  readonly asked: number;
  /** Calls of senders that are not the page. */
  readonly forged: number;
  readonly bad: readonly string[];
  /** What is found where a handler answers everybody whatever they ask, and writes. */
  readonly control: { readonly asked: number; readonly forged: number; readonly digest: number };
}

type Found = Omit<Hijacked, 'control'> & { readonly isChanged: boolean };

const page = 'app://rapport/index.html';
const patienceMs = 120_000;
const longestMs = 40 * 60_000;

/** Every call from a sender that is not the program's page, with the handler that main.ts has registered. */
async function forge(contents: object): Promise<PageFound> {
  const handler = registrations.ipcHandlers.get('call');
  if (!handler) return { asked: 0, bad: ['no handler'] };
  const bad: string[] = [];
  let asked = 0;
  for (const name of Object.keys(contract))
    for (const [what, event] of foreignSenders(contents)) {
      asked += 1;
      const answer: unknown = Reflect.apply(handler, undefined, [{ type: 'frame', ...event }, name, {}]);
      const reply = await within(patienceMs, `${name} from ${what}`, Promise.resolve(answer));
      if (Reflect.get(Object(reply), 'code') !== 'not_trusted') bad.push(`${name}: answered to ${what}`);
    }
  return { asked, bad };
}

async function attack(window: BrowserWindow, dataFile: string, most?: number): Promise<Found> {
  const file = new Database(dataFile, { readonly: true });
  try {
    const before = dataDigestOf(file);
    const forged = await forge(window.webContents);
    const given = JSON.stringify({ cases: pageCases(most), patienceMs });
    const script = `(${attackFromPage.toString()})(JSON.parse(${JSON.stringify(given)}))`;
    const found: unknown = await within(longestMs, 'the page', window.webContents.executeJavaScript(script));
    const said: unknown = Reflect.get(Object(found), 'bad');
    const isChanged = dataDigestOf(file) !== before;
    const fromPage = Array.isArray(said) ? said.map(String) : ['the page did not answer'];
    return {
      asked: Number(Reflect.get(Object(found), 'asked')),
      forged: forged.asked,
      bad: [...forged.bad, ...fromPage, ...(isChanged ? ['the data was changed'] : [])],
      isChanged,
    };
  } finally {
    file.close();
  }
}

/** The control: a handler that answers everybody and writes. */
function takeOver(dataFile: string): void {
  registrations.ipcHandlers.set('call', () => {
    const file = new Database(dataFile);
    const guards = file.prepare<[], string>(
      `select name from sqlite_schema where type = 'trigger' and tbl_name = 'partner'`,
    );
    for (const guard of guards.pluck().all()) file.exec(`drop trigger "${guard}"`);
    file.exec(`insert or ignore into partner (id, name) values ('nobody', 'Nobody')`);
    file.close();
    return { ok: true, value: {} };
  });
}

async function openedWindow(): Promise<BrowserWindow> {
  for (;;) {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.webContents.getURL() === page) return window;
    await wait(25);
  }
}

/** Runs in a process of its own: the built program on the Chromium runtime, whose page sends `most` texts to each call. */
export async function hijack(mainFile: string, folder: string, most?: number): Promise<void> {
  process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
  process.env['RAPPORT_TEST_DESK'] = path.join(folder, 'desk');
  mkdirSync(path.join(folder, 'desk'), { recursive: true });
  const data = path.join(folder, 'data');
  await launchOnChromium(mainFile, ['--headless', '--data', data]);
  const window = await within(longestMs, 'the window', openedWindow());
  const dataFile = path.join(data, 'rapport.db');
  const { isChanged: _, ...found } = await attack(window, dataFile, most);
  takeOver(dataFile);
  const naive = await attack(window, dataFile, 1);
  const control = {
    asked: naive.bad.filter((each) => each.includes('"ok":true')).length,
    forged: naive.bad.filter((each) => each.includes('answered to')).length,
    digest: Number(naive.isChanged),
  };
  const line = JSON.stringify({ ...found, control } satisfies Hijacked);
  process.stdout.write(`${line}\n`, () => process.exit(0));
}

const unseen = { asked: 0, forged: 0, control: { asked: 0, forged: 0, digest: 0 } } as const;

interface Hijacking {
  readonly timeout?: number;
  /** Texts to each call; all that there are when nothing is said. */
  readonly most?: number;
}

/** The same from outside; what the process says last. A program that hangs is ended. */
export function hijackProgram(
  mainFile: string,
  folder: string,
  { timeout = longestMs, most }: Hijacking = {},
): Hijacked {
  const file = path.join(import.meta.dirname, 'hijack.mjs');
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [file, mainFile, folder, ...(most === undefined ? [] : [String(most)])],
    {
      encoding: 'utf8',
      timeout,
      killSignal: 'SIGKILL',
    },
  );
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) return { ...unseen, bad: [`the program ended: ${error?.message ?? stderr.slice(-500)}`] };
  const found: Hijacked = JSON.parse(line);
  return found;
}

/** What the attack on the page and its control fall short of. */
export function shortOfHijack({ asked, forged, bad, control }: Hijacked): readonly string[] {
  const calls = Object.keys(contract).length;
  return [
    ...bad,
    ...(asked >= calls ? [] : [`the page asked ${asked} times`]),
    ...(forged >= calls ? [] : [`${forged} forged calls`]),
    ...Object.entries(control).flatMap(([what, caught]) => (caught > 0 ? [] : [`control ${what} was not caught`])),
  ];
}
