import { flushSync } from 'react-dom';
import { cardElement } from './card-element.ts';
import { forgetCards } from './card-spans.ts';
import { aimAt, pickUp, putDown, useCarry } from './carry-store.ts';
import { type Spot, spotOf } from './columns.ts';
import { keepInside } from '../ui/drag-data.ts';
import { type Ghost, type Point, raiseGhost } from '../ui/ghost.ts';
import { cancelCarry, makeRoomAtTheFoot } from './keyboard-carry.ts';
import { moveTo } from './moves.ts';
import { refusePast } from './past-store.ts';
import { placesOf } from './places.ts';
import { aimByPointer } from '../ui/pointer-aim.ts';
import { shownColumns } from './shown.ts';

/** Takes up the cards of the board by the pointer; the board's element is what scrolls sideways. */
export function followPointer(board: HTMLElement): () => void {
  const onDragStart = (event: DragEvent) => {
    const card = cardUnder(event);
    const clientId = card?.dataset['card'];
    if (card === null || clientId === undefined) return;
    if (useCarry.getState().carry !== null || isOnButton(event) || refusePast()) {
      event.preventDefault();
      return;
    }
    keepInside(event, 'client', clientId);
    carry(board, clientId, raiseGhost(card, { x: event.clientX, y: event.clientY }));
  };
  board.addEventListener('dragstart', onDragStart);
  return () => board.removeEventListener('dragstart', onDragStart);
}

function carry(board: HTMLElement, clientId: string, ghost: Ghost): void {
  const places = placesOf(board, clientId);
  const spotAt = (point: Point | null): Spot | null => (point === null ? null : places.spotAt(point));
  aimByPointer({
    ghost,
    scrollAreas: places.scrollAreas,
    began: () => begin(clientId),
    aimAt: (point) => aimAt(spotAt(point)),
    letGo: (point) => {
      const spot = spotAt(point);
      places.stop();
      end(spot, ghost);
    },
  });
}

function cardUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
}

/** A card is dragged by all of itself but its buttons. */
function isOnButton({ clientX, clientY }: DragEvent): boolean {
  const touched = document.elementFromPoint(clientX, clientY);
  return touched !== null && touched.closest('button') !== null;
}

function begin(clientId: string): void {
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
    isMoved = moveTo(carry.clientId, spot, 'pointer');
  });
  void ghost.goTo(cardElement(carry.clientId), isMoved ? 'settle' : 'fly-back');
}
