import fs, { type PathLike } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { type FailingFiles, failingFiles, type FileCall, isDue, metFile, type WriteFailure } from './fault.ts';

// Loaded before the program, in each of its threads: Node's own functions fail there as on a disk that fails. One that is
// full still takes the first half of what it is given.

const { folder, fault, countsTo }: FailingFiles = JSON.parse(process.env[failingFiles] ?? '');
const { readlinkSync, writeFileSync, writeSync } = fs;
const counts: Record<FileCall, number> = { write: 0, open: 0, mkdir: 0, copyFile: 0 };

/** How this call fails; null when it does not. A handle is told by its number. */
function failureOf(call: FileCall, target: unknown): WriteFailure | null {
  if (!isInside(typeof target === 'number' ? linkOf(target) : String(target))) return null;
  counts[call] += 1;
  if (countsTo !== null) writeFileSync(`${countsTo}.${threadId}`, JSON.stringify(counts));
  return fault?.call === call && isDue(fault.when, counts[call]) ? fault.error : null;
}

function isInside(place: string): boolean {
  return path.resolve(place).startsWith(`${folder}${path.sep}`);
}

function linkOf(handle: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${handle}`);
  } catch {
    return '';
  }
}

function problem(code: 'EIO' | 'ENOSPC', syscall: string): Error {
  writeFileSync(metFile(folder), '');
  const errno = -constants.errno[code];
  return Object.assign(new Error(`${code}: the disk fails, ${syscall}`), { code, errno, syscall });
}

/** Throws, or gives what the call answers instead; null lets it go on. */
type Before = (args: readonly unknown[], handle: number) => unknown;

const make =
  (call: FileCall, which = 0): Before =>
  (args) => {
    const failure = failureOf(call, args[which]);
    if (failure === 'EIO' || failure === 'ENOSPC') throw problem(failure, call);
    return null;
  };

const open: Before = (args, handle) => (isForWriting(args[1]) ? make('open')(args, handle) : null);

function isForWriting(flags: unknown): boolean {
  const { O_WRONLY, O_RDWR, O_CREAT } = fs.constants;
  if (typeof flags === 'number') return (flags & (O_WRONLY | O_RDWR | O_CREAT)) !== 0;
  return typeof flags === 'string' && /[wa+]/.test(flags);
}

/** Of the bytes that are given the first half is written, unless the disk takes nothing at all. */
function put(handle: number, bytes: Buffer, position: unknown, goesOn = false): number | null {
  const failure = failureOf('write', handle);
  if (failure === null || (failure === 'short' && goesOn)) return null;
  if (failure === 'EIO') throw problem(failure, 'write');
  const half = Math.ceil(bytes.length / 2);
  const taken = writeSync(handle, bytes, 0, half, typeof position === 'number' ? position : null);
  if (failure === 'ENOSPC') throw problem(failure, 'write');
  writeFileSync(metFile(folder), '');
  return taken;
}

function bytesOf(data: unknown): Buffer {
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(String(data));
}

/** Text, position, encoding; or bytes, offset, length, position, or an object of these. */
function write(handle: number, [data, first, second, third]: readonly unknown[]): number | null {
  if (typeof data === 'string') return put(handle, Buffer.from(data), first);
  const named = Object(
    typeof first === 'object' && first !== null ? first : { offset: first, length: second, position: third },
  );
  const from = Number(named.offset ?? 0);
  return put(
    handle,
    bytesOf(data).subarray(from, named.length === undefined ? undefined : from + Number(named.length)),
    named.position,
  );
}

function writeAll(handle: number, [parts, position]: readonly unknown[]): number | null {
  return put(handle, Buffer.concat([parts].flat().map(bytesOf)), position);
}

const byHandle =
  (writing: (handle: number, args: readonly unknown[]) => number | null): Before =>
  ([handle, ...args]) =>
    writing(Number(handle), args);

const written = (bytesWritten: number | null) => (bytesWritten === null ? null : { bytesWritten });

function inSync(owner: object, name: string, before: Before): void {
  const own: (...args: unknown[]) => unknown = Reflect.get(owner, name);
  const replaced = (...args: unknown[]) => before(args, -1) ?? own(...args);
  Object.assign(owner, { [name]: replaced });
}

function withCallback(owner: object, name: string, before: Before): void {
  const own: (...args: unknown[]) => unknown = Reflect.get(owner, name);
  const replaced = (...args: unknown[]) => {
    const done = args.at(-1);
    if (typeof done !== 'function') return own(...args);
    try {
      const instead = before(args.slice(0, -1), -1);
      return instead === null ? own(...args) : setImmediate(() => done(null, instead, args[1]));
    } catch (error) {
      return setImmediate(() => done(error));
    }
  };
  Object.assign(owner, { [name]: replaced });
}

function withPromise(owner: object, name: string, before: Before): void {
  const own: (...args: unknown[]) => unknown = Reflect.get(owner, name);
  async function replaced(this: { readonly fd?: number }, ...args: unknown[]): Promise<unknown> {
    return before(args, this?.fd ?? -1) ?? own.apply(this, args);
  }
  Object.assign(owner, { [name]: replaced });
}

const { promises } = fs;
const handle = await promises.open(import.meta.filename);
const ofHandles: object = Object.getPrototypeOf(handle);
await handle.close();

for (const [name, before] of Object.entries({
  open,
  mkdir: make('mkdir'),
  copyFile: make('copyFile', 1),
})) {
  inSync(fs, `${name}Sync`, before);
  withCallback(fs, name, before);
  withPromise(promises, name, before);
}
inSync(fs, 'writeSync', byHandle(write));
withCallback(fs, 'write', byHandle(write));
inSync(fs, 'writevSync', byHandle(writeAll));
withCallback(fs, 'writev', byHandle(writeAll));
withPromise(ofHandles, 'write', (args, fd) => written(write(fd, args)));
withPromise(ofHandles, 'writev', (args, fd) => written(writeAll(fd, args)));
// It goes on until all is written: Node sees to a short write by itself.
const writeOut: Before = (args, fd) => put(fd, bytesOf(args[0]), null, true);
withPromise(ofHandles, 'writeFile', writeOut);
withPromise(ofHandles, 'appendFile', writeOut);
const byPath =
  (flag: string) =>
  async (file: PathLike, data: unknown, options: { flag?: string; mode?: number } = {}) => {
    const opened = await promises.open(file, options.flag ?? flag, options.mode);
    try {
      await opened.writeFile(bytesOf(data));
    } finally {
      await opened.close();
    }
  };
Object.assign(promises, { writeFile: byPath('w'), appendFile: byPath('a') });
// Of text Node would make one call that cannot be seen from here.
Object.assign(fs, {
  writeFileSync: (file: fs.PathOrFileDescriptor, data: unknown, options?: fs.WriteFileOptions) =>
    writeFileSync(file, bytesOf(data), options),
});
syncBuiltinESMExports();
