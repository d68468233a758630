import { create } from 'zustand';
import type { Week } from '../../shared/handoff/plan.ts';

/** The item in the hand, by pointer or by keyboard, and the week where it would be put down. */
export interface ItemCarry {
  readonly itemId: string;
  readonly by: 'pointer' | 'keyboard';
  readonly from: Week;
  /** Null while the pointer is over no week. */
  readonly to: Week | null;
}

interface Landed {
  readonly itemId: string;
  /** With the ring around it; what was put down by the pointer needs none. */
  readonly isFocusSeen: boolean;
}

interface Hand {
  readonly carry: ItemCarry | null;
  /** What was moved last: it is in sight in its new week, and takes the focus there once. */
  readonly landed: Landed | null;
  readonly isFocusDue: boolean;
  /** What was added a moment ago stays in sight, in whichever week it is due. */
  readonly addedIds: readonly string[];
}

export const useItemCarry = create<Hand>(() => ({ carry: null, landed: null, isFocusDue: false, addedIds: [] }));

export function pickUpItem(carry: ItemCarry): void {
  useItemCarry.setState({ carry });
}

export function aimItemAt(to: Week | null): void {
  const { carry } = useItemCarry.getState();
  if (carry !== null && carry.to !== to) useItemCarry.setState({ carry: { ...carry, to } });
}

export function putItemDown(): void {
  useItemCarry.setState({ carry: null });
}

export function landItem(landed: Landed): void {
  useItemCarry.setState({ landed, isFocusDue: true });
}

export function focusLanded(): void {
  useItemCarry.setState({ isFocusDue: false });
}

export function keepInSight(itemIds: readonly string[]): void {
  useItemCarry.setState(({ addedIds }) => ({ addedIds: [...addedIds, ...itemIds] }));
}
