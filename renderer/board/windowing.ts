import { type RefObject, useEffect, useState } from 'react';
import { forgetCardsIn } from './card-spans.ts';
import { margin, type Row, rowsOf, type View } from './rows-in-view.ts';
import { useVerdicts } from './verdict-store.ts';

// Columns of more than two dozen cards draw only what is near the visible part: a card in the hand is looked for under the
// pointer at every move, and that takes as long as there are cards to look through. Heights differ from card to card, so
// they are measured once drawn and guessed before. Cards that must not go (the one with the focus, the one in the hand)
// are drawn wherever they stand, with empty space between.

const wholeUpTo = 24;
/** From here on a column shows how far it reaches. */
const longFrom = 100;

/** Measured heights of cards, by client; a column's width changes them little. */
const heights = new Map<string, number>();

export interface Windowing {
  readonly rows: readonly Row[];
  readonly isWindowed: boolean;
  readonly isLong: boolean;
  /** Counts up when cards turned out higher or lower than was guessed, so that what lies below them has moved. */
  readonly measured: number;
}

export function useWindowing(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  keep: readonly (string | null | undefined)[],
): Windowing {
  const isWindowed = ids.length > wholeUpTo;
  const [view, setView] = useState<View>({ top: 0, height: 900 });
  const [measured, setMeasured] = useState(0);
  useEffect(() => {
    const element = list.current;
    if (element === null || !isWindowed) return undefined;
    const look = () =>
      setView((before) => {
        const now = viewOf(element);
        return now.top === before.top && now.height === before.height ? before : now;
      });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const cards = new MutationObserver((changes) => {
      const drawn = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      if (measure(drawn)) setMeasured((count) => count + 1);
    });
    measure(element.children);
    cards.observe(element, { childList: true });
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
      cards.disconnect();
    };
  }, [list, isWindowed]);
  useEffect(
    () =>
      useVerdicts.subscribe(() =>
        // A reason on a card makes it higher, once it is drawn.
        requestAnimationFrame(() => {
          const element = list.current;
          if (element === null) return;
          forgetCardsIn(element);
          if (isWindowed && measure(element.children)) setMeasured((count) => count + 1);
        }),
      ),
    [list, isWindowed],
  );
  return {
    rows: rowsOf(ids, isWindowed ? view : null, keep, heights),
    isWindowed,
    isLong: ids.length > longFrom,
    measured,
  };
}

/** Steps of half the margin: not every scrolled pixel draws the column anew. */
function viewOf(element: HTMLElement): View {
  const step = margin / 2;
  return { top: Math.floor(element.scrollTop / step) * step, height: element.clientHeight + step };
}

/** Only of what is newly drawn: each look makes the browser lay out the page. */
function measure(drawn: Iterable<Node>): boolean {
  let isNews = false;
  for (const item of drawn) {
    const id = item instanceof HTMLElement ? item.dataset['clientId'] : undefined;
    if (id === undefined || !(item instanceof HTMLElement)) continue;
    const height = item.offsetHeight;
    if (height === 0 || heights.get(id) === height) continue;
    heights.set(id, height);
    isNews = true;
  }
  return isNews;
}
