import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

// All that can be read in a file, on the page or beside it.

const limits = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;

const ask = (program: string, ...args: readonly string[]) => execFileSync(program, args, limits);

/** What a PDF says of itself, to a reader, to a screen reader and in its raw objects. */
export function textOfPdf(file: string): string {
  return [
    ask('pdftotext', '-raw', file, '-').replace(/\s+/g, ''),
    ask('pdfinfo', file),
    ask('pdfinfo', '-meta', file),
    ask('pdfinfo', '-custom', file),
    ask('pdfinfo', '-struct-text', file),
    ask('pdfinfo', '-dests', file),
    ask('pdfinfo', '-url', file),
    ask('pdfdetach', '-list', file),
    objectsOf(readFileSync(file)),
  ].join('\n');
}

/** The bytes with every packed stream opened; text of two bytes a sign is read as well. */
function objectsOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      // A font or a picture that is packed otherwise.
      return stream;
    }
  });
  const plain = [text, ...streams].join('\n');
  const hexadecimal = [...plain.matchAll(/<((?:[0-9A-F]{2})+)>/gi)].map(([, code = '']) => Buffer.from(code, 'hex'));
  return [plain, ...hexadecimal.map((code) => code.toString('latin1'))].join('\n').replaceAll('\0', '');
}

/** Every part of a Word file, the properties among them. */
export function textOfDocx(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}
