import { type Dirent, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { longestNote } from '../../../shared/contract/call.ts';
import type { SkipReason } from '../../../shared/contract/transfer.ts';
import { decodeInParts, decodeText } from './decode-text.ts';

/** The longest note in the signs that take the most room, with what stands above its text. */
export const largestFile = 3 * longestNote + 1_000_000;
/** Text of all files together that is held in memory while it is looked at. */
const largestSource = 150_000_000;

const noteFile = /\.(?:md|markdown|mdown|txt)$/iu;

export interface SourceFile {
  /** From the chosen folder, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly modifiedAt: Date;
}

export type ReadFile = SourceFile | { readonly path: string; readonly reason: SkipReason };

/** Every file of a folder that may be a note, by its path; hidden folders and links are not entered. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting: string[] = [''];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await entriesOf(path.join(folder, next))) {
      if (entry.name.startsWith('.')) continue;
      const inside = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(inside);
      else if (noteFile.test(entry.name)) found.push(inside);
    }
  }
  return found.toSorted();
}

/** A folder that may not be read has nothing for us. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Reads one file after another, at once, since most of the time goes into asking; nothing outside the folder is opened. */
export function* readFiles(folder: string, paths: readonly string[]): Generator<ReadFile> {
  const home = realpathSync(folder);
  let total = 0;
  for (const each of paths) {
    const read = readOne(home, each, total);
    if ('text' in read) total += read.text.length;
    yield read;
  }
}

function readOne(home: string, inside: string, total: number): ReadFile {
  const refuse = (reason: SkipReason) => ({ path: inside, reason });
  const file = path.join(home, inside);
  try {
    // A link in the folder is read where it leads to something in it.
    const found = lstatSync(file);
    const real = found.isSymbolicLink() ? realpathSync(file) : file;
    if (!real.startsWith(home + path.sep)) return refuse('outside');
    const about = real === file ? found : lstatSync(real);
    if (!about.isFile()) return refuse('not_text');
    if (about.size > largestFile) return refuse('too_big');
    if (total + about.size > largestSource) return refuse('too_much');
    const text = decodeText(readFileSync(real));
    return text === null ? refuse('not_text') : { path: inside, text, modifiedAt: about.mtime };
  } catch {
    return refuse('unreadable');
  }
}

/** The text of one file up to a size; null when it is longer, or no text. `step` gives others their turn meanwhile. */
export async function readWhole(file: string, largest: number, step: () => Promise<unknown>): Promise<string | null> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size > largest) return null;
    const decoding = decodeInParts(await handle.readFile());
    for (;;) {
      const next = decoding.next();
      if (next.done === true) return next.value;
      await step();
    }
  } finally {
    await handle.close();
  }
}
