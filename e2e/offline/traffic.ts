import { readFileSync } from 'node:fs';

/** What the kernel itself counted in the network namespace of this process, the loop back to itself included. */
export interface Traffic {
  /** A question to a server of names is one of these, where there is a way to it. */
  readonly datagramsSent: number;
  readonly connectionsBegun: number;
  readonly connectionsTaken: number;
  /** Datagrams and connections that were tried towards somewhere no way leads to: all of them, where there is no network. */
  readonly triedInVain: number;
  readonly triedInVain6: number;
}

function counter(lines: readonly string[], protocol: string, name: string): number {
  const [names, values] = lines.filter((line) => line.startsWith(`${protocol}: `)).map((line) => line.split(' '));
  return Number(values?.[names?.indexOf(name) ?? -1] ?? Number.NaN);
}

function counter6(lines: readonly string[], name: string): number {
  const found = lines.find((line) => line.startsWith(`${name} `) || line.startsWith(`${name}\t`));
  return Number(found?.split(/\s+/)[1] ?? 0);
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    // A machine without IPv6 counts nothing of it.
    return [];
  }
}

export function readTraffic(): Traffic {
  const lines = linesOf('/proc/self/net/snmp');
  const lines6 = linesOf('/proc/self/net/snmp6');
  const datagramsSent = counter(lines, 'Udp', 'OutDatagrams') + counter6(lines6, 'Udp6OutDatagrams');
  return {
    datagramsSent,
    connectionsBegun: counter(lines, 'Tcp', 'ActiveOpens'),
    connectionsTaken: counter(lines, 'Tcp', 'PassiveOpens'),
    triedInVain: counter(lines, 'Ip', 'OutNoRoutes'),
    triedInVain6: counter6(lines6, 'Ip6OutNoRoutes'),
  };
}
