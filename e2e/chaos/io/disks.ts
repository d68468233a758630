import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { dataOf } from '../real-backend.ts';
import type { Told } from './acts.ts';
import type { Run } from './judge.ts';

/** One call of the system and how it fails: `when` is counted for each thread, in the words of strace. */
export interface Fault {
  readonly call: string;
  readonly error: 'EIO' | 'ENOSPC';
  readonly when: string;
}

export const injectedCalls = ['pwrite64', 'fdatasync', 'fsync', 'rename', 'ftruncate'] as const;

const script = path.join(import.meta.dirname, 'script-process.ts');

export interface ScriptOptions {
  readonly fault?: Fault;
  /** `swallowing` says "saved" whatever the disk says. */
  readonly kind?: 'true' | 'swallowing';
  /** `full` fills the disk first and makes room later. */
  readonly disk?: 'as it is' | 'full';
}

/** Runs the script in a folder that holds a scene. */
export async function runScript(
  folder: string,
  { fault, kind = 'true', disk = 'as it is' }: ScriptOptions = {},
): Promise<Run> {
  const program = [process.execPath, script, folder, kind, disk];
  const [command = '', ...args] = fault ? ['strace', ...straceArgs(fault), ...program] : program;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const told = lines.filter((line) => line.includes('"act"')).map((line): Told => JSON.parse(line));
  const isEnded = code === 0 && lines.at(-1) === '{"ended":true}';
  if (!isEnded) console.error(complaints.split('\n').slice(0, 12).join('\n'));
  return { folder, told, isEnded };
}

function straceArgs({ call, error, when }: Fault): readonly string[] {
  return [
    '-f',
    '-qqq',
    '--seccomp-bpf',
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${when}`,
    '-o',
    '/dev/null',
  ];
}

/** How often the main thread makes each call in a run on a sound disk. */
export async function countCalls(folder: string): Promise<ReadonlyMap<string, number>> {
  const list = path.join(folder, 'calls.txt');
  const child = spawn(
    'strace',
    [
      '-f',
      '-qqq',
      '--seccomp-bpf',
      '-e',
      `trace=${injectedCalls.join()}`,
      '-o',
      list,
      process.execPath,
      script,
      folder,
    ],
    { stdio: 'ignore' },
  );
  await once(child, 'exit');
  const { stdout } = spawnSync('sort', ['-n', list], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = stdout.split('\n').map((line) => /^(\d+) +(\w+)\(/.exec(line));
  const main = lines.find((found) => found !== null)?.[1];
  const counts = new Map<string, number>();
  for (const found of lines) {
    const call = found?.[1] === main ? found?.[2] : undefined;
    if (call !== undefined) counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

export function canInject(): boolean {
  return spawnSync('strace', ['-qqq', '-o', '/dev/null', 'true']).status === 0;
}

/** A disk of its own under the data of a copied scene; null where this user may not mount one. */
export function mountSmall(folder: string, size: string): (() => void) | null {
  const place = dataOf(folder);
  const beside = `${place}.beside`;
  cpSync(place, beside, { recursive: true });
  mkdirSync(place, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', place]).status !== 0) return null;
  cpSync(beside, place, { recursive: true });
  rmSync(beside, { recursive: true });
  return () => void spawnSync('umount', ['-l', place]);
}

export function remount(folder: string, how: 'ro' | 'rw'): boolean {
  return spawnSync('mount', ['-o', `remount,${how}`, dataOf(folder)]).status === 0;
}

/** What was on the disk stays when it is gone. */
export function keepData(folder: string, unmount: () => void): void {
  const place = dataOf(folder);
  const kept = `${place}.kept`;
  cpSync(place, kept, { recursive: true });
  unmount();
  rmSync(place, { recursive: true, force: true });
  cpSync(kept, place, { recursive: true });
  rmSync(kept, { recursive: true });
}
