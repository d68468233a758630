import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../shared/errors.ts';
import { applicationId } from './migrate.ts';
import { newestVersion } from './migrations/migrations.ts';

// Whether a file is ours is found out from its bytes: SQLite, even when asked only to read, makes files beside it and
// may write a leftover log back. Never call this on a file that this process has open: on POSIX, closing any handle
// of a file drops all locks that the process holds on it.

const magic = 'SQLite format 3\0';
const headerLength = 100;

/** What the bytes say: nothing there yet, or a file of ours that this version understands. Refuses anything else. */
export function inspectFile(path: string): 'new' | 'ours' {
  const header = readHeader(path);
  if (header === null) return 'new';
  const { bytes, size } = header;
  if (size < headerLength || bytes.toString('latin1', 0, 16) !== magic)
    throw new AppError('file_not_database', 'no SQLite header');
  if (bytes.readUInt32BE(68) !== applicationId) throw foreignOrBroken(path);
  const version = Math.max(bytes.readUInt32BE(60), versionInLog(`${path}-wal`));
  if (version > furthestVersion) throw new AppError('file_damaged', 'a version that will never be');
  if (version > newestVersion) throw new AppError('file_newer', `version ${version}`);
  const pageSize = pageSizeOf(bytes.readUInt16BE(16));
  // The page count holds only while it was written together with the change counter, and is ahead of the file while
  // a log is being written back: the first page is written first.
  const isCountKnown = bytes.readUInt32BE(24) === bytes.readUInt32BE(92) && !isLogPending(path);
  if (!isPageSize(pageSize) || (isCountKnown && size < bytes.readUInt32BE(28) * pageSize))
    throw new AppError('file_damaged', 'the file is shorter than it says');
  return 'ours';
}

/** A bit that fell over in the number of the version is no newer program. */
const furthestVersion = 10_000;
const looked = 1 << 20;

/** Our own tables under the mark of another program: it is the mark that is broken. */
function foreignOrBroken(path: string): AppError {
  const bytes = Buffer.alloc(looked);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, bytes, 0, looked, 0);
  } finally {
    closeSync(handle);
  }
  const isOurs = ['CREATE TABLE local_command (', 'CREATE TABLE local_change ('].every((words) =>
    bytes.includes(words),
  );
  return isOurs
    ? new AppError('file_damaged', 'our tables under a foreign mark')
    : new AppError('file_foreign', 'another application id');
}

/** Whether something that belongs to the file lies in a log beside it, as after a kill or a power cut. */
export function isLogPending(path: string): boolean {
  return ['-wal', '-journal'].some((ending) => sizeOf(`${path}${ending}`) > 0);
}

/** In bytes; a file that is not there has none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readHeader(path: string): { readonly bytes: Buffer; readonly size: number } | null {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new AppError('disk_error', 'the file cannot be read');
  }
  try {
    const facts = fstatSync(handle);
    if (facts.isDirectory()) throw new AppError('file_not_database', 'a folder');
    const { size } = facts;
    const bytes = Buffer.alloc(headerLength);
    readSync(handle, bytes, 0, headerLength, 0);
    return size === 0 ? null : { bytes, size };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('disk_error', 'the file cannot be read');
  } finally {
    closeSync(handle);
  }
}

const logHeaderLength = 32;
const frameHeaderLength = 24;

/**
 * The highest version that any first page in the write-ahead log carries. Frames of an earlier round count too, which
 * can only refuse more: a version never falls.
 */
function versionInLog(path: string): number {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return 0;
  }
  try {
    const header = Buffer.alloc(logHeaderLength);
    if (readSync(handle, header, 0, logHeaderLength, 0) < logHeaderLength) return 0;
    const pageSize = header.readUInt32BE(8);
    if (!isPageSize(pageSize)) return 0;
    return highestVersion(handle, pageSize, fstatSync(handle).size);
  } finally {
    closeSync(handle);
  }
}

function highestVersion(handle: number, pageSize: number, size: number): number {
  const frame = Buffer.alloc(frameHeaderLength + headerLength);
  let version = 0;
  for (let at = logHeaderLength; at + frameHeaderLength + pageSize <= size; at += frameHeaderLength + pageSize) {
    readSync(handle, frame, 0, frame.length, at);
    if (frame.readUInt32BE(0) !== 1 || frame.toString('latin1', frameHeaderLength, frameHeaderLength + 16) !== magic)
      continue;
    version = Math.max(version, frame.readUInt32BE(frameHeaderLength + 60));
  }
  return version;
}

/** As the header stores it. */
export function pageSizeOf(stored: number): number {
  return stored === 1 ? 65_536 : stored;
}

export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}
