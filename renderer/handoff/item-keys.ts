import type { KeyboardEvent } from 'react';
import { aimByKey, cancelItem, dropItem, takeUpItem } from './item-carry.ts';
import { useItemCarry } from './item-carry-store.ts';

/** The item whose words have the focus: keys on its box and its menu belong to them. */
function itemOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset['itemHeading'] ?? null) : null;
}

/** The keys of the plan; whatever is taken is not heard by the shortcuts of the page. */
export function onPlanKeyDown(event: KeyboardEvent): void {
  const itemId = itemOf(event.target);
  if (itemId === null) return;
  const isTaken = useItemCarry.getState().carry === null ? onRestingKey(event, itemId) : onCarryingKey(event);
  if (!isTaken) return;
  event.preventDefault();
  event.stopPropagation();
}

function onRestingKey({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, itemId: string): boolean {
  if (code !== 'Space' || altKey || ctrlKey || metaKey || shiftKey) return false;
  takeUpItem(itemId, 'keyboard');
  return true;
}

/** Nothing gets out while an item is in the hand: neither the focus by Tab nor a shortcut. */
function onCarryingKey({ code, ctrlKey, metaKey, repeat }: KeyboardEvent): true {
  if (ctrlKey || metaKey) return true;
  if (code === 'ArrowLeft' || code === 'ArrowUp') aimByKey(-1);
  else if (code === 'ArrowRight' || code === 'ArrowDown') aimByKey(1);
  else if ((code === 'Space' || code === 'Enter' || code === 'NumpadEnter') && !repeat) void dropItem();
  else if (code === 'Escape') cancelItem();
  return true;
}
