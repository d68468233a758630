import { execFileSync } from 'node:child_process';

/** A place on the paper in pixels of the page, as the mockups are drawn: 96 to the inch. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** Words that stand beside each other. */
  readonly lines: readonly Box[];
  readonly words: readonly Box[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? all) : String.fromCodePoint(Number(code)),
  );
}

const place = String.raw`xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"`;

function boxOf(numbers: readonly (string | undefined)[], text: string): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = numbers.map((number) => (Number(number) * 96) / 72);
  return { left, top, right, bottom, text };
}

function wordsOf(text: string): readonly Box[] {
  const word = new RegExp(String.raw`<word ${place}>([^<]*)</word>`, 'g');
  return [...text.matchAll(word)].map(([, ...parts]) => boxOf(parts.slice(0, 4), decoded(parts[4] ?? '')));
}

/** What stands where, by a foreign program. */
export function layoutOf(file: string): readonly PrintedPage[] {
  const output = execFileSync('pdftotext', ['-bbox-layout', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const page = /<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs;
  return [...output.matchAll(page)].map(([, width, height, inside = '']) => {
    const line = new RegExp(String.raw`<line ${place}>(.*?)</line>`, 'gs');
    const lines = [...inside.matchAll(line)].map(([, ...parts]) => {
      const words = wordsOf(parts[4] ?? '');
      return boxOf(parts.slice(0, 4), words.map(({ text }) => text).join(' '));
    });
    return {
      width: (Number(width) * 96) / 72,
      height: (Number(height) * 96) / 72,
      lines,
      words: wordsOf(inside),
    };
  });
}

/** The line between what the document says and the foot, in pixels; the upper, left and right edges of the text. */
export const paper = { foot: 1031, top: 75, left: 83, right: 719 } as const;

/** What stands above the foot. */
export function bodyOf(page: PrintedPage): readonly Box[] {
  return page.words.filter(({ top }) => top < paper.foot);
}

export function footOf(page: PrintedPage): string {
  return page.words
    .filter(({ top }) => top >= paper.foot)
    .map(({ text }) => text)
    .join(' ');
}

/** The outline as a reader's program lists it. */
export function outlineOf(file: string): readonly string[] {
  const output = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', file], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const outline = output.slice(output.indexOf('<outline>'), output.lastIndexOf('</outline>'));
  return [...outline.matchAll(/<item[^>]*>([^<]*)<\/item>/g)].map(([, title = '']) => decoded(title).trim());
}
