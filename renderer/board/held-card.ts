import { isHeldByHandoff } from '../../shared/held-stage.ts';
import type { Stage } from '../../shared/stage.ts';
import { useBoard } from './board-store.ts';
import type { Carry } from './carry-store.ts';
import { type Spot, stageOf } from './columns.ts';

/** Whether a running handoff keeps the client out of that stage. */
export function isHeldFrom(clientId: string, stage: Stage): boolean {
  const card = useBoard.getState().cards[clientId];
  return card !== undefined && isHeldByHandoff(stageOf(card), stage, card.handoff !== null);
}

/** Where the card in the hand would come to stand: null over no column and over one that it may not enter. */
export function promisedSpot(carry: Carry | null): Spot | null {
  if (carry === null || carry.to === null) return null;
  return isHeldFrom(carry.clientId, carry.to.stage) ? null : carry.to;
}
