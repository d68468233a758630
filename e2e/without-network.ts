import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../electron/launcher/build.ts';

const variable = 'RAPPORT_WITHOUT_NETWORK';

/** This very process stands in a network namespace that has nothing but itself. */
export const isWithoutNetwork = process.env[variable] === 'yes';

const isRoot = process.getuid?.() === 0;
const unshare = isRoot ? ['--net'] : ['--map-root-user', '--net'];

/** Whether this machine lets a process leave the network. */
export function canLeaveNetwork(): boolean {
  return (
    process.platform === 'linux' && spawnSync('unshare', [...unshare, 'ip', 'link', 'set', 'lo', 'up']).status === 0
  );
}

/** The interfaces of this process; `lo` alone leads nowhere. */
export function networkInterfaces(): readonly string[] {
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2);
  return lines.flatMap((line) => /^\s*([^\s:]+):/.exec(line)?.[1] ?? []);
}

/** Plays the tests of a file that carry the tag, in a namespace whose only interface is the loop back to itself. */
export function playWithoutNetwork(
  file: string,
  tag: string,
  project: string,
): { readonly passed: boolean; readonly output: string } {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const play = [process.execPath, cli, 'test', '-c', path.join(root, 'e2e/playwright.config.ts'), file];
  const options = [
    '--grep',
    tag,
    '--project',
    project,
    '--workers',
    '1',
    '--output',
    path.join(root, 'test-results/without-network'),
  ];
  const done = spawnSync(
    'unshare',
    [...unshare, 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', ...play, ...options],
    { cwd: root, encoding: 'utf8', env: { ...process.env, [variable]: 'yes' } },
  );
  return { passed: done.status === 0, output: `${done.stdout}${done.stderr}` };
}
