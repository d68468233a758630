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
import { type ScrollArea, startAutoScroll } from './auto-scroll.ts';
import { aimAt, pickUp, putDown, useCarry } from './carry-store.ts';
import { gapAt, indexOfGap, sameSpot, type Spot, spotOf } from './columns.ts';
import { type Ghost, type Point, raiseGhost } from './ghost.ts';
import { cancelCarry, makeRoomAtTheFoot } from './keyboard-carry.ts';
import { moveTo } from './moves.ts';
import { refusePast } from './past-store.ts';
import { shownColumns } from './shown.ts';

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
      const index = typeof moved === 'string' ? nearestIndex(column, stage, input.clientY, moved) : 0;
      return { stage, index };
    },
  });
}

function nearestIndex(column: HTMLElement, stage: Stage, height: number, moved: string): number {
  const list = column.querySelector('[data-card-list]')?.getBoundingClientRect();
  if (list === undefined) return 0;
  const pointer = Math.max(list.top, Math.min(list.bottom, height));
  // Of a long column only a window is drawn; each card knows its own number.
  const cards = [...column.querySelectorAll<HTMLElement>('[data-index]')];
  const middles = cards.map((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return (top + bottom) / 2;
  });
  const above = cards[gapAt(middles, pointer) - 1];
  const first = Number(cards[0]?.dataset['index'] ?? 0);
  const gap = above === undefined ? first : Number(above.dataset['index']) + 1;
  return indexOfGap(gap, shownColumns()[stage].indexOf(moved));
}

function spotUnder({ dropTargets }: DragLocation): Spot | null {
  const { stage, index } = dropTargets[0]?.data ?? {};
  return isStage(stage) && typeof index === 'number' ? { stage, index } : null;
}

/** Follows every drag on the board; the board's element is what scrolls sideways. */
export function followPointer(board: HTMLElement): () => void {
  let ghost: Ghost | null = null;
  let pointer: Point = { x: 0, y: 0 };
  let stopScrolling = () => {};
  const stop = monitorForElements({
    canMonitor: ({ source }) => typeof source.data[cardKey] === 'string',
    onGenerateDragPreview: ({ nativeSetDragImage, source, location }) => {
      disableNativeDragPreview({ nativeSetDragImage });
      pointer = pointOf(location.initial);
      ghost = raiseGhost(source.element, pointer);
    },
    onDragStart: ({ source }) => {
      preventUnhandled.start();
      begin(source.data[cardKey]);
      stopScrolling = startAutoScroll(
        () => pointer,
        (point) => scrollAreas(board, point),
      );
    },
    onDrag: ({ location }) => {
      pointer = pointOf(location.current);
      ghost?.moveTo(pointer);
      aimAt(spotUnder(location.current));
    },
    onDropTargetChange: ({ location }) => aimAt(spotUnder(location.current)),
    onDrop: ({ location }) => {
      stopScrolling();
      preventUnhandled.stop();
      if (ghost !== null) end(spotUnder(location.current), ghost);
      ghost = null;
    },
  });
  return () => {
    stopScrolling();
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

/** The column under the pointer and the board itself, whose right end lies under the shelf. */
function scrollAreas(board: HTMLElement, { x }: Point): readonly ScrollArea[] {
  const shelf = board.querySelector('[data-shelf]')?.getBoundingClientRect();
  const isOverShelf = shelf !== undefined && x >= shelf.left;
  const lists = [...board.querySelectorAll('[data-card-list]')].filter((list) => {
    const { left, right } = list.getBoundingClientRect();
    return x >= left && x <= right;
  });
  const columns = isOverShelf ? [] : lists.map((element): ScrollArea => ({ element, axis: 'y', covered: 0 }));
  if (isOverShelf) return columns;
  return [...columns, { element: board, axis: 'x', covered: shelf?.width ?? 0 }];
}
