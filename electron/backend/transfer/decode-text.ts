const utf8 = new TextDecoder('utf-8', { fatal: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true });
const cyrillic = new TextDecoder('windows-1251');

/** Control characters that no text has, and the program keeps in none. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** So much of a text may be such characters. */
const share = 0.01;

/** The text of a file, in the encoding it was written in; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tried(() => utf16.decode(bytes));
  if (bytes.includes(0)) return null;
  const text = tried(() => utf8.decode(bytes)) ?? cyrillic.decode(bytes);
  const strange = text.match(invisible)?.length ?? 0;
  if (strange > text.length * share) return null;
  return strange === 0 ? text : text.replace(invisible, '');
}

function tried(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}
