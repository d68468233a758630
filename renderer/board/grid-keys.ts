import type { KeyboardEvent } from 'react';
import { boardStages, isBoardStage } from '../../shared/stage.ts';
import { focusCard, useCarry } from './carry-store.ts';
import { type Columns, neighbourStage, type Spot, spotOf } from './columns.ts';
import { type Arrow, sayLastCard, sayLastPlace } from './edges.ts';
import { aimByKey, cancelCarry, dropByKey, pickUpByKey } from './keyboard-carry.ts';
import { moveToStage } from './moves.ts';
import { openClient } from './open-client.ts';
import { shownColumns } from './shown.ts';

/** The card whose heading has the focus: keys on its buttons belong to the buttons. */
function cardOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-card-heading]')?.getAttribute('data-card-heading') ?? null;
}

function arrowOf(code: string): Arrow | null {
  return code === 'ArrowUp' || code === 'ArrowDown' || code === 'ArrowLeft' || code === 'ArrowRight' ? code : null;
}

/** The keys of the grid of cards; whatever is taken is not heard by the shortcuts of the page. */
export function onGridKeyDown(event: KeyboardEvent): void {
  const clientId = cardOf(event.target);
  if (clientId === null) return;
  const isTaken = useCarry.getState().carry === null ? onRestingKey(event, clientId) : onCarryingKey(event);
  if (!isTaken) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Nothing gets out while a card is in the hand: neither the focus by Tab nor a shortcut. */
function onCarryingKey({ code, ctrlKey, metaKey, repeat }: KeyboardEvent): true {
  if (ctrlKey || metaKey) return true;
  const arrow = arrowOf(code);
  if (arrow !== null) aimByKey(arrow, repeat);
  else if (code === 'Space' || code === 'Enter' || code === 'NumpadEnter') dropByKey();
  else if (code === 'Escape') cancelCarry();
  return true;
}

function onRestingKey(event: KeyboardEvent, clientId: string): boolean {
  const { code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  if (ctrlKey || metaKey) return false;
  const arrow = arrowOf(code);
  if (altKey && shiftKey && (arrow === 'ArrowLeft' || arrow === 'ArrowRight')) {
    moveOneStage(clientId, arrow === 'ArrowLeft' ? -1 : 1, repeat);
    return true;
  }
  if (altKey || shiftKey) return false;
  if (code === 'Space') pickUpByKey(clientId);
  else if (code === 'Enter' || code === 'NumpadEnter') openClient(clientId);
  else if (arrow !== null) focusNeighbour(clientId, arrow, repeat);
  else if (code === 'Home' || code === 'End') focusEnd(clientId, code, repeat);
  else return false;
  return true;
}

function moveOneStage(clientId: string, step: -1 | 1, isKeyHeld: boolean): void {
  const spot = spotOf(shownColumns(), clientId);
  if (spot === null) return;
  const next = neighbourStage(spot.stage, step);
  if (next !== null) moveToStage(clientId, next);
  else if (step === 1) moveToStage(clientId, 'ended');
  else sayLastPlace('ArrowLeft', isKeyHeld);
}

function focusNeighbour(clientId: string, arrow: Arrow, isKeyHeld: boolean): void {
  const columns = shownColumns();
  const spot = spotOf(columns, clientId);
  const next = spot === null ? null : neighbourCard(columns, spot, arrow);
  if (next === null) sayLastCard(arrow, isKeyHeld);
  else focusCard(next);
}

/** ← and → pass over empty columns and keep to the row, or to the last card of a shorter column. */
export function neighbourCard(columns: Columns, { stage, index }: Spot, arrow: Arrow): string | null {
  if (!isBoardStage(stage)) return null;
  if (arrow === 'ArrowUp') return columns[stage][index - 1] ?? null;
  if (arrow === 'ArrowDown') return columns[stage][index + 1] ?? null;
  const at = boardStages.indexOf(stage);
  const beside = arrow === 'ArrowRight' ? boardStages.slice(at + 1) : boardStages.slice(0, at).toReversed();
  const filled = beside.map((each) => columns[each]).find((ids) => ids.length > 0);
  return filled?.[Math.min(index, filled.length - 1)] ?? null;
}

function focusEnd(clientId: string, code: 'Home' | 'End', isKeyHeld: boolean): void {
  const columns = shownColumns();
  const spot = spotOf(columns, clientId);
  const id = spot === null ? undefined : columns[spot.stage].at(code === 'Home' ? 0 : -1);
  if (id === clientId) sayLastCard(code === 'Home' ? 'ArrowUp' : 'ArrowDown', isKeyHeld);
  else if (id !== undefined) focusCard(id);
}
