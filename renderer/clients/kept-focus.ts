import { type RefObject, useLayoutEffect, useRef } from 'react';

interface KeptFocus<Place extends HTMLElement> {
  readonly ref: RefObject<Place | null>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Spread it over a list whose rows may be taken off the page, by their own buttons or by what is read anew: the keyboard
 * then goes on at the list's last button, or at the one named by `next`. React tells of no blur when it takes an element away, so whether the focus was
 * inside is still known then.
 */
export function useKeptFocus<Place extends HTMLElement>(rows: unknown, next = lastButton): KeptFocus<Place> {
  const ref = useRef<Place>(null);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    if (ref.current !== null) next(ref.current)?.focus();
  }, [rows, next]);
  return {
    ref,
    onFocus: () => {
      wasInside.current = true;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (document.hasFocus()) wasInside.current = false;
    },
  };
}

function lastButton(place: HTMLElement): HTMLElement | undefined {
  return [...place.querySelectorAll('button')].at(-1);
}
