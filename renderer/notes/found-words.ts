const highlightName = 'search-hit';

/** Any of the words, which spaces part, as whole ones; null when there are none. */
export function wordsPattern(words: string): RegExp | null {
  const any = words.split(' ').filter(Boolean);
  if (any.length === 0) return null;
  const escaped = any.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Marks them without touching the page's elements, which belong to others; gives the first place. */
export function markFound(element: HTMLElement, words: string): Range | null {
  const ranges = rangesOf(element, wordsPattern(words));
  if (ranges.length > 0) CSS.highlights.set(highlightName, new Highlight(...ranges));
  return ranges[0] ?? null;
}

export function unmarkFound(): void {
  CSS.highlights.delete(highlightName);
}

/** To the middle of what scrolls around it: a paragraph may be longer than the window, and its own place says little. */
export function scrollToRange(range: Range): void {
  const scroller = scrollerOf(range.startContainer);
  const [place, view] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollBy({ top: (place.top + place.bottom) / 2 - (view.top + view.bottom) / 2, behavior: 'instant' });
}

function scrollerOf(node: Node): Element {
  for (let element = node.parentElement; element !== null; element = element.parentElement)
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY))
      return element;
  return document.documentElement;
}

function rangesOf(element: HTMLElement, pattern: RegExp | null): readonly Range[] {
  if (pattern === null) return [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}
