import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// A disk that may lose power: what was written to a file is on it once the file was synced, a name once its folder was.
// Until then any part of it may have reached the disk.

export type FileWrite =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

/** What one call does to the names in a folder: all of it or nothing. */
export type NameChange = readonly (readonly [name: string, node: Node | null])[];

interface Pending<Change> {
  readonly change: Change;
  /** How many calls had ended before it. */
  readonly index: number;
}

/** The bytes of a file, with room to grow. */
export class Content {
  #room: Buffer;
  #length: number;

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#room = Buffer.from(bytes);
    this.#length = bytes.length;
  }

  get length(): number {
    return this.#length;
  }

  /** As they are; not to be kept. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  apply(change: FileWrite): void {
    const isWrite = change.kind === 'write';
    const end = isWrite ? Math.max(this.#length, change.at + change.bytes.length) : change.length;
    if (end > this.#room.length) this.#room = Buffer.concat([this.bytes], Math.max(end, 2 * this.#room.length));
    // What was cut off does not come back when the file grows again.
    else if (end > this.#length) this.#room.fill(0, this.#length, end);
    this.#length = end;
    if (isWrite) change.bytes.copy(this.#room, change.at);
  }
}

export class DiskFile {
  readonly kind = 'file';
  /** As every program sees it. */
  readonly now: Content;
  /** What no power cut takes away. */
  readonly durable: Content;
  readonly pending: Pending<FileWrite>[] = [];

  constructor(bytes?: Buffer) {
    this.now = new Content(bytes);
    this.durable = new Content(bytes);
  }

  change(change: FileWrite, index: number): void {
    this.now.apply(change);
    this.pending.push({ change, index });
  }

  sync(before: number): void {
    for (const { change } of settled(this.pending, before)) this.durable.apply(change);
  }
}

export class DiskFolder {
  readonly kind = 'folder';
  readonly now = new Map<string, Node>();
  readonly durable = new Map<string, Node>();
  readonly pending: Pending<NameChange>[] = [];

  change(change: NameChange, index: number): void {
    rename(this.now, change);
    this.pending.push({ change, index });
  }

  sync(before: number): void {
    for (const { change } of settled(this.pending, before)) rename(this.durable, change);
  }
}

export type Node = DiskFile | DiskFolder;

/** Takes out what was done before. */
function settled<Change>(pending: Pending<Change>[], before: number): readonly Pending<Change>[] {
  const count = pending.filter(({ index }) => index < before).length;
  return pending.splice(0, count);
}

export function rename(names: Map<string, Node>, change: NameChange): void {
  for (const [name, node] of change) {
    if (node === null) names.delete(name);
    else names.set(name, node);
  }
}

/** What lies in a folder of this computer, all of it safe. */
export function diskOf(folder: string): DiskFolder {
  const made = new DiskFolder();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    const node = entry.isDirectory() ? diskOf(place) : new DiskFile(readFileSync(place));
    made.now.set(entry.name, node);
    made.durable.set(entry.name, node);
  }
  return made;
}

/** Once more, to be played on: of a disk on which nothing was played yet. */
export function copyOf(folder: DiskFolder): DiskFolder {
  const made = new DiskFolder();
  for (const [name, node] of folder.now) {
    const copy = node.kind === 'folder' ? copyOf(node) : new DiskFile(node.now.bytes);
    made.now.set(name, copy);
    made.durable.set(name, copy);
  }
  return made;
}

/** In what one differs from the other as programs see them. */
export function differences(one: DiskFolder, other: DiskFolder, place = ''): readonly string[] {
  const names = [...new Set([...one.now.keys(), ...other.now.keys()])].toSorted();
  return names.flatMap((name) => difference(one.now.get(name), other.now.get(name), path.join(place, name)));
}

function difference(one: Node | undefined, other: Node | undefined, place: string): readonly string[] {
  if (!one || !other) return [`${place} is ${one ? 'there' : 'missing'}`];
  if (one.kind === 'folder' && other.kind === 'folder') return differences(one, other, place);
  if (one.kind === 'folder' || other.kind === 'folder') return [`${place} is a ${one.kind}`];
  // It is shared memory, written without a call.
  if (place.endsWith('-shm')) return [];
  return one.now.bytes.equals(other.now.bytes) ? [] : [`${place} holds something else`];
}

/** How many files lie in it. */
export function countFiles(folder: DiskFolder): number {
  return [...folder.now.values()].reduce((sum, node) => sum + (node.kind === 'file' ? 1 : countFiles(node)), 0);
}
