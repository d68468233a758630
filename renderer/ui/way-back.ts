import { useCallback, useEffect, useRef } from 'react';
import { focusTaken, useNavigation } from './navigation.ts';

interface Spot {
  readonly left: number;
  readonly top: number;
}

const spots = new Map<string, Spot>();

const start: Spot = { left: 0, top: 0 };

/**
 * Gives back a `ref` for a scrolling element: it stands again where it stood when the page was left, as soon as its
 * content `isReady`. `key` names the place, for example `board` or `client <id>`.
 */
export function useRememberedScroll(
  key: string,
  isReady = true,
): (element: HTMLElement | null) => (() => void) | undefined {
  // A new function would be called anew and would take the element back to where it stood a moment ago.
  return useCallback(
    (element) => {
      if (element === null || !isReady) return undefined;
      element.scrollTo({ ...(spots.get(key) ?? start), behavior: 'instant' });
      const note = () => spots.set(key, { left: element.scrollLeft, top: element.scrollTop });
      element.addEventListener('scroll', note, { passive: true });
      return () => element.removeEventListener('scroll', note);
    },
    [key, isReady],
  );
}

/**
 * After `goBack` focuses the element whose `data-focus-key` had the focus when the page was left, as soon as the page
 * `isReady`. Without one, the page's `main` gets the focus, so that a screen reader starts at its head. A page that
 * stands where it was left is not scrolled to the focus.
 */
export function useReturningFocus(isReady: boolean, { preventScroll = false } = {}): void {
  const isDone = useRef(false);
  const key = useNavigation((navigation) => navigation.returningTo);
  useEffect(() => {
    if (!isReady || isDone.current || key === null) return;
    isDone.current = true;
    document.querySelector<HTMLElement>(`[data-focus-key="${CSS.escape(key)}"]`)?.focus({ preventScroll });
    focusTaken();
  }, [isReady, key, preventScroll]);
}
