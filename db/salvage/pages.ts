import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isPageSize, pageSizeOf } from '../header.ts';

// A broken file is read as bytes, never opened: SQLite would write a log back into it, and gives up at the first page it
// does not understand. What a log beside it holds counts as SQLite would count it: whole transactions, and no frame after
// the first that does not fit its checksum.

export interface Pages {
  readonly pageSize: number;
  readonly count: number;
  /** Numbers begin at 1; null beyond the end. */
  readonly read: (number: number) => Buffer | null;
  readonly close: () => void;
}

const usualSize = 4096;
const logHeader = 32;
const frameHeader = 24;

export function openPages(path: string): Pages {
  const handle = openSync(path, 'r');
  try {
    const size = fstatSync(handle).size;
    const log = readLog(`${path}-wal`);
    const pageSize = log?.pageSize ?? pageSizeIn(handle);
    const inFile = Math.ceil(size / pageSize);
    const newest = log?.newest ?? new Map<number, Buffer>();
    return {
      pageSize,
      count: [...newest.keys()].reduce((most, number) => Math.max(most, number), inFile),
      read: (number) => newest.get(number) ?? (number <= inFile ? readAt(handle, pageSize, number) : null),
      close: () => closeSync(handle),
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

/** One that was cut off goes on as zeros. */
function readAt(handle: number, pageSize: number, number: number): Buffer {
  const page = Buffer.alloc(pageSize);
  try {
    readSync(handle, page, 0, pageSize, (number - 1) * pageSize);
  } catch {
    // A sector that the disk cannot give is as good as zeros.
  }
  return page;
}

function pageSizeIn(handle: number): number {
  const header = Buffer.alloc(100);
  readSync(handle, header, 0, 100, 0);
  const size = pageSizeOf(header.readUInt16BE(16));
  // Every file of ours has the usual one; a header that is broken says anything.
  return isPageSize(size) && header.readUInt8(21) === 64 ? size : usualSize;
}

interface Log {
  readonly pageSize: number;
  /** Each page as the last whole transaction left it. */
  readonly newest: ReadonlyMap<number, Buffer>;
}

function readLog(path: string): Log | null {
  const bytes = bytesOf(path);
  if (bytes === null || bytes.length < logHeader) return null;
  const magic = bytes.readUInt32BE(0);
  const pageSize = bytes.readUInt32BE(8);
  if ((magic & 0xff_ff_ff_fe) >>> 0 !== 0x37_7f_06_82 || !isPageSize(pageSize)) return null;
  const isBig = (magic & 1) === 1;
  let sum = checksum(bytes.subarray(0, 24), isBig, [0, 0]);
  if (!isSum(bytes, 24, sum)) return null;
  const newest = new Map<number, Buffer>();
  let pending: [number, Buffer][] = [];
  for (let at = logHeader; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize) {
    if (!bytes.subarray(at + 8, at + 16).equals(bytes.subarray(16, 24))) break;
    const page = bytes.subarray(at + frameHeader, at + frameHeader + pageSize);
    sum = checksum(page, isBig, checksum(bytes.subarray(at, at + 8), isBig, sum));
    if (!isSum(bytes, at + 16, sum)) break;
    pending.push([bytes.readUInt32BE(at), page]);
    if (bytes.readUInt32BE(at + 4) === 0) continue;
    for (const [number, content] of pending) newest.set(number, content);
    pending = [];
  }
  return newest.size > 0 ? { pageSize, newest } : null;
}

function bytesOf(path: string): Buffer | null {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const bytes = Buffer.alloc(fstatSync(handle).size);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes;
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}

type Sum = readonly [number, number];

/** Of SQLite's log, section 4.2 of its file format: pairs of words, each added to what was before. */
function checksum(bytes: Buffer, isBig: boolean, [from, to]: Sum): Sum {
  let first = from;
  let second = to;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0;
    second = (second + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}

function isSum(bytes: Buffer, at: number, [first, second]: Sum): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}
