import { isStage, type Stage } from '../../shared/stage.ts';
import type { ScrollArea } from '../ui/auto-scroll.ts';
import { cardsIn } from './card-spans.ts';
import { type Columns, gapAt, indexOfGap, type Spot, spotOf } from './columns.ts';
import type { Point } from '../ui/ghost.ts';
import { landing, shownColumns } from './shown.ts';

// Where columns and shelf lie on the screen while a card is carried over them by the pointer.

export interface Places {
  /** Where a card that is let go at the point would land: in the gap nearest to it; null beside all columns. */
  readonly spotAt: (point: Point) => Spot | null;
  /** The column under the point and the board itself, whose right end lies under the shelf. */
  readonly scrollAreas: (point: Point) => readonly ScrollArea[];
  readonly stop: () => void;
}

interface Measured {
  readonly board: DOMRect;
  readonly shelf: DOMRect | null;
  readonly columns: readonly {
    readonly stage: Stage;
    /** From head to foot: all of it takes a card. */
    readonly rect: DOMRect;
    readonly list: Element;
    readonly listRect: DOMRect;
    readonly scrolled: number;
  }[];
}

/** Asking the browser where things are makes it lay out the page: once is enough, until something scrolls or grows. */
export function placesOf(board: HTMLElement, clientId: string): Places {
  let measured: Measured | null = null;
  const forget = () => {
    measured = null;
  };
  const sourceIn = sourceOf(clientId);
  const measure = () => (measured ??= measuredIn(board));
  const sizes = new ResizeObserver(forget);
  for (const element of [board, ...board.querySelectorAll('[data-card-list], [data-shelf]')]) sizes.observe(element);
  board.addEventListener('scroll', forget, { capture: true, passive: true });
  return {
    spotAt: (point) => {
      const { shelf, columns, board: whole } = measure();
      if (shelf !== null && contains(shelf, point)) return { stage: 'ended', index: 0 };
      const column = contains(whole, point) ? columns.find(({ rect }) => contains(rect, point, beside)) : undefined;
      if (column === undefined) return null;
      const { stage, list, listRect, scrolled } = column;
      const height = Math.max(listRect.top, Math.min(listRect.bottom, point.y)) - listRect.top + scrolled;
      const source = sourceIn(shownColumns());
      const gap = nearestGap(list, height);
      return landing(clientId, { stage, index: source?.stage === stage ? indexOfGap(gap, source.index) : gap });
    },
    scrollAreas: ({ x }) => {
      const { shelf, columns, board: whole } = measure();
      const end = shelf?.left ?? Number.POSITIVE_INFINITY;
      if (x >= end) return [];
      const sideways: ScrollArea = { element: board, axis: 'x', from: whole.left, to: Math.min(whole.right, end) };
      const column = columns.find(({ listRect: { left, right } }) => x >= left && x <= right);
      if (column === undefined) return [sideways];
      const { stage, list, listRect } = column;
      return [{ element: list, axis: 'y', from: listRect.top, to: listRect.bottom, name: stage }, sideways];
    },
    stop: () => {
      sizes.disconnect();
      board.removeEventListener('scroll', forget, { capture: true });
    },
  };
}

/** In pixels: between two columns a card is over the nearer one, not over none. */
const beside = 6;

function contains({ left, right, top, bottom }: DOMRect, { x, y }: Point, margin = 0): boolean {
  return x >= left - margin && x <= right + margin && y >= top && y <= bottom;
}

function measuredIn(board: HTMLElement): Measured {
  const columns = [...board.querySelectorAll<HTMLElement>('[data-card-list]')].flatMap((list) => {
    const stage = list.dataset['cardList'];
    const column = list.closest('section');
    if (!isStage(stage) || column === null) return [];
    const rect = column.getBoundingClientRect();
    return [{ stage, rect, list, listRect: list.getBoundingClientRect(), scrolled: list.scrollTop }];
  });
  const shelf = board.querySelector('[data-shelf]')?.getBoundingClientRect() ?? null;
  return { board: board.getBoundingClientRect(), shelf, columns };
}

/** Asked at every move: columns of thousands are looked through only when they changed. */
function sourceOf(clientId: string): (columns: Columns) => Spot | null {
  let last: { readonly columns: Columns; readonly spot: Spot | null } | null = null;
  return (columns) => {
    if (last?.columns !== columns) last = { columns, spot: spotOf(columns, clientId) };
    return last.spot;
  };
}

/** `height` is counted from the beginning of what the list scrolls. */
function nearestGap(list: Element, height: number): number {
  const cards = cardsIn(list);
  const middles = cards.map((card) => (card.top + card.bottom) / 2);
  const above = cards[gapAt(middles, height) - 1];
  return above === undefined ? (cards[0]?.index ?? 0) : above.index + 1;
}
