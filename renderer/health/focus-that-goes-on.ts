import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { AttentionRow } from '../../shared/contract/health.ts';

interface Following {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
}

/** A row that is dealt with leaves the list; the keyboard goes on at the row that takes its place, or at what is said instead of rows. */
export function useFocusThatGoesOn(rows: readonly AttentionRow[]): Following {
  const list = useRef<HTMLDivElement>(null);
  const index = useRef<number | null>(null);
  const items = () =>
    [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])].filter((item) => item.closest('[hidden]') === null);
  useLayoutEffect(() => {
    if (index.current === null) return undefined;
    const goOn = () => {
      if (document.activeElement !== document.body || index.current === null) return;
      const left = items();
      if (rows.length === 0) return list.current?.querySelector<HTMLElement>('h2')?.focus();
      left[Math.min(index.current, left.length - 1)]?.querySelector('button')?.focus();
    };
    // A popover gives the focus back to its button first, which may be gone with the row.
    const frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  }, [rows]);
  return {
    ref: list,
    onFocus: ({ target }) => {
      // Popovers lie elsewhere on the page, though what happens in them is heard here.
      if (list.current?.contains(target) !== true) return;
      const row = target.closest('li');
      index.current = row === null ? null : items().indexOf(row);
    },
  };
}
