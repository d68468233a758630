import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Arrival } from '../ui/navigation.ts';

const shownMs = 2000;

/**
 * The search led here: opens what is folded, scrolls to the first of the words and marks them all for two seconds.
 * `arrival` is null when nobody searched.
 */
export function useArrival(place: RefObject<HTMLElement | null>, arrival: Arrival | null, open: () => void): boolean {
  const [isMarked, setMarked] = useState(false);
  const unfold = useEffectEvent(open);
  useEffect(() => {
    if (arrival === null) return undefined;
    unfold();
    // One frame for React to draw what was folded, one for its layout.
    const frame = requestAnimationFrame(() => {
      setMarked(true);
      requestAnimationFrame(() => arrive(place.current, arrival.words));
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
  }, [place, arrival]);
  return isMarked;
}

const highlightName = 'search-hit';

function arrive(element: HTMLElement | null, words: string): void {
  if (element === null) return;
  const ranges = rangesOf(element, words.toLowerCase().split(' ').filter(Boolean));
  if (ranges.length > 0) CSS.highlights.set(highlightName, new Highlight(...ranges));
  const place = ranges[0]?.startContainer.parentElement ?? element;
  place.scrollIntoView({ block: 'center' });
  element.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}

/** Marks the words without touching the page's elements, which belong to React. */
function rangesOf(element: HTMLElement, words: readonly string[]): readonly Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').toLowerCase();
    for (const word of words) {
      for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
