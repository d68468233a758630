import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { launchOnChromium } from '../../electron/chromium-runtime/launch.ts';
import { invokeEvent } from '../../electron/chromium-runtime/page-binding.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { contract } from '../../shared/contract/contract.ts';

export interface Hijacked {
  /** Calls of a page that was taken over, and of senders that are not the page. */
  readonly asked: number;
  readonly forged: number;
  readonly bad: readonly string[];
}

const page = 'app://rapport/index.html';
const main = { url: page, parent: null };
const foreignFrames = [
  { url: 'app://rapport.evil/index.html', parent: null },
  { url: 'app://rapportx/index.html', parent: null },
  { url: `${page}@evil.example/`, parent: null },
  { url: 'https://rapport/index.html', parent: null },
  { url: 'about:blank', parent: null },
  { url: page, parent: main },
  null,
];

const codeOf = (reply: unknown): unknown => Reflect.get(Object(reply), 'code');

/** Every call from a sender that is not the program's page, with the real handler that main.ts has registered. */
async function forge(window: BrowserWindow, bad: string[]): Promise<number> {
  const handler = registrations.ipcHandlers.get('call');
  if (!handler) throw new Error('no handler');
  let forged = 0;
  const from = async (sender: object, frame: Parameters<typeof invokeEvent>[1], name: string) => {
    forged += 1;
    const reply: unknown = await Reflect.apply(handler, undefined, [invokeEvent(sender, frame), name, {}]);
    if (codeOf(reply) !== 'not_trusted') bad.push(`${name}: answered to ${JSON.stringify(frame)}`);
  };
  for (const name of Object.keys(contract)) {
    for (const frame of foreignFrames) await from(window.webContents, frame, name);
    await from({}, main, name);
  }
  return forged;
}

/** What the channel can carry, from inside the page itself. */
const script = (names: readonly string[]) => `(async () => {
  const payloads = [null, 0, 'x', [], { __proto__: null, commandId: 1 }, JSON.parse('{"__proto__": {"ok": true}}'),
    { commandId: "'; drop table client; --", clientId: '../../etc/passwd' }, { extra: 'x'.repeat(100000) }, '\\ud800'];
  const open = new Set(${JSON.stringify(Object.keys(contract).filter((name) => /^(?:settings\.(?:openSample|leaveSample|chooseDataFolder)|safety\.(?:readyToClose|chooseSecondFolder|backUpNow|revealData))$/.test(name)))});
  const bad = [];
  let asked = 0;
  for (const name of ${JSON.stringify(names)})
    for (const payload of payloads) {
      if (open.has(name) && payload !== null && typeof payload === 'object' && !Array.isArray(payload)) continue;
      asked += 1;
      const reply = await window.rapport.call(name, payload).catch((problem) => ({ ok: false, code: 'thrown', message: String(problem) }));
      if (!reply.ok && (reply.code === 'unexpected' || reply.code === 'thrown' || /\\n\\s+at |SQLITE|\\/(?:tmp|home|root|dev)\\//.test(JSON.stringify(reply)))) bad.push(name + ': ' + JSON.stringify(reply).slice(0, 200));
    }
  for (const name of ['notes.burn', '__proto__', 'toString', 7, null]) {
    const reply = await window.rapport.call(name, {});
    if (reply.code !== 'unknown_call') bad.push('an unknown call is answered');
  }
  if (Object.keys(window.rapport).toSorted().join() !== 'call,onChanged,onCommand,platform,zoom') bad.push('the bridge has more than it should');
  return { asked, bad };
})()`;

/** Runs in a process of its own: the built program on the Chromium runtime, whose page is in wrong hands. */
export async function hijack(mainFile: string, folder: string): Promise<void> {
  process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
  process.env['RAPPORT_TEST_DESK'] = path.join(folder, 'desk');
  mkdirSync(path.join(folder, 'desk'), { recursive: true });
  await launchOnChromium(mainFile, ['--headless', '--data', path.join(folder, 'data')]);
  let window = BrowserWindow.getAllWindows()[0];
  while (!window || window.webContents.getURL() !== page) {
    await wait(25);
    [window] = BrowserWindow.getAllWindows();
  }
  const bad: string[] = [];
  const forged = await forge(window, bad);
  const found: unknown = await window.webContents.executeJavaScript(script(Object.keys(contract)));
  const asked = Number(Reflect.get(Object(found), 'asked'));
  const said: unknown = Reflect.get(Object(found), 'bad');
  const all = [...bad, ...(Array.isArray(said) ? said.map(String) : ['the page did not answer'])];
  process.stdout.write(`${JSON.stringify({ asked, forged, bad: all })}\n`, () => process.exit(0));
}

/** The same from outside; what the process says last. */
export function hijackProgram(mainFile: string, folder: string): Hijacked {
  const file = path.join(import.meta.dirname, 'hijack.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [file, mainFile, folder], { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) return { asked: 0, forged: 0, bad: [`the program ended: ${stderr.slice(-500)}`] };
  const found: Hijacked = JSON.parse(line);
  return found;
}
