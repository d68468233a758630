import { msg } from '@lingui/core/macro';
import { isBoardStage } from '../../shared/stage.ts';
import { announce } from '../ui/announce.ts';
import { dismissToast, useToasts } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { useBoard } from './board-store.ts';
import { aimAt, type Carry, focusCard, pickUp, putDown, useCarry } from './carry-store.ts';
import { type Columns, countWith, neighbourStage, sameSpot, type Spot, spotOf } from './columns.ts';
import { type Arrow, sayLastPlace } from './edges.ts';
import { isHeldFrom } from './held-card.ts';
import { moveTo } from './moves.ts';
import { refusePast } from './past-store.ts';
import { cancelled, dropped, movedTo, notHere, pickedUp, type Standing } from './sentences.ts';
import { landing, shownColumns } from './shown.ts';
import { useView } from './view-store.ts';
import { sortedSentence } from './view-words.ts';

function standing(spot: Spot, clientId: string): Standing {
  return { ...spot, total: countWith(shownColumns(), spot.stage, clientId) };
}

function nameOf(clientId: string): string {
  return useBoard.getState().cards[clientId]?.name ?? '';
}

/** The last notice stands where the bar tells about the card in the hand. */
export function makeRoomAtTheFoot(): void {
  const { shown } = useToasts.getState();
  if (shown !== null) dismissToast(shown.id);
}

export function pickUpByKey(clientId: string): void {
  const from = spotOf(shownColumns(), clientId);
  if (from === null || refusePast()) return;
  pickUp({ clientId, by: 'keyboard', from, to: from });
  makeRoomAtTheFoot();
  announce(pickedUp(nameOf(clientId), standing(from, clientId)));
}

export function aimByKey(arrow: Arrow, isKeyHeld: boolean): void {
  const { carry } = useCarry.getState();
  if (carry === null || carry.to === null) return;
  const refusal = arrow === 'ArrowUp' || arrow === 'ArrowDown' ? sortedSentence(useView.getState().sorting) : null;
  if (refusal !== null) return announce(refusal, 'assertive');
  const next = nextSpot(shownColumns(), carry.clientId, carry.to, arrow);
  const to = next.stage === carry.from.stage && isSorted() ? carry.from : landing(carry.clientId, next);
  if (sameSpot(to, carry.to)) return sayLastPlace(arrow, isKeyHeld);
  aimAt(to);
  sayAim(carry, to);
}

function sayAim({ clientId }: Carry, to: Spot): void {
  if (isHeldFrom(clientId, to.stage)) announce(notHere(to.stage), 'assertive');
  else announce(movedTo(standing(to, clientId)));
}

function isSorted(): boolean {
  return useView.getState().sorting !== 'own';
}

/** One step on the grid; the shelf lies to the right of the last column. */
export function nextSpot(columns: Columns, clientId: string, { stage, index }: Spot, arrow: Arrow): Spot {
  const last = countWith(columns, stage, clientId) - 1;
  switch (arrow) {
    case 'ArrowUp':
      return { stage, index: isBoardStage(stage) ? Math.max(0, index - 1) : 0 };
    case 'ArrowDown':
      return { stage, index: isBoardStage(stage) ? Math.min(last, index + 1) : 0 };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = neighbourStage(stage, arrow === 'ArrowLeft' ? -1 : 1);
      if (next !== null) return { stage: next, index: Math.min(index, countWith(columns, next, clientId) - 1) };
      return arrow === 'ArrowRight' ? { stage: 'ended', index: 0 } : { stage, index };
    }
  }
}

export function dropByKey(): void {
  const { carry } = useCarry.getState();
  putDown();
  if (carry === null || carry.to === null) return;
  const stands = sameSpot(carry.from, carry.to);
  if (stands) announce(dropped(nameOf(carry.clientId), standing(carry.from, carry.clientId)));
  else moveTo(carry.clientId, carry.to);
}

/** The card in the hand was deleted. */
export function loseCarried(): void {
  putDown();
  announce(i18n.t(msg`This card is not on the board any more`), 'assertive');
}

export function cancelCarry(): void {
  const { carry } = useCarry.getState();
  putDown();
  if (carry === null) return;
  announce(cancelled(nameOf(carry.clientId), carry.from), 'assertive');
  if (carry.by === 'keyboard') focusCard(carry.clientId);
}
