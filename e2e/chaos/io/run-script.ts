import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Script, Told } from './acts.ts';
import {
  type Call,
  type FailingFiles,
  failingFiles,
  type Fault,
  fileCalls,
  isFileCall,
  metFile,
  systemCalls,
} from './fault.ts';
import type { Run } from './judge.ts';

const program = path.join(import.meta.dirname, 'script-process.ts');
const preloaded = ['--import', pathToFileURL(path.join(import.meta.dirname, 'failing-files.ts')).href];

export interface ScriptOptions {
  readonly script?: Script;
  readonly fault?: Fault;
  /** `swallowing` says "saved" whatever the disk says. */
  readonly kind?: 'true' | 'swallowing';
  /** `full` fills the disk first and makes room later. */
  readonly disk?: 'as it is' | 'full';
}

/** Runs a script in a folder that holds a scene. */
export async function runScript(folder: string, options: ScriptOptions = {}): Promise<Run> {
  const { script = 'work', fault, kind = 'true', disk = 'as it is' } = options;
  const isInside = fault !== undefined && isFileCall(fault.call);
  const node = [process.execPath, ...(isInside ? preloaded : []), program, folder, script, kind, disk];
  const [command = '', ...args] =
    fault && !isInside ? ['strace', ...straceArgs(fault, injectedIn(folder)), ...node] : node;
  const env = environment(folder, isInside ? { folder, fault, countsTo: null } : null);
  for (const file of [metFile(folder), injectedIn(folder)]) rmSync(file, { force: true });
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const [said, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const told = lines.filter((line) => line.includes('"act"')).map((line): Told => JSON.parse(line));
  const isEnded = code === 0 && lines.at(-1) === '{"ended":true}';
  if (!isEnded) console.error(complaints.split('\n').slice(0, 12).join('\n'));
  const isMet = isInside ? existsSync(metFile(folder)) : fault !== undefined && isInjected(folder);
  return { folder, told, isEnded, isMet };
}

/** The same modules are loaded a thousand times over: what they become is kept beside the scene. */
function environment(folder: string, inside: FailingFiles | null): NodeJS.ProcessEnv {
  const known = { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(folder), 'modules') };
  return inside === null ? known : { ...known, [failingFiles]: JSON.stringify(inside) };
}

const following = ['-f', '-qqq', '--seccomp-bpf'];

const injectedIn = (folder: string) => `${folder}.injected`;

function straceArgs({ call, error, when }: Fault, list: string): readonly string[] {
  const fault = `inject=${call}:error=${error}:when=${when}`;
  return [...following, '-s', '0', '-e', `trace=${call}`, '-e', fault, '-o', list];
}

function isInjected(folder: string): boolean {
  return readFileSync(injectedIn(folder), 'utf8').includes('(INJECTED)');
}

export type Counts = ReadonlyMap<Call, number>;

/** How often the thread that makes it most makes each call, in a run on a sound disk. */
export async function countCalls(folder: string, script: Script): Promise<Counts> {
  const list = `${folder}.calls`;
  const countsTo = `${folder}.counts`;
  const trace = [...following, '-e', `trace=${systemCalls.join()}`, '-o', list];
  const child = spawn('strace', [...trace, process.execPath, ...preloaded, program, folder, script], {
    stdio: 'ignore',
    env: environment(folder, { folder, fault: null, countsTo }),
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the calls of ${script} cannot be counted`);
  const most = new Map<Call, number>();
  const note = (call: Call, count: number) => most.set(call, Math.max(count, most.get(call) ?? 0));
  const ofThreads = new Map<string, number>();
  for (const [begun] of readFileSync(list, 'utf8').matchAll(/^\d+ +\w+\(/gm))
    ofThreads.set(begun, (ofThreads.get(begun) ?? 0) + 1);
  for (const call of systemCalls)
    for (const [begun, count] of ofThreads) if (begun.endsWith(` ${call}(`)) note(call, count);
  for (const file of globSync(`${countsTo}.*`)) {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    for (const call of fileCalls) if (counts[call] > 0) note(call, counts[call]);
  }
  return most;
}

export function canInject(): boolean {
  return spawnSync('strace', ['-qqq', '-o', '/dev/null', 'true']).status === 0;
}
