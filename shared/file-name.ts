const reserved = /^(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[\d¹²³])(?=\.|$)/iu;
/** Signs without a shape but those that join letters and pictures into one. */
const refused = /(?:(?![\u200c\u200d])\p{C}|[<>:"/\\|?*])+/gu;

/**
 * A name may have 255 bytes on most disks. This is what a part of one may have: it leaves room for a word and a day
 * before it, a number, the extension, and what is added while the file is being written.
 */
const mostBytes = 190;

/** A part of a file name that Windows, macOS and Linux take; empty when nothing of the text is left. */
export function safeFileName(text: string, longest = 80): string {
  const name = beginning(text.replace(refused, ' ').replace(/\s+/g, ' '), longest).replace(/^[. ]+|[. ]+$/g, '');
  return name.replace(reserved, '$&_');
}

/** As many whole signs as a reader counts them as there is room for: no letter loses its accent. */
function beginning(text: string, longest: number): string {
  let [name, bytes] = ['', 0];
  const signs = [...new Intl.Segmenter().segment(text)].slice(0, longest);
  for (const { segment } of signs) {
    bytes += bytesOf(segment);
    if (bytes > mostBytes) return name;
    name += segment;
  }
  return name;
}

/** As UTF-8, which is what the disk counts; NTFS counts fewer. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Makes names unique in one folder, also where capital letters make no difference: a second one gets a number. */
export function uniqueNames(): (name: string, extension?: string) => string {
  const taken = new Set<string>();
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  return (name, extension = '') => {
    const numbered = (count: number) => `${name}${count === 1 ? '' : ` (${count})`}${extension}`;
    let count = 1;
    while (taken.has(key(numbered(count)))) count += 1;
    taken.add(key(numbered(count)));
    return numbered(count);
  };
}
