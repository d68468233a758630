import { type RefObject, useEffect } from 'react';
import type { Spot } from './navigation.ts';

const shownMs = 2000;
const highlightName = 'search-hit';

/**
 * A search led to a line of this place: it is scrolled to, gets the focus and is marked for two seconds. `isThere` is
 * false while the line is still being read.
 */
export function useSpot(place: RefObject<HTMLElement | null>, spot: Spot | undefined, isThere = true): void {
  useEffect(() => {
    if (spot === undefined || !isThere) return undefined;
    const line = place.current?.querySelector(`[data-${spot.record}="${CSS.escape(spot.id)}"]`);
    if (!line) return undefined;
    line.scrollIntoView({ block: 'center' });
    const way = line.querySelector('button') ?? line.querySelector('input');
    way?.focus({ preventScroll: true });
    const range = document.createRange();
    range.selectNodeContents(line);
    CSS.highlights.set(highlightName, new Highlight(range));
    const timer = setTimeout(() => CSS.highlights.delete(highlightName), shownMs);
    return () => {
      clearTimeout(timer);
      CSS.highlights.delete(highlightName);
    };
  }, [place, spot, isThere]);
}
