import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processTree } from './process-tree.ts';

/** A socket that waits for somebody to connect, or for a datagram. */
export interface OpenDoor {
  readonly protocol: string;
  /** As in /proc/net, hexadecimal; a path for one of this computer alone. */
  readonly address: string;
  readonly inode: string;
}

const listening = '0A';

/** A process and its descriptors come and go while they are looked at; one that is gone hides no other. */
function unlessGone<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch {
    return null;
  }
}

function socketsOf(pid: number): readonly string[] {
  const descriptors = unlessGone(() => readdirSync(`/proc/${pid}/fd`)) ?? [];
  return descriptors.flatMap((descriptor) => {
    const target = unlessGone(() => readlinkSync(`/proc/${pid}/fd/${descriptor}`)) ?? '';
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
}

function doorsOfProtocol(protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6'): readonly OpenDoor[] {
  const lines = readFileSync(`/proc/net/${protocol}`, 'utf8').trim().split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, address = '', remote = '', state, , , , , , inode = ''] = line.trim().split(/\s+/);
    const isOpen = protocol.startsWith('tcp') ? state === listening : /^0+:0000$/.test(remote);
    return isOpen ? { protocol, address, inode } : [];
  });
}

/** Every door that the process and those it started hold open, from /proc/net. */
export function openDoors(pid: number): readonly OpenDoor[] {
  const own = new Set(processTree(pid).flatMap(socketsOf));
  const protocols = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
  return protocols.flatMap(doorsOfProtocol).filter(({ inode }) => own.has(inode));
}

const accepts = 0x10000;

/** Every socket with a path at which the process or those it started wait for others of this computer. */
export function openPaths(pid: number): readonly OpenDoor[] {
  const own = new Set(processTree(pid).flatMap(socketsOf));
  const lines = readFileSync('/proc/net/unix', 'utf8').trim().split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, , , flags = '0', , , inode = '', address = ''] = line.trim().split(/\s+/);
    const isOpen = (Number.parseInt(flags, 16) & accepts) !== 0 && own.has(inode);
    return isOpen ? { protocol: 'unix', address, inode } : [];
  });
}
