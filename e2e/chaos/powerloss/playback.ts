import path from 'node:path';
import { DiskFile, DiskFolder, diskOf, type Node } from './disk.ts';
import type { SystemCall } from './system-calls.ts';

/** What a call did to the disk, or told the world. */
export type Effect = 'write' | 'name' | 'sync' | 'told' | 'nothing';

interface Handle {
  readonly node: Node | null;
  readonly isAppending: boolean;
  at: number;
}

const ficlone = '0x40049409';

/** Plays calls of a program on a disk of its own; what lies outside the folder it began with is nobody's business. */
export class Playback {
  readonly disk: DiskFolder;
  /** What the program wrote to its output, in whole lines. */
  readonly told: string[] = [];
  readonly #root: string;
  readonly #handles = new Map<number, Handle>();
  #rest = '';
  #index = 0;

  /** `root` as it lies there now, before the program began. */
  constructor(root: string) {
    this.#root = root;
    this.disk = diskOf(root);
  }

  play(call: SystemCall): Effect {
    const effect = call.result < 0 ? 'nothing' : this.#play(call);
    this.#index += 1;
    return effect;
  }

  #play(call: SystemCall): Effect {
    const { name, strings, args, result } = call;
    const number = (place: number) => Number.parseInt(args[place] ?? '', 10);
    const handle = this.#handles.get(number(0));
    const [first = Buffer.alloc(0), second] = strings;
    switch (name) {
      case 'open':
      case 'creat':
      case 'openat':
        return this.#open(first.toString(), call);
      case 'close':
        this.#handles.delete(number(0));
        return 'nothing';
      case 'dup':
      case 'dup2':
      case 'dup3':
        if (handle) this.#handles.set(result, handle);
        return 'nothing';
      case 'lseek':
        if (handle) handle.at = result;
        return 'nothing';
      case 'write':
      case 'writev':
        return this.#write(number(0), Buffer.concat(strings).subarray(0, result), null);
      case 'pwrite64':
        return this.#write(number(0), first.subarray(0, result), number(args.length - 1));
      case 'pwritev':
        return this.#write(number(0), Buffer.concat(strings).subarray(0, result), number(args.length - 1));
      case 'ftruncate':
        return this.#truncate(handle?.node, number(1));
      case 'truncate':
        return this.#truncate(this.#find(first.toString()), number(1));
      case 'fallocate':
        return this.#grow(handle?.node, number(2) + number(3));
      case 'sendfile':
        return this.#copy({ from: number(1), to: number(0), at: null, count: result });
      case 'copy_file_range':
        return this.#copy({ from: number(0), to: number(2), at: null, count: result });
      case 'ioctl':
        return args[1]?.includes('FICLONE') === true || args[1] === ficlone
          ? this.#copy({ from: number(2), to: number(0), at: 0, count: Infinity })
          : 'nothing';
      case 'fsync':
      case 'fdatasync':
        handle?.node?.sync(call.begunAt);
        return handle?.node ? 'sync' : 'nothing';
      case 'rename':
      case 'renameat':
      case 'renameat2':
        return this.#rename(first.toString(), second?.toString() ?? '');
      case 'link':
      case 'linkat':
        return this.#name(second?.toString() ?? '', this.#find(first.toString()) ?? null);
      case 'unlink':
      case 'unlinkat':
      case 'rmdir':
        return this.#name(first.toString(), null);
      case 'mkdir':
      case 'mkdirat':
        return this.#name(first.toString(), new DiskFolder());
      default:
        throw new Error(`${name} is not understood`);
    }
  }

  #open(file: string, { args, result }: SystemCall): Effect {
    const flags = args.find((each) => each.includes('O_')) ?? '';
    const found = this.#find(file);
    const isMade = found === undefined && flags.includes('O_CREAT') && this.#folderOf(file) !== null;
    const node = isMade ? new DiskFile() : (found ?? null);
    this.#handles.set(result, { node, isAppending: flags.includes('O_APPEND'), at: 0 });
    if (isMade) return this.#name(file, node);
    if (flags.includes('O_TRUNC')) return this.#truncate(node, 0);
    return 'nothing';
  }

  #write(number: number, bytes: Buffer, place: number | null): Effect {
    const handle = this.#handles.get(number);
    if (number === 1 && !handle) return this.#tell(bytes);
    if (handle?.node?.kind !== 'file') return 'nothing';
    const { node } = handle;
    const at = place ?? (handle.isAppending ? node.now.length : handle.at);
    if (place === null) handle.at = at + bytes.length;
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

  #grow(node: Node | null | undefined, length: number): Effect {
    return node?.kind === 'file' && length > node.now.length ? this.#truncate(node, length) : 'nothing';
  }

  #copy(copied: { readonly from: number; readonly to: number; readonly at: number | null; count: number }): Effect {
    const from = this.#handles.get(copied.from);
    if (from?.node?.kind !== 'file') return 'nothing';
    const start = copied.at ?? from.at;
    const bytes = Buffer.from(from.node.now.bytes.subarray(start, start + copied.count));
    from.at = start + bytes.length;
    return this.#write(copied.to, bytes, copied.at);
  }

  /** From one folder to another the new name and the end of the old one are on the disk each at its own time. */
  #rename(from: string, to: string): Effect {
    const node = this.#find(from) ?? null;
    const [source, target] = [this.#folderOf(from), this.#folderOf(to)];
    if (source === null || target === null) return 'nothing';
    const [gone, come] = [[path.basename(from), null] as const, [path.basename(to), node] as const];
    if (source === target) source.change([gone, come], this.#index);
    else {
      target.change([come], this.#index);
      source.change([gone], this.#index);
    }
    return 'name';
  }

  #name(file: string, node: Node | null): Effect {
    const folder = this.#folderOf(file);
    folder?.change([[path.basename(file), node]], this.#index);
    return folder ? 'name' : 'nothing';
  }

  #folderOf(file: string): DiskFolder | null {
    const folder = this.#find(path.dirname(file));
    return folder?.kind === 'folder' ? folder : null;
  }

  #find(file: string): Node | undefined {
    const inside = path.relative(this.#root, file);
    if (inside.startsWith('..') || path.isAbsolute(inside)) return undefined;
    let node: Node | undefined = this.disk;
    for (const name of inside.split(path.sep).filter((each) => each !== ''))
      node = node?.kind === 'folder' ? node.now.get(name) : undefined;
    return node;
  }
}
