import { type RefObject, useEffect, useEffectEvent } from 'react';

/** What will be seen next is ready before it is there. */
const marginPx = 1200;

/** Tells when a place comes near to what is in sight, and when it goes away. */
export function useSight(place: RefObject<HTMLElement | null>, onChange: (isNear: boolean) => void): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver((seen) => tell(seen.at(-1)?.isIntersecting === true), {
      root: scrollerOf(element),
      rootMargin: `${marginPx}px 0px`,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
}

/** A margin counts only around what scrolls; null is the window. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const { parentElement: parent } = element;
  if (parent === null || parent === document.body) return null;
  return /auto|scroll/.test(getComputedStyle(parent).overflowY) ? parent : scrollerOf(parent);
}
