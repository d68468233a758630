import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const variable = 'RAPPORT_WITHOUT_NETWORK';

/** This very process stands in a network namespace that has nothing but itself. */
export const isWithoutNetwork = process.env[variable] === 'yes';

const isRoot = process.getuid?.() === 0;
const unshare = ['unshare', ...(isRoot ? ['--net'] : ['--map-root-user', '--net'])] as const;

/**
 * `none` has the loop back to itself alone. `blind` has a network as well, with an address, a way out and, by the
 * machine's own settings, servers of names, but nobody is there: programs try what they would try anywhere.
 */
export type Surroundings = 'none' | 'blind';

const loop = 'ip link set lo up';
const blindLink = [
  'ip link add blind type veth peer name nobody',
  'ip address add 192.0.2.2/24 dev blind',
  '(ip -6 address add 2001:db8::2/64 dev blind nodad || true)',
  'ip link set nobody up',
  'ip link set blind up',
  'ip route add default via 192.0.2.1',
  '(ip -6 route add default via 2001:db8::1 || true)',
] as const;

/** The same command inside of a network namespace of its own. */
export function within(surroundings: Surroundings, command: readonly string[]): readonly [string, ...string[]] {
  const steps = [loop, ...(surroundings === 'blind' ? blindLink : []), 'exec "$0" "$@"'];
  return [...unshare, 'sh', '-c', steps.join(' && '), ...command];
}

/** Says to all that is started so that it stands in a namespace without a network. */
export const withoutNetwork: NodeJS.ProcessEnv = { [variable]: 'yes' };

/** Whether this machine lets a process leave the network for such surroundings. */
export function canLeaveNetwork(surroundings: Surroundings = 'none'): boolean {
  if (process.platform !== 'linux') return false;
  const [command, ...args] = within(surroundings, ['true']);
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The interfaces of this process; `lo` alone leads nowhere. */
export function networkInterfaces(): readonly string[] {
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2);
  return lines.flatMap((line) => /^\s*([^\s:]+):/.exec(line)?.[1] ?? []);
}
