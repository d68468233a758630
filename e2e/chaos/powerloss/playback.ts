import path from 'node:path';
import { DiskFile, DiskFolder, type Node } from './disk.ts';
import type { SystemCall } from './system-calls.ts';

/** What a call did to the disk, or told the world. */
export type Effect = 'write' | 'name' | 'sync' | 'told' | 'nothing';

/** An open file; its doubles share the place at which they stand. */
interface Opened {
  readonly node: Node | null;
  readonly place: string;
  readonly isAppending: boolean;
  at: number;
}

interface Handle {
  readonly opened: Opened;
  /** How many calls had ended before it came. */
  readonly since: number;
}

/** A name in a folder; without a folder it lies elsewhere. */
interface Spot {
  readonly folder: DiskFolder | null;
  readonly name: string;
  readonly node: Node | null;
  readonly place: string;
}

const ficlone = '0x40049409';

/** Plays calls of one process on a disk of its own; what lies outside the folder it began with is nobody's business. */
export class Playback {
  readonly disk: DiskFolder;
  /** What the program wrote to its output, in whole lines. */
  readonly told: string[] = [];
  readonly #root: string;
  readonly #handles = new Map<number, Handle>();
  #workingFolder: string;
  #rest = '';
  #index = 0;

  /** `disk` is what lay in the folder `root` before the program began, in which the calls are played. */
  constructor(disk: DiskFolder, root: string, workingFolder = process.cwd()) {
    this.disk = disk;
    this.#root = root;
    this.#workingFolder = workingFolder;
  }

  play(call: SystemCall): Effect {
    const effect = call.result < 0 ? 'nothing' : this.#play(call);
    this.#index += 1;
    return effect;
  }

