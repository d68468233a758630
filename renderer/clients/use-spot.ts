import { type RefObject, useEffect } from 'react';
import { useNavigation } from '../ui/navigation.ts';

const shownMs = 2000;
const highlightName = 'search-hit';

/** A search led to a task or a person: it is scrolled to, gets the focus and is marked for two seconds. */
export function useSpot(place: RefObject<HTMLElement | null>): void {
  const spot = useNavigation(({ route }) => (route.name === 'client' ? route.spot : undefined));
  useEffect(() => {
    if (spot === undefined) return undefined;
    const line = place.current?.querySelector(`[data-${spot.record}="${CSS.escape(spot.id)}"]`);
    if (!line) return undefined;
    line.scrollIntoView({ block: 'center' });
    line.querySelector('button')?.focus({ preventScroll: true });
    const range = document.createRange();
    range.selectNodeContents(line);
    CSS.highlights.set(highlightName, new Highlight(range));
    const timer = setTimeout(() => CSS.highlights.delete(highlightName), shownMs);
    return () => {
      clearTimeout(timer);
      CSS.highlights.delete(highlightName);
    };
  }, [place, spot]);
}
