import { announce } from '../ui/announce.ts';
import { dismissToast, useToasts } from '../ui/toast.ts';
import { aimItemAt, type ItemCarry, pickUpItem, putItemDown, useItemCarry } from './item-carry-store.ts';
import { itemIn, moveOf, sendToWeek, weekOfItem } from './item-moves.ts';
import { itemCancelled, itemMovedTo, itemPickedUp, itemStays, notInWeek } from './item-sentences.ts';

function titleOf(itemId: string): string {
  return itemIn(itemId)?.title ?? '';
}

/** The last notice stands where the bar tells about the item in the hand. */
export function takeUpItem(itemId: string, by: ItemCarry['by']): void {
  const from = weekOfItem(itemId);
  if (from === null) return;
  const { shown } = useToasts.getState();
  if (shown !== null) dismissToast(shown.id);
  pickUpItem({ itemId, by, from, to: from });
  if (by === 'keyboard') announce(itemPickedUp(titleOf(itemId), from));
}

/** To the week before or after, the way one reads; at either end it stays. */
export function aimByKey(step: -1 | 1): void {
  const { carry } = useItemCarry.getState();
  if (carry === null || carry.to === null) return;
  const weeks = [1, 2, 3, 4] as const;
  const to = weeks[carry.to - 1 + step] ?? carry.to;
  aimItemAt(to);
  const move = moveOf(carry.itemId, to);
  if (move === null) return;
  if (move.refusal !== null && to !== carry.from) announce(notInWeek(to, move.refusal), 'assertive');
  else announce(itemMovedTo(to, to === carry.from ? (itemIn(carry.itemId)?.dueOn ?? '') : move.dueOn));
}

/** Tells whether the item was moved. */
export async function dropItem(): Promise<boolean> {
  const { carry } = useItemCarry.getState();
  putItemDown();
  if (carry === null || carry.to === null) return false;
  const { itemId, by, from, to } = carry;
  if (to !== from) return sendToWeek(itemId, to, by === 'keyboard');
  announce(itemStays(titleOf(itemId), from));
  return false;
}

export function cancelItem(): void {
  const { carry } = useItemCarry.getState();
  putItemDown();
  if (carry !== null) announce(itemCancelled(titleOf(carry.itemId), carry.from), 'assertive');
}