  #play(call: SystemCall): Effect {
    const { name, strings, args, result } = call;
    const number = (place: number) => Number.parseInt(args.at(place) ?? '', 10);
    const opened = this.#handles.get(number(0))?.opened;
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = strings;
    const here = (file: Buffer) => this.#spot('AT_FDCWD', file);
    const at = (place: number, file: Buffer) => this.#spot(args[place] ?? '', file);
    switch (name) {
      case 'open':
      case 'creat':
        return this.#open(here(first), call);
      case 'openat':
      case 'openat2':
        return this.#open(at(0, first), call);
      case 'close':
        return this.#close(number(0), call.begunAt);
      case 'dup':
      case 'dup2':
      case 'dup3':
        return this.#double(opened, result);
      case 'fcntl':
        return args[1]?.startsWith('F_DUPFD') === true ? this.#double(opened, result) : 'nothing';
      case 'chdir':
        this.#workingFolder = path.resolve(this.#workingFolder, first.toString());
        return 'nothing';
      case 'fchdir':
        if (opened) this.#workingFolder = opened.place;
        return 'nothing';
      case 'lseek':
        if (opened) opened.at = result;
        return 'nothing';
      case 'write':
      case 'writev':
        return this.#write(number(0), Buffer.concat(strings).subarray(0, result), null);
      case 'pwrite64':
      case 'pwritev':
        return this.#write(number(0), Buffer.concat(strings).subarray(0, result), number(-1));
      case 'pwritev2':
        // Less than nothing stands for the place at which the file stands.
        return this.#write(number(0), Buffer.concat(strings).subarray(0, result), number(-2) < 0 ? null : number(-2));
      case 'ftruncate':
        return this.#truncate(opened?.node, number(1));
      case 'truncate':
        return this.#truncate(here(first).node, number(1));
      case 'fallocate':
        return this.#allocate(opened?.node, call);
      case 'sendfile':
        return this.#copy({ from: number(1), start: offsetIn(args[2]), to: number(0), at: null, count: result });
      case 'copy_file_range':
        return this.#copy({
          from: number(0),
          start: offsetIn(args[1]),
          to: number(2),
          at: offsetIn(args[3]),
          count: result,
        });
      case 'ioctl':
        return args[1]?.includes('FICLONE') === true || args[1] === ficlone
          ? this.#copy({ from: number(2), start: 0, to: number(0), at: 0, count: Infinity })
          : 'nothing';
      case 'fsync':
      case 'fdatasync':
        opened?.node?.sync(call.begunAt);
        return opened?.node ? 'sync' : 'nothing';
      case 'sync_file_range':
        // It promises nothing.
        return 'nothing';
      case 'rename':
        return this.#rename(here(first), here(second));
      case 'renameat2':
        if (args[4]?.includes('EXCHANGE') === true) throw new Error('two names that change places are not understood');
        return this.#rename(at(0, first), at(2, second));
      case 'renameat':
        return this.#rename(at(0, first), at(2, second));
      case 'link':
        return this.#name(here(second), here(first).node);
      case 'linkat':
        return this.#name(at(2, second), at(0, first).node);
      case 'unlink':
      case 'rmdir':
        return this.#name(here(first), null);
      case 'unlinkat':
        return this.#name(at(0, first), null);
      case 'mkdir':
        return this.#name(here(first), new DiskFolder());
      case 'mkdirat':
        return this.#name(at(0, first), new DiskFolder());
      case 'clone':
      case 'clone3':
      case 'fork':
      case 'vfork':
        // Threads share what is open; what another process opens has numbers of its own.
        if (args.some((each) => each.includes('CLONE_FILES'))) return 'nothing';
        throw new Error('the program began a process of its own, whose calls are not understood');
      default:
        throw new Error(`${name} is not understood`);
    }
  }

  #open(spot: Spot, { name, args, result }: SystemCall): Effect {
    const flags = name === 'creat' ? 'O_CREAT|O_TRUNC' : (args.find((each) => each.includes('O_')) ?? '');
    const isMade = spot.node === null && flags.includes('O_CREAT') && spot.folder !== null;
    const node = isMade ? new DiskFile() : spot.node;
    const opened = { node, place: spot.place, isAppending: flags.includes('O_APPEND'), at: 0 };
    this.#handles.set(result, { opened, since: this.#index });
    if (isMade) return this.#name(spot, node);
    return flags.includes('O_TRUNC') ? this.#truncate(node, 0) : 'nothing';
  }

  /** The number is free as soon as closing begins: another thread may have got it before closing ended. */
  #close(number: number, begunAt: number): Effect {
    if ((this.#handles.get(number)?.since ?? 0) < begunAt) this.#handles.delete(number);
    return 'nothing';
  }

  #double(opened: Opened | undefined, number: number): Effect {
    if (opened) this.#handles.set(number, { opened, since: this.#index });
    else this.#handles.delete(number);
    return 'nothing';
  }

  #write(number: number, bytes: Buffer, place: number | null): Effect {
    const opened = this.#handles.get(number)?.opened;
    if (number === 1 && !opened) return this.#tell(bytes);
    if (opened?.node?.kind !== 'file') return 'nothing';
    const { node } = opened;
    const at = opened.isAppending ? node.now.length : (place ?? opened.at);
    if (place === null) opened.at = at + bytes.length;
    node.change({ kind: 'write', at, bytes }, this.#index);
    return 'write';
  }

  #tell(bytes: Buffer): Effect {
    const lines = `${this.#rest}${bytes.toString()}`.split('\n');
    this.#rest = lines.pop() ?? '';
    this.told.push(...lines);
    return 'told';
  }

  #truncate(node: Node | null | undefined, length: number): Effect {
    if (node?.kind !== 'file' || node.now.length === length) return 'nothing';
    node.change({ kind: 'truncate', length }, this.#index);
    return 'write';
  }

  #allocate(node: Node | null | undefined, { args }: SystemCall): Effect {
    const [, mode = '', from, count] = args;
    if (mode === 'FALLOC_FL_KEEP_SIZE') return 'nothing';
    if (mode !== '0') throw new Error(`fallocate with ${mode} is not understood`);
    const length = Number(from) + Number(count);
    return node?.kind === 'file' && length > node.now.length ? this.#truncate(node, length) : 'nothing';
  }

  /** Without a place of its own a file is read, or written, where it stands. */
  #copy(copied: {
    readonly from: number;
    readonly start: number | null;
    readonly to: number;
    readonly at: number | null;
    readonly count: number;
  }): Effect {
    const from = this.#handles.get(copied.from)?.opened;
    if (from?.node?.kind !== 'file') return 'nothing';
    const start = copied.start ?? from.at;
    const bytes = Buffer.from(from.node.now.bytes.subarray(start, start + copied.count));
    if (copied.start === null) from.at = start + bytes.length;
    return this.#write(copied.to, bytes, copied.at);
  }

  /** From one folder to another the new name and the end of the old one are on the disk each at its own time. */
  #rename(from: Spot, to: Spot): Effect {
    if (from.folder === null || to.folder === null) return 'nothing';
    const [gone, come] = [[from.name, null] as const, [to.name, from.node] as const];
    if (from.folder === to.folder) to.folder.change([gone, come], this.#index);
    else {
      to.folder.change([come], this.#index);
      from.folder.change([gone], this.#index);
    }
    return 'name';
  }

  #name({ folder, name }: Spot, node: Node | null): Effect {
    folder?.change([[name, node]], this.#index);
    return folder ? 'name' : 'nothing';
  }

  /** `from` is the open folder that a name is looked up in, if it is not a whole path. */
  #spot(from: string, file: Buffer): Spot {
    const name = file.toString();
    const start = this.#handles.get(Number.parseInt(from, 10))?.opened;
    if (path.isAbsolute(name)) return this.#find(name);
    if (from === 'AT_FDCWD') return this.#find(path.resolve(this.#workingFolder, name));
    if (start === undefined) throw new Error(`the folder that ${from} stands for was never opened`);
    const parts = partsOf(name);
    if (start.node === null || parts.includes('..')) return this.#find(path.join(start.place, name));
    return walk(start.node, parts, path.join(start.place, name));
  }

  #find(place: string): Spot {
    const inside = path.relative(this.#root, place);
    if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside))
      return { folder: null, name: '', node: null, place };
    return walk(this.disk, partsOf(inside), place);
  }
}

const partsOf = (file: string): readonly string[] =>
  path
    .normalize(file)
    .split(path.sep)
    .filter((part) => part !== '' && part !== '.');

function walk(start: Node, parts: readonly string[], place: string): Spot {
  const name = parts.at(-1) ?? '';
  if (name === '') return { folder: null, name, node: start, place };
  let folder: Node | undefined = start;
  for (const part of parts.slice(0, -1)) folder = folder?.kind === 'folder' ? folder.now.get(part) : undefined;
  if (folder?.kind !== 'folder') return { folder: null, name, node: null, place };
  return { folder, name, node: folder.now.get(name) ?? null, place };
}

/** As `[4096]` or `[0] => [4096]`; null where the file stands. */
function offsetIn(arg = ''): number | null {
  const offset = /^\[(\d+)/.exec(arg)?.[1];
  return offset === undefined ? null : Number(offset);
}
