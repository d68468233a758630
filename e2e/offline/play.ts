import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../electron/launcher/build.ts';
import { killTree } from '../process-tree.ts';
import { type Count, readPlaywright } from '../reports.ts';
import { sort, type Sorted } from './allowed.ts';
import { wayIn } from './programs.ts';
import { within, withoutNetwork } from './namespace.ts';
import { asCall } from './session.ts';
import type { Traffic } from './traffic.ts';

export interface Watched {
  readonly seconds: number;
  readonly looks: number;
  /** Processes of the program that were looked at. */
  readonly programs: number;
  readonly doors: readonly string[];
  readonly traffic: Traffic;
  /** After the watch itself has talked. */
  readonly trafficOfControl: Traffic;
  readonly interfaces: readonly string[];
}

export interface Played extends Omit<Watched, 'doors'>, Sorted {
  readonly count: Count;
  /** Whether the tests' own way into the page was seen: a watch that misses it would miss another one. */
  readonly isWayInSeen: boolean;
  readonly output: string;
}

const script = path.join(import.meta.dirname, 'play-process.ts');

/**
 * Plays e2e tests, chosen as Playwright's own command line does, in a namespace whose only interface is the loop back.
 * What is not played after so many minutes counts as failed.
 */
export async function play(minutes: number, ...chosen: readonly string[]): Promise<Played> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-played-'));
  const file = (name: string) => path.join(folder, name);
  const options = ['-c', path.join(root, 'e2e/playwright.config.ts'), '--reporter=list,json'];
  const limits = [`--global-timeout=${Math.round(minutes * 60_000)}`];
  const output = ['--output', path.join(root, 'test-results/without-network')];
  const command = [process.execPath, script, file('watched.json'), ...options, ...limits, ...output, ...chosen];
  try {
    const said = await saidBy(within('none', command), {
      // The runner ends itself first, and then still has its report to write.
      milliseconds: (minutes + 2) * 60_000,
      file: file('said.txt'),
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file('report.json') },
    });
    const count = readPlaywright(file('report.json'));
    if (count === null) throw new Error(`the tests did not come to their end: ${said}`);
    const { doors, ...watched }: Watched = JSON.parse(readFileSync(file('watched.json'), 'utf8'));
    const strangers = doors.filter((door) => door !== wayIn).map(asCall);
    return { ...watched, ...sort(strangers), count, isWayInSeen: doors.includes(wayIn), output: said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function saidBy(
  [program, ...args]: readonly [string, ...string[]],
  { milliseconds, file, environment }: { milliseconds: number; file: string; environment: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...withoutNetwork, ...environment },
  });
  const kept = createWriteStream(file);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(kept, { end: false });
  const limit = setTimeout(() => child.pid !== undefined && killTree(child.pid), milliseconds);
  await once(child, 'close');
  clearTimeout(limit);
  kept.end();
  await once(kept, 'finish');
  return readFileSync(file, 'utf8');
}

/** A program ends within a look or two; most tests start one that lives longer. */
const programsPerTest = 0.5;
/** The machine may be slow to look, but not blind. */
const looksPerSecond = 0.5;

/** What of a play is not as it must be, in words: green, watched, and nobody asked, waited for or written to. */
export function shortOfOffline(played: Played): readonly string[] {
  const { count, strange, traffic, trafficOfControl, interfaces, looks, programs, seconds, isWayInSeen } = played;
  const promises: readonly (readonly [string, boolean])[] = [
    ['no test was played', count.passed > 0],
    [`the interfaces are ${interfaces.join(', ')}`, interfaces.join() === 'lo'],
    ["the tests' own way in was not seen", isWayInSeen],
    [`${looks} looks in ${seconds} seconds`, looks >= looksPerSecond * seconds],
    [`${programs} programs seen in ${count.passed} tests`, programs >= programsPerTest * count.passed],
    [`${traffic.datagramsSent} datagrams sent`, traffic.datagramsSent === 0],
    [`tried ${traffic.triedInVain} times to reach somebody`, traffic.triedInVain === 0],
    ['an attempt to reach somebody was not counted', trafficOfControl.triedInVain >= traffic.triedInVain + 2],
  ];
  return [
    ...count.failed.map((name) => `failed: ${name}`),
    ...strange.map((call) => `strange: ${call}`),
    ...promises.flatMap(([name, isKept]) => (isKept ? [] : [name])),
  ];
}
