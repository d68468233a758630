import { shortLine } from './short-line.ts';

/** A first line longer than this is a text that never breaks; the note then keeps all of it as its body. */
const longestTitle = 300;
/** Of such a line so much is shown, with an ellipsis. */
const longestShown = 201;

/** The first heading or the first line that says something is the title; the body is all the rest. */
export function splitTitle(markdown: string): { readonly title: string; readonly body: string } {
  for (let from = 0; from <= markdown.length;) {
    const found = markdown.indexOf('\n', from);
    const end = found === -1 ? markdown.length : found;
    const line = markdown.slice(from, end);
    const title = plainLine(line.slice(0, 4 * longestTitle));
    if (title.length > longestTitle) return { title: wholeWords(title), body: markdown.slice(from).trim() };
    if (title !== '') return { title, body: markdown.slice(end + 1).trim() };
    from = end + 1;
  }
  return { title: '', body: '' };
}

function wholeWords(title: string): string {
  return shortLine(title, longestShown).replace(/\s+\S{0,30}…$/u, '…');
}

const blockMarks = /^\s*(?:#{1,6}(?:\s+|$)|>\s?|(?:[-*+]|\d+[.)])\s+|\[[ xXхХ]?\]\s+)+/;

/** A line of Markdown without its marks: «## **Итог**» is «Итог». */
export function plainLine(line: string): string {
  return line
    .replace(blockMarks, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim();
}

/** Markdown as running text, for a preview of two lines. */
export function plainText(markdown: string): string {
  return markdown.split('\n').map(plainLine).filter(Boolean).join(' ');
}
