import { create } from 'zustand';
import { type Columns, countWith, sameSpot, type Spot, spotOf } from './columns.ts';

/** The card in the hand, by pointer or by keyboard, and the spot where it would be put down. */
export interface Carry {
  readonly clientId: string;
  readonly by: 'pointer' | 'keyboard';
  readonly from: Spot;
  /** Null while the pointer is over no column. */
  readonly to: Spot | null;
}

interface Focus {
  readonly carry: Carry | null;
  /** The card that Tab leads to and the arrows start from. */
  readonly current: string | null;
  /** Raised when the current card should take the focus, wherever it is drawn next. */
  readonly focusWish: number;
  /** The last wish that was fulfilled: a card that is drawn anew later does not take the focus again. */
  readonly focusGranted: number;
  readonly isFocusSeen: boolean;
  /** The card that has just been put down. */
  readonly landed: { readonly clientId: string; readonly count: number } | null;
}

export const useCarry = create<Focus>(() => ({
  carry: null,
  current: null,
  focusWish: 0,
  focusGranted: 0,
  isFocusSeen: true,
  landed: null,
}));

export function pickUp(carry: Carry): void {
  useCarry.setState({ carry, current: carry.clientId });
}

export function aimAt(to: Spot | null): void {
  const { carry } = useCarry.getState();
  if (carry !== null && !sameSpot(carry.to, to)) useCarry.setState({ carry: { ...carry, to } });
}

/** The card in the hand may be moved meanwhile, by an undo or in another window, and so may those around it. */
export function recountCarry(columns: Columns): void {
  const { carry } = useCarry.getState();
  const from = carry === null ? null : spotOf(columns, carry.clientId);
  if (carry === null || from === null) return;
  const { to: aim } = carry;
  const to = aim === null ? null : sameSpot(aim, carry.from) ? from : within(columns, aim, carry.clientId);
  if (!sameSpot(from, carry.from) || !sameSpot(to, carry.to)) useCarry.setState({ carry: { ...carry, from, to } });
}

function within(columns: Columns, { stage, index }: Spot, clientId: string): Spot {
  return { stage, index: Math.min(index, countWith(columns, stage, clientId) - 1) };
}

export function putDown(): void {
  useCarry.setState({ carry: null });
}

export function makeCurrent(clientId: string): void {
  if (useCarry.getState().current !== clientId) useCarry.setState({ current: clientId });
}

/** `isSeen`: with the ring around it; a card that was put down by the pointer needs none. */
export function focusCard(clientId: string, isSeen = true): void {
  useCarry.setState(({ focusWish }) => ({ current: clientId, focusWish: focusWish + 1, isFocusSeen: isSeen }));
}

export function markLanded(clientId: string): void {
  useCarry.setState(({ landed }) => ({ landed: { clientId, count: (landed?.count ?? 0) + 1 } }));
}
