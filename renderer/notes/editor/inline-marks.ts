import { safeAddress } from '../safe-address.ts';

/** What a piece of a line looks like; `mark` is the Markdown around it. */
export type InlineLook = 'mark' | 'strong' | 'emphasis' | 'struck' | 'code' | 'link';

export interface InlinePiece {
  readonly look: InlineLook;
  readonly from: number;
  readonly to: number;
  /** Where a link leads. */
  readonly address?: string;
}

const inline = new RegExp(
  [
    '(?<escaped>\\\\[\\p{P}\\p{S}])',
    '(?<ticks>`+)(?!`).+?(?<!`)\\k<ticks>(?!`)',
    '\\[(?<words>[^\\]]*)\\]\\((?<address>[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)\\)',
    '(?<bare>(?:https://|mailto:)[^\\s<>"]*[^\\s<>"\'.,;:!?)\\]»”*_])',
    '(?<double>\\*\\*|__|~~)(?=\\S)(?<inside>.+?)(?<=\\S)\\k<double>',
    '(?<![\\p{L}\\p{N}*_])(?<single>[*_])(?=[^\\s*_])(?<within>.+?)(?<=[^\\s*_])\\k<single>(?![\\p{L}\\p{N}*_])',
  ].join('|'),
  'gu',
);

/** The pieces of a line that look like something, in order of their beginning; what encloses comes first. */
export function inlinePieces(text: string, start = 0): readonly InlinePiece[] {
  return Array.from(text.matchAll(inline)).flatMap((match): readonly InlinePiece[] => {
    const { ticks, words, address, bare, double, inside = '', single, within = '' } = match.groups ?? {};
    const from = start + match.index;
    const to = from + match[0].length;
    if (bare !== undefined) return [{ look: 'link', from, to, address: bare }];
    if (words !== undefined && address !== undefined)
      return safeAddress(address) === null ? [] : link({ from, to, words, address });
    if (ticks !== undefined) return enclosed('code', ticks.length, { from, to, inside: [] });
    if (double !== undefined)
      return enclosed(double === '~~' ? 'struck' : 'strong', 2, { from, to, inside: inlinePieces(inside, from + 2) });
    if (single !== undefined) return enclosed('emphasis', 1, { from, to, inside: inlinePieces(within, from + 1) });
    return [];
  });
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly address: string;
}

function link({ from, to, words, address }: Link): readonly InlinePiece[] {
  const middle = from + 1 + words.length;
  const pieces: readonly InlinePiece[] = [
    mark(from, from + 1),
    { look: 'link', from: from + 1, to: middle, address },
    ...inlinePieces(words, from + 1).filter(({ look }) => look !== 'link'),
    mark(middle, middle + 2),
    { look: 'link', from: middle + 2, to: to - 1, address },
    mark(to - 1, to),
  ];
  return pieces.filter((piece) => piece.from < piece.to);
}

interface Enclosed {
  readonly from: number;
  readonly to: number;
  readonly inside: readonly InlinePiece[];
}

function enclosed(look: InlineLook, width: number, { from, to, inside }: Enclosed): readonly InlinePiece[] {
  return [mark(from, from + width), { look, from: from + width, to: to - width }, ...inside, mark(to - width, to)];
}

function mark(from: number, to: number): InlinePiece {
  return { look: 'mark', from, to };
}
