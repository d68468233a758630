import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { isSafeName } from '../../../shared/bundle/manifest.ts';
import { AppError } from '../../../shared/errors.ts';

/** The files of an export that somebody chose. Nothing is ever unpacked: a file is read, and what it says is looked at. */
export interface BundleSource {
  /** The file as it is said to be; refused when it is something else, or longer. */
  readonly read: (name: string, bytes: number) => Promise<Readable>;
  /** In bytes; null when there is no such file. */
  readonly sizeOf: (name: string) => Promise<number | null>;
  readonly close: () => void;
}

export async function openBundle(place: string): Promise<BundleSource> {
  const found = await lstat(place).catch(() => null);
  if (found === null) throw new AppError('source_gone', 'nothing lies there');
  return found.isDirectory() ? sourceOfFolder(await realpath(place)) : sourceOfArchive(place);
}

export const unsafe = (why: string): AppError => new AppError('archive_unsafe', why);
export const damaged = (why: string): AppError => new AppError('archive_damaged', why);

function sourceOfFolder(home: string): BundleSource {
  /** A link may lead anywhere, and what is no file may never end. */
  async function fileAt(name: string): Promise<string | null> {
    const file = path.join(home, ...name.split('/'));
    const found = await lstat(file).catch(() => null);
    if (found === null) return null;
    if (!found.isFile() || (await realpath(file)).normalize() !== file.normalize()) throw unsafe('no plain file');
    return file;
  }
  return {
    sizeOf: async (name) => {
      const file = await fileAt(name);
      return file === null ? null : (await lstat(file)).size;
    },
    read: async (name, bytes) => {
      const file = await fileAt(name);
      if (file === null) throw damaged('a file is missing');
      const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
      const { size } = await handle.stat();
      if (size === bytes) return handle.createReadStream();
      await handle.close();
      throw damaged('a file has another length');
    },
    close: () => undefined,
  };
}

const mostEntries = 1_000_000;
/** Packed text is some fifty times smaller at the most; a file that is made to fill a disk, a thousand times. */
const mostUnpacked = 300;
const smallEnough = 10_000_000;

async function sourceOfArchive(place: string): Promise<BundleSource> {
  const zip = await openPromise(place, { autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(
    refuseZip,
  );
  // Told to whoever reads; without a listener it would end the program.
  zip.on('error', () => undefined);
  try {
    const entries = await entriesOf(zip);
    return {
      sizeOf: (name) => Promise.resolve(entries.get(name)?.uncompressedSize ?? null),
      read: async (name, bytes) => {
        const entry = entries.get(name);
        if (entry === undefined) throw damaged('a file is missing');
        if (entry.uncompressedSize !== bytes) throw damaged('a file has another length');
        return zip.openReadStreamPromise(entry).catch(refuseZip);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.replace(/\/$/, '');
      if (!isSafeName(name) || isLink(entry)) throw unsafe('a name that leads out of it');
      if (name !== entry.fileName) continue;
      if (entries.has(name) || entries.size >= mostEntries) throw unsafe('too many files, or twice the same');
      if (entry.uncompressedSize > Math.max(smallEnough, entry.compressedSize * mostUnpacked))
        throw unsafe('more than can be in it');
      if (!entry.canDecodeFileData()) throw damaged('a way of packing that is not ours');
      entries.set(name, entry);
    }
  } catch (error) {
    refuseZip(error);
  }
  return entries;
}

/** As unix writes the kind of a file. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & constants.S_IFMT) === constants.S_IFLNK;
}

function refuseZip(error: unknown): never {
  if (error instanceof AppError) throw error;
  const message = error instanceof Error ? error.message : '';
  if (/^(?:invalid characters in fileName|absolute path|invalid relative path)/.test(message))
    throw unsafe('a name that leads out of it');
  throw damaged('not an archive that can be read');
}
