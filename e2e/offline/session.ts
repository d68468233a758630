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

/**
 * A day of a partner in surroundings that look like a network, followed by strace. Without `sends` only the kernel counts
 * what is sent, and it is much quicker.
 */
export async function followSession({ sends }: { readonly sends: boolean }): Promise<Followed> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-offline-'));
  try {
    const trace = path.join(folder, 'trace.txt');
    const word = path.join(folder, 'from-here-on-it-talks');
    const program = [process.execPath, script, mainFile, folder, word];
    const report = await reportOf(followed(trace, program, sends), trace);
    return judge(report, hear(trace, word), sends);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportOf(command: readonly string[], trace: string): Promise<SessionReport> {
  const [program, ...args] = within('blind', command);
  const { PATH, RAPPORT_CHROMIUM, TMPDIR } = process.env;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, LANG: 'en_US.UTF-8', ...(RAPPORT_CHROMIUM && { RAPPORT_CHROMIUM }), ...(TMPDIR && { TMPDIR }) },
  });
  const limit = setTimeout(() => child.pid !== undefined && killTree(child.pid), longest);
  const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  clearTimeout(limit);
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

/** Nothing strange, nothing sent, and every detector awake. */
export function isSilent({ strange, traffic, nameQuestions: questions, control }: Followed): boolean {
  const isNothingSent = traffic.datagramsSent + traffic.connectionsBegun + traffic.connectionsTaken === 0;
  return strange.length === 0 && questions === 0 && isNothingSent && Object.values(control).every(Boolean);
}
