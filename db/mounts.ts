import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What is mounted where, in the form of /proc/mounts; nothing where the system does not tell. */
export function readMounts(): string {
  try {
    if (process.platform === 'darwin') return mountsOfMac(execFileSync('/sbin/mount', { encoding: 'utf8' }));
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}

/** What macOS writes as `//vera@server/share on /Volumes/share (smbfs, nodev)`. */
export function mountsOfMac(said: string): string {
  return said
    .split('\n')
    .flatMap((line) => {
      const { what, where, type } = /^(?<what>.+?) on (?<where>\/.*) \((?<type>\w+)[^()]*\)$/.exec(line)?.groups ?? {};
      return what && where && type ? [`${escaped(what)} ${escaped(where)} ${type} rw 0 0\n`] : [];
    })
    .join('');
}

const escaped = (words: string): string => words.replaceAll(' ', String.raw`\040`);
