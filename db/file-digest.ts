import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const piece = 1 << 20;

/** The bytes of a file from `start` on, a megabyte at a time or as much as asked for. */
export function* piecesOf(path: string, length = piece, start = 0): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    for (let at = start; ;) {
      const bytes = Buffer.alloc(length);
      let filled = 0;
      for (let got = 1; got > 0 && filled < length; filled += got)
        got = readSync(handle, bytes, filled, length - filled, at + filled);
      if (filled > 0) yield bytes.subarray(0, filled);
      if (filled < length) return;
      at += filled;
    }
  } finally {
    closeSync(handle);
  }
}

/** Of a file that nobody has open: on POSIX, closing any handle of a file drops the locks held on it. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256');
  for (const bytes of piecesOf(path)) hash.update(bytes);
  return hash.digest('hex');
}
