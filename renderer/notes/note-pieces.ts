import { fenceOf, openBehind } from '../../shared/code-fences.ts';

/** Characters that are drawn at once without anybody noticing. */
const pieceLength = 12_000;

/** A part of a text, and where it begins in it. */
export interface Piece {
  readonly from: number;
  readonly text: string;
}

/**
 * A long Markdown in pieces that can be drawn one after another: cut between paragraphs where there are any, between lines
 * or words where there are none.
 */
export function piecesOf(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let lines: Piece[] = [];
  let length = 0;
  let open: string | null = null;
  const cut = () => {
    const [first] = lines;
    if (first !== undefined) pieces.push({ from: first.from, text: lines.map(({ text }) => text).join('\n') });
    [lines, length] = [[], 0];
  };
  for (const line of shortLines(markdown)) {
    open = openBehind(fenceOf(line.text), open);
    const isGap = line.text.trim() === '' && open === null;
    if ((isGap && length > pieceLength) || length > 2 * pieceLength) cut();
    lines.push(line);
    length += line.text.length + 1;
  }
  cut();
  return pieces;
}

/** The piece that has a character of the text. */
export function pieceAt(pieces: readonly Piece[], at: number): number {
  return Math.max(
    0,
    pieces.findLastIndex(({ from }) => from <= at),
  );
}

function* shortLines(markdown: string): Generator<Piece> {
  let at = 0;
  for (const line of markdown.split('\n')) {
    for (const { from, text } of cutLine(line)) yield { from: at + from, text };
    at += line.length + 1;
  }
}

function* cutLine(line: string): Generator<Piece> {
  if (line.length <= pieceLength) {
    yield { from: 0, text: line };
    return;
  }
  for (let from = 0; from < line.length;) {
    const space = line.lastIndexOf(' ', from + pieceLength);
    const to = space > from && from + pieceLength < line.length ? space + 1 : from + pieceLength;
    yield { from, text: line.slice(from, to) };
    from = to;
  }
}
