import { splitTitle } from './note-title.ts';
import { isTaskLine } from './task-lines.ts';

/**
 * A note as it is read: the title, and below it the body. A title that is a task stands in both, because its box is ticked
 * in the body.
 */
export function shownNote(markdown: string): { readonly title: string; readonly body: string } {
  const parts = splitTitle(markdown);
  const text = markdown.trim();
  const [first = ''] = text.split('\n', 1);
  return isTaskLine(first) ? { title: parts.title, body: text } : parts;
}
