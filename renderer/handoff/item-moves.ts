import type { HandoffItem } from '../../shared/contract/handoff.ts';
import { moveToWeek, type WeekMove } from '../../shared/handoff/moves.ts';
import { type Week, weekOf } from '../../shared/handoff/plan.ts';
import { call, newCommandId } from '../api.ts';
import { today } from '../ui/clock.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { change, useHandoff } from './handoff-store.ts';
import { landItem } from './item-carry-store.ts';
import { itemDropped, notThere } from './item-sentences.ts';
import { agencyCalendar } from './plan-calendar.ts';

export function itemIn(itemId: string): HandoffItem | null {
  return useHandoff.getState().page?.items.find(({ id }) => id === itemId) ?? null;
}

/** Null where the item, or its handoff, is not there any more. */
export function weekOfItem(itemId: string): Week | null {
  const { page } = useHandoff.getState();
  const item = itemIn(itemId);
  return page === null || item === null ? null : weekOf(page.startOn, item.dueOn);
}

/** The day it would get in that week, or why it may not go there. */
export function moveOf(itemId: string, week: Week): WeekMove | null {
  const { page } = useHandoff.getState();
  const item = itemIn(itemId);
  if (page === null || item === null) return null;
  return moveToWeek(page, item, week, { calendar: agencyCalendar(), today: today() });
}

/** Tells whether the item was moved; says why where it was not. */
export async function sendToWeek(itemId: string, week: Week, isFocusSeen = true): Promise<boolean> {
  const item = itemIn(itemId);
  const move = moveOf(itemId, week);
  if (item === null || move === null || weekOfItem(itemId) === week) return false;
  const { dueOn, refusal } = move;
  if (refusal !== null) {
    showToast({ text: notThere(refusal), tone: 'danger' });
    return false;
  }
  const commandId = newCommandId();
  if (!(await change(() => call('handoff.editItem', { commandId, itemId, dueOn })))) return false;
  landItem({ itemId, isFocusSeen });
  showToast({ text: itemDropped(item.title, week, dueOn), actions: [undoAction(commandId)] });
  return true;
}
