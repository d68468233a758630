import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusIfLost } from './lost-focus.ts';

/** For the button that opens a form in place: when the form is gone, the focus is here again, unless it went on elsewhere. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const door = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) focusIfLost(() => door.current);
    wasOpen.current = isOpen;
  }, [isOpen]);
  return door;
}
