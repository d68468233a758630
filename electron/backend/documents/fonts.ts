import type { DocumentFrame } from '../../../shared/handoff/document.ts';

/** Where a page finds a font file; null for one it does not need. */
export type FontAddress = (file: string) => string | null;

const subsets = [
  ['cyrillic', 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116'],
  [
    'latin-ext',
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  ],
  [
    'latin',
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  ],
] as const;

const golos = (subset: string) => `golos-text-${subset}-wght-normal.woff2`;
const serif = (subset: string) => `source-serif-4-${subset}-opsz-normal.woff2`;

/** The renderer build serves the fonts under these names. */
export const servedFont: FontAddress = (file) => `/fonts/${file}`;

export function fontFaces(addressOf: FontAddress): string {
  return subsets
    .flatMap(([subset, range]) => [
      fontFace('Golos Text Variable', '400 900', addressOf(golos(subset)), range),
      fontFace('Source Serif 4 Variable', '200 900', addressOf(serif(subset)), range),
    ])
    .join('\n');
}

function fontFace(family: string, weight: string, address: string | null, range: string): string {
  if (address === null) return '';
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: block; src: url('${address}') format('woff2'); unicode-range: ${range}; }`;
}

/**
 * The fonts with the signs of the document, written into its page: a file that leaves the program looks the same at its
 * reader's. Where `read` has none, the page falls back to what its reader has.
 */
export async function carriedFonts(
  document: DocumentFrame,
  read: (file: string) => Promise<Uint8Array | null>,
): Promise<FontAddress> {
  const text = JSON.stringify(document);
  const files = subsets
    .filter(([, range]) => signsOf(range).test(text))
    .flatMap(([subset]) => [golos(subset), serif(subset)]);
  const addresses = await Promise.all(
    files.map(async (file) => {
      const bytes = await read(file);
      return [file, bytes && `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`] as const;
    }),
  );
  const carried = new Map(addresses);
  return (file) => carried.get(file) ?? null;
}

function signsOf(range: string): RegExp {
  const signs = range.replaceAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?(?:, )?/g, (_all, from: string, to?: string) =>
    to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`,
  );
  return new RegExp(`[${signs}]`, 'u');
}
