import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Arrival } from '../ui/navigation.ts';

const shownMs = 2000;

interface ArrivalParts {
  /** Null when nobody searched. */
  readonly arrival: Arrival | null;
  /** The words that were found, once the text that has them is there. */
  readonly words: string | null;
  readonly open: () => void;
}

/** The search led here: opens what is folded, scrolls to the first of the words and marks them all for two seconds. */
export function useArrival(place: RefObject<HTMLElement | null>, { arrival, words, open }: ArrivalParts): boolean {
  const [isMarked, setMarked] = useState(false);
  const unfold = useEffectEvent(open);
  useEffect(() => {
    if (arrival !== null) unfold();
  }, [arrival]);
  useEffect(() => {
    if (arrival === null || words === null) return undefined;
    // One frame for React to draw what was folded, one for its layout.
    const frame = requestAnimationFrame(() => {
      setMarked(true);
      requestAnimationFrame(() => arrive(place.current, words));
    });
    const timer = setTimeout(() => {
      setMarked(false);
      CSS.highlights.delete(highlightName);
    }, shownMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      CSS.highlights.delete(highlightName);
    };
  }, [place, arrival, words]);
  return isMarked;
}

const highlightName = 'search-hit';

function arrive(element: HTMLElement | null, words: string): void {
  if (element === null) return;
  const ranges = rangesOf(element, words.split(' ').filter(Boolean));
  if (ranges.length > 0) CSS.highlights.set(highlightName, new Highlight(...ranges));
  const place = ranges[0]?.startContainer.parentElement ?? element;
  place.scrollIntoView({ block: 'center' });
  element.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}

/** Marks whole words without touching the page's elements, which belong to React. */
function rangesOf(element: HTMLElement, words: readonly string[]): readonly Range[] {
  if (words.length === 0) return [];
  const any = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
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
