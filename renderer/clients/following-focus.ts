import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import type { Task } from '../../shared/contract/clients.ts';

interface Following {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/**
 * A task that is ticked, or taken back, may be drawn anew in another section and would lose the focus. React tells of
 * no blur when it takes an element away, so the task that had the focus is still known then.
 */
export function useFocusThatFollows(tasks: readonly Task[]): Following {
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-task="${CSS.escape(focused.current)}"] input`)?.focus();
  }, [tasks]);
  return {
    onFocus: ({ target }) => {
      focused.current = target.closest('[data-task]')?.getAttribute('data-task') ?? null;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (document.hasFocus()) focused.current = null;
    },
  };
}
