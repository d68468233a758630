import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { syncToDisk } from '../../../db/sync-to-disk.ts';
import { type BundleFile } from '../../../shared/bundle/manifest.ts';

/** Takes the files of an export one after another; nothing has its name before all is written. */
export interface BundleWriter {
  /** All that was added so far. */
  readonly files: readonly BundleFile[];
  readonly add: (name: string, parts: Iterable<string> | AsyncIterable<string>) => Promise<void>;
  /** Gives the whole its name; answers where it lies. */
  readonly finish: () => Promise<string>;
  /** Leaves nothing. */
  readonly giveUp: () => Promise<void>;
}

type Put = (name: string, parts: Readable) => Promise<void>;

/** Into a new folder inside `parent`; a second one of the same name gets a number. */
export async function writeToFolder(parent: string, name: string): Promise<BundleWriter> {
  const making = temporaryIn(parent);
  await mkdir(making);
  const put: Put = async (file, parts) => {
    const target = path.join(making, file);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(parts, createWriteStream(target, { flags: 'wx', flush: true }));
  };
  return collecting(put, {
    finish: async () => {
      const target = freeName(parent, name);
      await rename(making, target);
      syncToDisk(parent);
      return target;
    },
    giveUp: () => rm(making, { recursive: true, force: true }),
  });
}

/** Into one archive, which takes the place of a file that is there. */
export async function writeToArchive(target: string): Promise<BundleWriter> {
  const making = temporaryIn(path.dirname(target));
  const zip = new ZipFile();
  const disk = createWriteStream(making, { flags: 'wx', flush: true });
  const writing = pipeline(zip.outputStream, disk);
  // Whoever adds or finishes hears of it; until then nobody does.
  writing.catch(() => undefined);
  const put: Put = async (file, parts) => {
    zip.addReadStream(parts, file);
    // A disk that is full ends the writing, and then nobody reads what is added.
    await Promise.race([finished(parts, { cleanup: true }), writing]);
  };
  return collecting(put, {
    finish: async () => {
      zip.end();
      await writing;
      await rename(making, target);
      syncToDisk(path.dirname(target));
      return target;
    },
    giveUp: async () => {
      disk.destroy();
      await writing.catch(() => undefined);
      await rm(making, { force: true });
    },
  });
}

function collecting(put: Put, ends: Pick<BundleWriter, 'finish' | 'giveUp'>): BundleWriter {
  const files: BundleFile[] = [];
  return {
    ...ends,
    files,
    add: async (name, parts) => {
      const hash = createHash('sha256');
      let bytes = 0;
      async function* counted(): AsyncGenerator<Buffer> {
        for await (const part of parts) {
          const chunk = Buffer.from(part);
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      }
      await put(name, Readable.from(counted()));
      files.push({ name, bytes, sha256: hash.digest('hex') });
    },
  };
}

function temporaryIn(folder: string): string {
  return path.join(folder, `.rapport-${randomBytes(6).toString('hex')}`);
}

function freeName(parent: string, name: string): string {
  let target = path.join(parent, name);
  for (let number = 2; existsSync(target); number += 1) target = path.join(parent, `${name} (${number})`);
  return target;
}
