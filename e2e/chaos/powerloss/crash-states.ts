import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Content, type DiskFile, type DiskFolder, diskOf, type FileWrite, rename } from './disk.ts';

/** What of the unsynced is on the disk: nothing, everything, or some of it. */
type Share = 'none' | 'all' | 'some';

export interface Cut {
  readonly contents: Share;
  readonly names: Share;
}

/** Everything is what a kill leaves; some of it is drawn anew each time. */
export const cuts: readonly Cut[] = [
  { contents: 'none', names: 'none' },
  { contents: 'all', names: 'all' },
  { contents: 'none', names: 'all' },
  { contents: 'all', names: 'none' },
  { contents: 'some', names: 'some' },
  { contents: 'some', names: 'all' },
];

/** What lies on the disk when the power is back: bytes by the name of the file, null for a folder. */
export interface CrashState {
  readonly entries: readonly (readonly [name: string, bytes: Buffer | null])[];
  /** Equal states have equal sums. */
  readonly sum: string;
}

export function crashState(disk: DiskFolder, cut: Cut, random: () => number): CrashState {
  const entries = [...entriesOf(disk, '', cut, random)];
  const hash = createHash('sha1');
  for (const [name, bytes] of entries) hash.update(`${name}\0${bytes?.length ?? -1}\0`).update(bytes ?? '');
  return { entries, sum: hash.digest('hex') };
}

/** What lies in a folder of this computer, as if the power had gone off now. */
export function stateIn(folder: string): CrashState {
  return crashState(diskOf(folder), { contents: 'none', names: 'none' }, () => 0);
}

function* entriesOf(
  folder: DiskFolder,
  prefix: string,
  cut: Cut,
  random: () => number,
): Generator<readonly [string, Buffer | null]> {
  const names = new Map(folder.durable);
  // File systems write the changes of names down in their order.
  const count = { none: 0, all: folder.pending.length, some: Math.floor(random() * (folder.pending.length + 1)) };
  for (const { change } of folder.pending.slice(0, count[cut.names])) rename(names, change);
  for (const [name, node] of names) {
    const place = path.join(prefix, name);
    if (node.kind === 'folder') {
      yield [place, null];
      yield* entriesOf(node, place, cut, random);
      // Shared memory of those who have the file open; nobody has.
    } else if (!name.endsWith('-shm')) yield [place, bytesOf(node, cut.contents, random)];
  }
}

function bytesOf(file: DiskFile, share: Share, random: () => number): Buffer {
  if (share === 'none') return file.durable.bytes;
  if (share === 'all') return file.now.bytes;
  const content = new Content(file.durable.bytes);
  for (const { change } of file.pending)
    for (const part of random() < 0.3 ? torn(change, random) : random() < 0.5 ? [change] : []) content.apply(part);
  return content.bytes;
}

/** Disks write sector by sector, and any of them may be the last. */
function torn(change: FileWrite, random: () => number): readonly FileWrite[] {
  if (change.kind === 'truncate') return [change];
  const size = random() < 0.5 ? 512 : 4096;
  const parts = Array.from({ length: Math.ceil(change.bytes.length / size) }, (_, part): FileWrite => {
    const from = part * size;
    return { kind: 'write', at: change.at + from, bytes: change.bytes.subarray(from, from + size) };
  });
  return parts.filter(() => random() < 0.6);
}

/** Lays it out in an empty folder; files of settings that name places name those in it. Both roots are equally long. */
export function layOut({ entries }: CrashState, recorded: string, root: string): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const [name, bytes] of entries) {
    const place = path.join(root, name);
    if (bytes === null) mkdirSync(place, { recursive: true });
    else writeFileSync(place, name.endsWith('.json') ? moved(bytes, recorded, root) : bytes);
  }
}

function moved(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
