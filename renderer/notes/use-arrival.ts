import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Arrival } from '../ui/navigation.ts';
import { markFound, scrollToRange, unmarkFound } from './found-words.ts';

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
      unmarkFound();
    }, shownMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      unmarkFound();
    };
  }, [place, arrival, words]);
  return isMarked;
}

function arrive(element: HTMLElement | null, words: string): void {
  if (element === null) return;
  const found = markFound(element, words);
  if (found === null) element.scrollIntoView({ block: 'center' });
  else scrollToRange(found);
  element.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}
