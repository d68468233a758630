import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Task } from '../../shared/contract/clients.ts';

interface Following<Place extends HTMLElement> {
  readonly ref: RefObject<Place | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/**
 * Spread it over the part of the page whose tasks these are: the same task may stand in another part as well. A task that
 * is ticked, or taken back, may be drawn anew in another section and would lose the focus. React tells of no blur when it
 * takes an element away, so the task that had the focus is still known then.
 */
export function useFocusThatFollows<Place extends HTMLElement>(tasks: readonly Task[]): Following<Place> {
  const ref = useRef<Place>(null);
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    ref.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(focused.current)}"] input`)?.focus();
  }, [tasks]);
  return {
    ref,
    onFocus: ({ target }) => {
      focused.current = target.closest('[data-task]')?.getAttribute('data-task') ?? null;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (document.hasFocus()) focused.current = null;
    },
  };
}
