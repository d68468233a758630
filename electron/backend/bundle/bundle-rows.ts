import { createHash } from 'node:crypto';
import { type BundleFile } from '../../../shared/bundle/manifest.ts';
import { AppError } from '../../../shared/errors.ts';
import { type BundleSource, damaged } from './bundle-source.ts';

/** No row is as long as that; something that never ends a line would fill the memory. */
const longestLine = 64_000_000;

/** The bytes of a file, refused at the end when they are not those of the manifest. */
export async function* checkedBytes(source: BundleSource, file: BundleFile): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of await source.read(file.name, file.bytes)) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > file.bytes) throw damaged('a file is longer than it says');
      hash.update(part);
      yield part;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged('a file cannot be read');
  }
  if (bytes !== file.bytes || hash.digest('hex') !== file.sha256) throw damaged('a file is not what it was');
}

/** The rows of a file of `data/`: an array with one of them a line. */
export async function* rowsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  const lines = linesOf(bytes);
  if ((await lines.next()).value !== '[') throw damaged('no list of rows');
  let isOver = false;
  for await (const line of lines) {
    if (isOver) throw damaged('something after the rows');
    isOver = line === ']';
    if (!isOver && line !== '') yield parsed(line.endsWith(',') ? line.slice(0, -1) : line);
  }
  if (!isOver) throw damaged('the rows do not end');
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const part of bytes) {
    const lines = decoded(() => decoder.decode(part, { stream: true })).split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw damaged('a row without an end');
    yield* lines;
  }
  rest += decoded(() => decoder.decode());
  if (rest !== '') yield rest;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged('not text');
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged('a row that cannot be read');
  }
}
