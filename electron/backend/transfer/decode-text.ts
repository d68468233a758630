/** Control characters that no text has, and the program keeps in none. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** So much of a text may be such characters. */
const share = 0.01;

/** The text of a file, in the encoding it was written in; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const decoding = decodeInParts(bytes);
  for (;;) {
    const next = decoding.next();
    if (next.done === true) return next.value;
  }
}

/** Bytes that are decoded in one go. */
const partSize = 1_000_000;

/** The same, part by part, so that others get their turn between two parts of a large file. */
export function* decodeInParts(bytes: Uint8Array): Generator<void, string | null> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return visible(yield* tried('utf-16le', bytes));
  if (bytes.includes(0)) return null;
  return visible((yield* tried('utf-8', bytes)) ?? (yield* tried('windows-1251', bytes)));
}

interface Decoded {
  readonly parts: readonly string[];
  readonly length: number;
  readonly strange: number;
}

function* tried(encoding: string, bytes: Uint8Array): Generator<void, Decoded | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parts: string[] = [];
  let [length, strange] = [0, 0];
  try {
    for (let from = 0; from < bytes.length; from += partSize) {
      if (from > 0) yield;
      const isLast = from + partSize >= bytes.length;
      const part = decoder.decode(bytes.subarray(from, from + partSize), { stream: !isLast });
      const clean = part.replace(invisible, '');
      parts.push(clean);
      length += part.length;
      strange += part.length - clean.length;
    }
    return { parts, length, strange };
  } catch {
    return null;
  }
}

function visible(decoded: Decoded | null): string | null {
  if (decoded === null || decoded.strange > decoded.length * share) return null;
  return decoded.parts.join('');
}
