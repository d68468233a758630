import type { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { markFound, unmarkFound, wordsPattern } from '../found-words.ts';

const shownMs = 2000;

/** The cursor stands behind the first of them: what is typed goes on there. */
export function seekWords(view: EditorView, words: string): void {
  const place = placeOf(view.state.doc, words);
  view.focus();
  if (place === null) return view.dispatch({ scrollIntoView: true });
  view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: 'center' }) });
  // Once the lines around it are drawn.
  requestAnimationFrame(() => {
    markFound(view.contentDOM, words);
    setTimeout(unmarkFound, shownMs);
  });
  return undefined;
}

function placeOf(doc: Text, words: string): number | null {
  const pattern = wordsPattern(words);
  if (pattern === null) return null;
  let from = 0;
  for (const line of doc.iterLines()) {
    const [found] = line.matchAll(pattern);
    if (found !== undefined) return from + found.index + found[0].length;
    from += line.length + 1;
  }
  return null;
}
