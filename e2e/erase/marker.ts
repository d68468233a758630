import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Words that stand nowhere but in the data of one client, and every form in which they may be left on a disk.

/** In both scripts; of letters that no stemmer knows, so that they stand in the search index as they are. */
export const markers = ['Zqxwvk7jB', 'Жщъфв7ыЭ'] as const;
export const marked = (place: string): string => `${markers[0]} ${place} ${markers[1]}`;

/** The index leaves out the letters that a word begins with like the one before it. */
const beginning = 2;

interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

const forms: readonly Form[] = markers.flatMap((marker) => {
  const own = marker.slice(beginning);
  return ([own, own.toLowerCase()] as const).flatMap((text, index): Form[] => {
    const name = `${marker}${index === 0 ? '' : ' in lower case'}`;
    const inTwo = Buffer.from(text, 'utf16le');
    const escaped = Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    return [
      { name, bytes: Buffer.from(text, 'utf8') },
      { name: `${name}, UTF-16LE`, bytes: inTwo },
      { name: `${name}, UTF-16BE`, bytes: Buffer.from(inTwo).swap16() },
      { name: `${name}, escaped`, bytes: Buffer.from(escaped, 'utf8') },
      // Of JSON that leaves plain letters alone.
      { name: `${name}, partly escaped`, bytes: Buffer.from(partlyEscaped(text), 'utf8') },
    ];
  });
});

function partlyEscaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How many forms are looked for. */
export const formCount = forms.length;

/** Writes a file that holds every form: whoever looks must find all of them. */
export function plant(file: string): void {
  writeFileSync(file, Buffer.concat(forms.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])));
}

export interface Hit {
  readonly file: string;
  readonly form: string;
  readonly times: number;
}

/** In every file of these folders, whatever kind it is, and in its name. */
export function hitsIn(root: string, isLookedAt: (file: string) => boolean = () => true): readonly Hit[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(isLookedAt)
    .flatMap((file) => {
      const bytes = Buffer.concat([readFileSync(file), Buffer.from(path.basename(file))]);
      return forms.flatMap(({ name: form, bytes: wanted }) => {
        const times = countOf(bytes, wanted);
        return times === 0 ? [] : [{ file: path.relative(root, file), form, times }];
      });
    });
}

function countOf(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) count += 1;
  return count;
}
