import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildIfNeeded, mainFile } from '../../electron/launcher/build.ts';
import { killTree } from '../process-tree.ts';
import { nameQuestions, sort, type Sorted } from './allowed.ts';
import { pageTries, stranger } from './controls.ts';
import { within } from './namespace.ts';
import { followed, type Heard, hear } from './strace.ts';
import type { Traffic } from './traffic.ts';

/** What the program's own process saw, quiet and in the control. */
export interface SessionReport {
  readonly looks: number;
  /** Seconds that nobody touched it, after the day, and the looks in them. */
  readonly idle: number;
  readonly looksWhileIdle: number;
  /** Processes of the program at the last look: a window has several. */
  readonly processes: number;
  /** Where anything of the whole program waited for others. */
  readonly doors: readonly string[];
  readonly traffic: Traffic;
  readonly control: {
    readonly refusedInPage: Readonly<Record<string, readonly string[]>>;
    readonly doors: readonly string[];
    readonly traffic: Traffic;
  };
}

export interface Followed extends Sorted, Omit<SessionReport, 'control'> {
  readonly calls: number;
  readonly nameQuestions: number;
  /** Each detector and whether it noticed the program that talks. */
  readonly control: Readonly<Record<string, boolean>>;
}

const script = path.join(import.meta.dirname, 'session-process.ts');
const longest = 500_000;

export interface SessionOptions {
  /** Without, only the kernel counts what is sent, and it is much quicker. */
  readonly sends: boolean;
  /** Seconds that the program is left alone after the day. */
  readonly idle: number;
}

/** A day of a partner in surroundings that look like a network, followed by strace. */
export async function followSession({ sends, idle }: SessionOptions): Promise<Followed> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-offline-'));
  try {
    const trace = path.join(folder, 'trace.txt');
    const word = path.join(folder, 'from-here-on-it-talks');
    const program = [process.execPath, script, mainFile, folder, word, String(idle)];
    const report = await reportOf(followed(trace, program, sends), { trace, limit: longest + idle * 1000 });
    return judge(report, hear(trace, word), sends);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportOf(
  command: readonly string[],
  { trace, limit }: { readonly trace: string; readonly limit: number },
): Promise<SessionReport> {
  const [program, ...args] = within('blind', command);
  const { PATH, RAPPORT_CHROMIUM, TMPDIR } = process.env;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, LANG: 'en_US.UTF-8', ...(RAPPORT_CHROMIUM && { RAPPORT_CHROMIUM }), ...(TMPDIR && { TMPDIR }) },
  });
  const over = setTimeout(() => child.pid !== undefined && killTree(child.pid), limit);
  const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  clearTimeout(over);
  const line = said.split('\n').find((each) => each.startsWith('{'));
  if (line === undefined || !existsSync(trace)) throw new Error(`the program did not come to its end:\n${complaints}`);
  return JSON.parse(line);
}

function judge({ control, ...quiet }: SessionReport, { before, after }: Heard, sends: boolean): Followed {
  const talked = sort(after).strange;
  const sorted = sort([...before, ...quiet.doors.map(asCall)]);
  return {
    ...quiet,
    ...sorted,
    calls: before.length,
    nameQuestions: nameQuestions(before).length,
    control: {
      ...Object.fromEntries(
        Object.keys(pageTries).map((name) => [
          `policy: ${name}`,
          control.refusedInPage[name]?.some((directive) => name.startsWith(directive)) === true,
        ]),
      ),
      'strace: connect': talked.some((call) => call === `connect TCP ${stranger}:9`),
      ...(sends && {
        'strace: datagram': talked.some((call) => call.startsWith('send') && call.endsWith(` ${stranger}:9`)),
      }),
      'strace: question for a name': nameQuestions(talked).length > 0,
      'strace: listen': talked.some((call) => call.startsWith('listen TCP')),
      'open doors': control.doors.includes('tcp'),
      'kernel: datagrams': control.traffic.datagramsSent > quiet.traffic.datagramsSent,
      'kernel: connections': control.traffic.connectionsBegun > quiet.traffic.connectionsBegun,
    },
  };
}

/** A door that was seen is judged as the call that opened it. */
export function asCall(door: string): string {
  const [protocol = '', address = ''] = door.split(' ');
  return protocol === 'unix' ? `listen UNIX unix ${address}` : `listen ${protocol.toUpperCase()} ${address}`;
}

/** Looks at a program that is left alone, a second; fewer mean that nobody looked. */
const looksPerSecond = 0.5;

/** What of a day is not as it must be, in words: nothing strange, nothing sent, watched, and every detector awake. */
export function shortOfSilence(day: Followed): readonly string[] {
  const { traffic, nameQuestions: questions, looks, looksWhileIdle, idle, processes, calls } = day;
  const promises: readonly (readonly [string, boolean])[] = [
    ...Object.entries(traffic).map(([name, count]) => [`${name}: ${count}`, count === 0] as const),
    [`${questions} questions for names`, questions === 0],
    [`${looks} looks`, looks > 1],
    [`${looksWhileIdle} looks in ${idle} idle seconds`, looksWhileIdle >= looksPerSecond * idle],
    [`${processes} processes`, processes > 2],
    // Chromium always asks for something of its own; a trace without a call was of nothing.
    [`${calls} calls in the trace`, calls > 0],
    ...Object.entries(day.control).map(([name, isCaught]) => [`not noticed by ${name}`, isCaught] as const),
  ];
  return [
    ...day.strange.map((call) => `strange: ${call}`),
    ...promises.flatMap(([name, isKept]) => (isKept ? [] : [name])),
  ];
}
