import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

export interface KeptFocus<Place extends HTMLElement> {
  readonly ref: RefObject<Place | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** A constant of its module. */
export interface WaysOn<Mark> {
  /** What is remembered of the element that has the focus; null when it does not matter. */
  readonly markOf: (focused: Element, place: HTMLElement) => Mark | null;
  /** Gives the focus on once that element is gone. */
  readonly goOn: (place: HTMLElement, mark: Mark) => void;
}

/**
 * Spread it over a part of the page whose rows may be taken away or drawn anew elsewhere, by their own buttons or by what
 * is read anew: the keyboard then goes on inside. React tells of no blur when it takes an element away, so what had the
 * focus is still known then.
 */
export function useKeptFocus<Place extends HTMLElement, Mark>({ markOf, goOn }: WaysOn<Mark>): KeptFocus<Place> {
  const ref = useRef<Place>(null);
  const mark = useRef<Mark | null>(null);
  const left = useRef<Mark | null>(null);
  useLayoutEffect(() => {
    const look = () => {
      if (ref.current === null || mark.current === null || document.activeElement !== document.body) return;
      goOn(ref.current, mark.current);
    };
    look();
    // And a frame after fields and popovers gave the focus back to their buttons, which may be gone with the row.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  });
  return {
    ref,
    onFocus: ({ target }) => {
      // A popover lies elsewhere on the page, though what happens in it is heard here: its row is still the one meant.
      mark.current = ref.current?.contains(target) === true ? markOf(target, ref.current) : left.current;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (!document.hasFocus()) return;
      left.current = mark.current;
      mark.current = null;
    },
  };
}

const isInside = (): true => true;

/** For a list that ends with the way to add to it. */
export const toLastButton: WaysOn<true> = {
  markOf: isInside,
  goOn: (place) => [...place.querySelectorAll('button')].at(-1)?.focus(),
};

/** For a section whose own button stands first. */
export const toFirstButton: WaysOn<true> = {
  markOf: isInside,
  goOn: (place) => place.querySelector('button')?.focus(),
};
