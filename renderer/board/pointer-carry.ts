import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled';
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types';
import { flushSync } from 'react-dom';
import { isStage, type Stage } from '../../shared/stage.ts';
import { autoScroll, type ScrollArea } from './auto-scroll.ts';
import { aimAt, pickUp, putDown, useCarry } from './carry-store.ts';
import { cardsIn, forgetCards } from './card-spans.ts';
import { gapAt, indexOfGap, sameSpot, type Spot, spotOf } from './columns.ts';
import { type Ghost, type Point, raiseGhost } from './ghost.ts';
import { cancelCarry, makeRoomAtTheFoot } from './keyboard-carry.ts';
import { moveTo } from './moves.ts';
import { refusePast } from './past-store.ts';
import { landing, shownColumns } from './shown.ts';

const cardKey = 'clientId';

/** Lets the card be dragged by all of itself but its buttons. */
export function makeDraggable(card: HTMLElement, clientId: string): () => void {
  return draggable({
    element: card,
    canDrag: ({ input }) => {
      const touched = document.elementFromPoint(input.clientX, input.clientY);
      const isOnButton = touched !== null && touched.closest('button') !== null;
      return useCarry.getState().carry === null && !isOnButton && !refusePast();
    },
    getInitialData: () => ({ [cardKey]: clientId }),
  });
}

/** The whole column takes a card, from head to foot: it lands in the gap nearest to the pointer. */
export function makeColumnTarget(column: HTMLElement, stage: Stage): () => void {
  return dropTargetForElements({
    element: column,
    canDrop: ({ source }) => typeof source.data[cardKey] === 'string',
    getData: ({ input, source }) => {
      const moved = source.data[cardKey];
      if (typeof moved !== 'string') return { stage, index: 0 };
      const { index } = landing(moved, { stage, index: nearestIndex(column, stage, input.clientY, moved) });
      return { stage, index };
    },
  });
}

function nearestIndex(column: HTMLElement, stage: Stage, height: number, moved: string): number {
  const list = column.querySelector('[data-card-list]');
  if (list === null) return 0;
  const { top, bottom } = list.getBoundingClientRect();
  const cards = cardsIn(list);
  const pointer = Math.max(top, Math.min(bottom, height)) - top + list.scrollTop;
  const middles = cards.map((card) => (card.top + card.bottom) / 2);
  const above = cards[gapAt(middles, pointer) - 1];
  const gap = above === undefined ? (cards[0]?.index ?? 0) : above.index + 1;
  return indexOfGap(gap, shownColumns()[stage].indexOf(moved));
}

function spotUnder({ dropTargets }: DragLocation): Spot | null {
  const { stage, index } = dropTargets[0]?.data ?? {};
  return isStage(stage) && typeof index === 'number' ? { stage, index } : null;
}

/** Follows every drag on the board; the board's element is what scrolls sideways. */
export function followPointer(board: HTMLElement): () => void {
  let ghost: Ghost | null = null;
  const scrolling = autoScroll(scrollAreasOf(board));
  const stop = monitorForElements({
    canMonitor: ({ source }) => typeof source.data[cardKey] === 'string',
    onGenerateDragPreview: ({ nativeSetDragImage, source, location }) => {
      disableNativeDragPreview({ nativeSetDragImage });
      ghost = raiseGhost(source.element, pointOf(location.initial));
    },
    onDragStart: ({ source }) => {
      preventUnhandled.start();
      begin(source.data[cardKey]);
    },
    onDrag: ({ location }) => {
      const point = pointOf(location.current);
      ghost?.moveTo(point);
      scrolling.follow(point);
      aimAt(spotUnder(location.current));
    },
    onDropTargetChange: ({ location }) => aimAt(spotUnder(location.current)),
    onDrop: ({ location }) => {
      scrolling.stop();
      preventUnhandled.stop();
      if (ghost !== null) end(spotUnder(location.current), ghost);
      ghost = null;
    },
  });
  return () => {
    scrolling.stop();
    stop();
  };
}

function pointOf({ input }: DragLocation): Point {
  return { x: input.clientX, y: input.clientY };
}

function begin(clientId: unknown): void {
  if (typeof clientId !== 'string') return;
  const from = spotOf(shownColumns(), clientId);
  if (from === null) return;
  forgetCards();
  pickUp({ clientId, by: 'pointer', from, to: from });
  makeRoomAtTheFoot();
}

function end(spot: Spot | null, ghost: Ghost): void {
  const { carry } = useCarry.getState();
  if (carry === null) return void ghost.goTo(null, 'fly-back');
  let isMoved = false;
  flushSync(() => {
    if (spot === null) return cancelCarry();
    putDown();
    isMoved = !sameSpot(spot, carry.from) && moveTo(carry.clientId, spot, 'pointer');
  });
  void ghost.goTo(cardElement(carry.clientId), isMoved ? 'settle' : 'fly-back');
}

export function cardElement(clientId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(clientId)}"]`);
}

/** Asking the browser where things are makes it lay out the page: once in a while is enough. */
const measuredFor = 200;

/** The column under the pointer and the board itself, whose right end lies under the shelf. */
function scrollAreasOf(board: HTMLElement): (point: Point) => readonly ScrollArea[] {
  let measuredAt = Number.NEGATIVE_INFINITY;
  let edges: Edges | null = null;
  return ({ x }) => {
    const now = performance.now();
    if (edges === null || now - measuredAt > measuredFor) {
      edges = edgesOf(board);
      measuredAt = now;
    }
    const { lists, board: whole, shelfLeft } = edges;
    const column = lists.find(({ rect: { left, right } }) => x >= left && x <= right);
    if (x >= shelfLeft) return [];
    const sideways: ScrollArea = { element: board, axis: 'x', from: whole.left, to: Math.min(whole.right, shelfLeft) };
    if (column === undefined) return [sideways];
    const { element, rect } = column;
    return [{ element, axis: 'y', from: rect.top, to: rect.bottom }, sideways];
  };
}

interface Edges {
  readonly board: DOMRect;
  readonly lists: readonly { readonly element: Element; readonly rect: DOMRect }[];
  /** Where the shelf begins, beyond all pointers when there is none. */
  readonly shelfLeft: number;
}

function edgesOf(board: HTMLElement): Edges {
  const lists = [...board.querySelectorAll('[data-card-list]')];
  return {
    board: board.getBoundingClientRect(),
    lists: lists.map((element) => ({ element, rect: element.getBoundingClientRect() })),
    shelfLeft: board.querySelector('[data-shelf]')?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY,
  };
}
