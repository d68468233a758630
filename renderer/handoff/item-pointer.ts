import type { Week } from '../../shared/handoff/plan.ts';
import type { ScrollArea } from '../ui/auto-scroll.ts';
import { keepInside } from '../ui/drag-data.ts';
import { type Ghost, type Point, raiseGhost } from '../ui/ghost.ts';
import { aimByPointer } from '../ui/pointer-aim.ts';
import { cancelItem, dropItem, takeUpItem } from './item-carry.ts';
import { aimItemAt, useItemCarry } from './item-carry-store.ts';

/** Takes up the items of the plan by the pointer; what the weeks stand in is what scrolls. */
export function followItems(weeks: HTMLElement): () => void {
  const onDragStart = (event: DragEvent) => {
    const item = itemUnder(event);
    const itemId = item?.dataset['item'];
    if (item === null || itemId === undefined) return;
    if (useItemCarry.getState().carry !== null || isOnControl(event)) return event.preventDefault();
    keepInside(event, 'handoff-item', itemId);
    carry(weeks, itemId, raiseGhost(item, { x: event.clientX, y: event.clientY }));
  };
  weeks.addEventListener('dragstart', onDragStart);
  return () => weeks.removeEventListener('dragstart', onDragStart);
}

function carry(weeks: HTMLElement, itemId: string, ghost: Ghost): void {
  const aimAt = (point: Point | null) => aimItemAt(point === null ? null : weekAt(weeks, point));
  const letGo = async (point: Point | null) => {
    aimAt(point);
    const isOverWeek = typeof useItemCarry.getState().carry?.to === 'number';
    if (!isOverWeek) cancelItem();
    const isMoved = isOverWeek && (await dropItem());
    await ghost.goTo(itemElement(itemId), isMoved ? 'settle' : 'fly-back');
  };
  aimByPointer({
    ghost,
    scrollAreas: () => scrollAreas(weeks),
    began: () => takeUpItem(itemId, 'pointer'),
    aimAt,
    letGo: (point) => void letGo(point),
  });
}

function itemElement(itemId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"]`);
}

function itemUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item][draggable="true"]') : null;
}

/** An item is dragged by all of itself but its box and its menu. */
function isOnControl({ clientX, clientY }: DragEvent): boolean {
  const touched = document.elementFromPoint(clientX, clientY);
  return touched !== null && touched.closest('label, button:not([data-item-heading]), form') !== null;
}

/** In pixels: between two weeks an item is over the nearer one, not over none. */
const beside = 9;

function weekAt(weeks: HTMLElement, { x, y }: Point): Week | null {
  const found = [...weeks.querySelectorAll<HTMLElement>('[data-week]')].find((column) => {
    const { left, right, top, bottom } = column.getBoundingClientRect();
    return x >= left - beside && x <= right + beside && y >= top - beside && y <= bottom + beside;
  });
  return asWeek(found?.dataset['week']);
}

function asWeek(text: string | undefined): Week | null {
  return ([1, 2, 3, 4] as const).find((week) => String(week) === text) ?? null;
}

function scrollAreas(weeks: HTMLElement): readonly ScrollArea[] {
  const element = weeks.parentElement;
  if (element === null) return [];
  const { top, bottom } = element.getBoundingClientRect();
  return [{ element, axis: 'y', from: top, to: bottom }];
}
