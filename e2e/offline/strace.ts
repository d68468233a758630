import { readFileSync } from 'node:fs';

/** All that opens a way to somebody, or to here. A socket alone, and a pair of them, reach nobody. */
const ways = ['connect', 'bind', 'listen', 'accept', 'accept4'] as const;
/** Chromium's own processes talk to each other by these, thousands of times. */
const sends = ['sendto', 'sendmsg', 'sendmmsg'] as const;

/** The command, followed with everything it starts; what it asks of the network is written into a file. */
export function followed(file: string, command: readonly string[], hasSends: boolean): readonly string[] {
  const traced = [...ways, ...(hasSends ? sends : [])].join();
  const look = ['-f', '-qqq', '-yy', '--seccomp-bpf', '-s', '0', '-e', `trace=${traced}`, '-e', 'signal=none'];
  return ['strace', ...look, '-o', file, ...command];
}

function address(line: string): string {
  const path = /sun_path=(@?)"([^"]*)"/.exec(line);
  if (path) return `unix ${path[1]}${path[2]}`;
  const host = /inet_pton\(AF_INET6, "([^"]*)"|inet_addr\("([^"]*)"/.exec(line);
  const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1];
  if (host) return host[1] === undefined ? `${host[2]}:${port}` : `[${host[1]}]:${port}`;
  const family = /sa_family=AF_(\w+)/.exec(line)?.[1]?.toLowerCase();
  return family ?? '';
}

/** Sockets without an address that stay on this computer, in the words of strace. */
const local = /^(?:UNIX|NETLINK)/;

/** One call of the system in words, such as `connect UDP 192.0.2.7:53`; null for one between the program's own processes. */
export function inWords(line: string): string | null {
  const [, call, socket = ''] = /^\d+\s+(\w+)\(\d+(?:<([A-Za-z][\w-]*)[^>]*(?:->[^>]*)?>)?/.exec(line) ?? [];
  if (call === undefined) return null;
  const isAddressed = line.includes('sa_family=');
  const own = /^\d+\s+listen\(\d+<UNIX[^"]*"([^"]*)"/.exec(line)?.[1];
  if (!isAddressed && own === undefined && local.test(socket)) return null;
  return [call, socket, own === undefined ? address(line) : `unix ${own}`].filter((word) => word !== '').join(' ');
}

/** What was asked until a certain word was said on the way, and after it. */
export interface Heard {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The word is the path of a socket that nobody listens at. */
export function hear(file: string, word: string): Heard {
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => inWords(line) ?? []);
  const at = words.findIndex((each) => each.endsWith(`unix ${word}`));
  if (at === -1) throw new Error('the word was not heard');
  return { before: words.slice(0, at), after: words.slice(at + 1) };
}
