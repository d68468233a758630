import { type RefObject, useLayoutEffect, useRef } from 'react';

interface KeptFocus<Place extends HTMLElement> {
  readonly ref: RefObject<Place | null>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Spread it over a list whose rows may be taken off the page, by their own buttons or by what is read anew: the keyboard
 * then goes on at the list's last button. React tells of no blur when it takes an element away, so whether the focus was
 * inside is still known then.
 */
export function useKeptFocus<Place extends HTMLElement>(rows: unknown): KeptFocus<Place> {
  const ref = useRef<Place>(null);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    [...(ref.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  }, [rows]);
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
