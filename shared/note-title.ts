/** The first heading or the first line that says something is the title; the body is all the rest. */
export function splitTitle(markdown: string): { readonly title: string; readonly body: string } {
  const lines = markdown.split('\n');
  const index = lines.findIndex((line) => plainLine(line) !== '');
  if (index === -1) return { title: '', body: '' };
  return {
    title: plainLine(lines[index] ?? ''),
    body: lines
      .slice(index + 1)
      .join('\n')
      .trim(),
  };
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
