import { isFence } from '../../shared/task-lines.ts';

/** Characters that are drawn at once without anybody noticing. */
const pieceLength = 12_000;

/**
 * A long Markdown in pieces that can be drawn one after another: cut between paragraphs where there are any, between lines
 * or words where there are none.
 */
export function piecesOf(markdown: string): readonly string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let isCode = false;
  const cut = () => {
    if (lines.length > 0) pieces.push(lines.join('\n'));
    [lines, length] = [[], 0];
  };
  for (const line of markdown.split('\n').flatMap(shortLines)) {
    if (isFence(line)) isCode = !isCode;
    const isGap = line.trim() === '' && !isCode;
    if ((isGap && length > pieceLength) || length > 2 * pieceLength) cut();
    lines.push(line);
    length += line.length + 1;
  }
  cut();
  return pieces;
}

function shortLines(line: string): readonly string[] {
  if (line.length <= pieceLength) return [line];
  const short: string[] = [];
  for (let from = 0; from < line.length;) {
    const space = line.lastIndexOf(' ', from + pieceLength);
    const to = space > from && from + pieceLength < line.length ? space + 1 : from + pieceLength;
    short.push(line.slice(from, to));
    from = to;
  }
  return short;
}
