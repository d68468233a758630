import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { isFocusOnItsWay } from './lost-focus.ts';

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

interface Focused<Mark> {
  readonly element: HTMLElement;
  readonly mark: Mark;
}

/**
 * Spread it over a part of the page whose rows may be taken away or drawn anew elsewhere, by their own buttons or by what
 * is read anew: the keyboard then goes on inside. React tells of no blur when it takes an element away, so what had the
 * focus is still known then.
 */
export function useKeptFocus<Place extends HTMLElement, Mark>({ markOf, goOn }: WaysOn<Mark>): KeptFocus<Place> {
  const ref = useRef<Place>(null);
  const now = useRef<Focused<Mark> | null>(null);
  const left = useRef<Focused<Mark> | null>(null);
  useLayoutEffect(() => {
    const isLost = () => document.activeElement === document.body;
    const look = () => {
      if (ref.current === null || now.current === null || !isLost()) return;
      goOn(ref.current, now.current.mark);
    };
    // What is still there has only lent the focus: to a popover that is about to give it back.
    if (now.current?.element.isConnected === false && !isFocusOnItsWay()) look();
    // And once fields and popovers gave the focus back to their buttons, which may be gone with the row.
    const settle = (wasLost: boolean) => {
      if (!isFocusOnItsWay() && !isLost()) return;
      // What has just closed gives the focus back in this very frame or in the next one, perhaps after us.
      if (isFocusOnItsWay() || !wasLost) return void (frame = requestAnimationFrame(() => settle(isLost())));
      now.current?.element.focus();
      look();
    };
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => settle(false));
    });
    return () => cancelAnimationFrame(frame);
  });
  return {
    ref,
    onFocus: ({ target }) => {
      // A popover lies elsewhere on the page, though what happens in it is heard here: its row is still the one meant.
      now.current = ref.current?.contains(target) === true ? focusedAt(target, ref.current, markOf) : left.current;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (!document.hasFocus()) return;
      left.current = now.current;
      now.current = null;
    },
  };
}

function focusedAt<Mark>(element: Element, place: HTMLElement, markOf: WaysOn<Mark>['markOf']): Focused<Mark> | null {
  const mark = markOf(element, place);
  return mark === null || !(element instanceof HTMLElement) ? null : { element, mark };
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
