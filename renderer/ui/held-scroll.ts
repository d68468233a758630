import { useCallback, useRef } from 'react';

/** From the top, in pixels. */
const places = new Map<string, number>();

export interface HeldScroll {
  /** What is scrolled and its part, for example `client <id> playbook`; another key is another place. */
  readonly key: string;
  /** Where the part begins: what stands above it is common to all. */
  readonly beginOf: (element: HTMLElement) => number;
  /** A search leads somewhere on the page; its place is not taken away. */
  readonly isLed: boolean;
}

/**
 * Gives back a `ref` for a scrolling element whose content comes piece by piece: it stands where it was left, and is
 * held there while it grows, until somebody scrolls or does anything else.
 */
export function useHeldScroll({ key, beginOf, isLed }: HeldScroll): (element: HTMLElement | null) => () => void {
  // Where it stood before another part took the place of this one, which may be shorter. Null on a page just opened.
  const last = useRef<number | null>(null);
  return useCallback(
    (element) => {
      if (element === null) return () => {};
      const place = placeFor(places.get(key), beginOf(element), last.current);
      last.current = place;
      const holding = isLed ? null : hold(element, place);
      // A content that shrank or grew scrolls too; it is answered within the frame, and only then is it known who moved.
      const look = () => {
        last.current = element.scrollTop;
        if (holding?.stillHolds() !== true) places.set(key, element.scrollTop);
      };
      let timer = 0;
      const note = () => {
        clearTimeout(timer);
        timer = window.setTimeout(look);
      };
      element.addEventListener('scroll', note, { passive: true });
      return () => {
        clearTimeout(timer);
        element.removeEventListener('scroll', note);
        holding?.end();
      };
    },
    [key, beginOf, isLed],
  );
}

/** From part to part the common head stays where it is: what was pressed does not run away from the pointer. */
function placeFor(left: number | undefined, begin: number, last: number | null): number {
  if (last === null) return left ?? 0;
  return left !== undefined && left > begin ? left : Math.min(last, begin);
}

interface Holding {
  /** Asked after something has scrolled. */
  readonly stillHolds: () => boolean;
  readonly end: () => void;
}

const acts = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

function hold(element: HTMLElement, place: number): Holding {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => {
    ending.abort();
    growth.disconnect();
    element.style.overflowAnchor = '';
  };
  let put = element.scrollTop;
  const stand = () => {
    element.scrollTo({ top: place, behavior: 'instant' });
    put = element.scrollTop;
  };
  const growth = new ResizeObserver(stand);
  // The engine would move the page along with what grows above; here the place itself is what stays.
  element.style.overflowAnchor = 'none';
  stand();
  for (const child of element.children) growth.observe(child);
  for (const act of acts) window.addEventListener(act, end, { capture: true, passive: true, signal });
  const stillHolds = () => {
    // Moved by something else, such as a screen reader.
    if (element.scrollTop !== put) end();
    return !signal.aborted;
  };
  return { stillHolds, end };
}
