import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { focusCard } from './carry-store.ts';
import { type Columns, spotOf } from './columns.ts';
import { tabStopOf } from './shown.ts';

interface Following {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/**
 * A card that moves to another column by itself, as after an undo, is drawn anew there and would lose the focus; one that
 * the filter takes away leaves it to the first card. React tells of no blur when it takes an element away, so the card that had the focus is still known then.
 */
export function useFocusThatFollows(columns: Columns): Following {
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = focused.current;
    if (id === null || document.activeElement !== document.body) return;
    const next = spotOf(columns, id) === null ? tabStopOf(columns, null) : id;
    if (next !== null) focusCard(next);
  }, [columns]);
  return {
    onFocus: ({ target }) => {
      focused.current = target.closest('[data-card]')?.getAttribute('data-card') ?? null;
    },
    onBlur: () => {
      // The element keeps the focus while another window is in front.
      if (document.hasFocus()) focused.current = null;
    },
  };
}
