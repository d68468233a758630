import type { Day } from '../calendar.ts';
import type { HandoffItem } from '../contract/handoff.ts';

// Rules for the items of a running handoff. An item whose state this version does not know counts as open.

export type ItemFacts = Pick<
  HandoffItem,
  'id' | 'state' | 'stateReason' | 'dueOn' | 'isMandatory' | 'evidence' | 'place' | 'after'
>;

export interface Progress {
  readonly done: number;
  /** Without the items that do not apply. */
  readonly total: number;
  readonly overdue: number;
}

export function isOpen(item: Pick<ItemFacts, 'state'>): boolean {
  return item.state !== 'done' && item.state !== 'not_applicable';
}

export function isOverdue(item: Pick<ItemFacts, 'state' | 'dueOn'>, today: Day): boolean {
  return isOpen(item) && item.dueOn < today;
}

/** Made for one access that stands in our name: it says what that one is called, and hands over no other. */
export function isTransferStep({ code, section }: Pick<HandoffItem, 'code' | 'section'>): boolean {
  return code === '' && section !== '';
}

/** Why an item may not be in the state it says, as an error code; null when it may. */
export function stateProblem(
  item: Pick<ItemFacts, 'state' | 'isMandatory' | 'evidence' | 'stateReason'>,
): 'evidence_missing' | 'reason_missing' | null {
  if (item.state === 'done' && item.isMandatory && item.evidence.trim() === '') return 'evidence_missing';
  if (item.state === 'not_applicable' && item.stateReason.trim() === '') return 'reason_missing';
  return null;
}

/** Items that should be done before this one and are not; it may still be ticked, but says so. */
export function openPredecessors<Item extends ItemFacts>(
  item: Pick<ItemFacts, 'after'>,
  items: readonly Item[],
): readonly Item[] {
  return items.filter((other) => item.after.includes(other.id) && isOpen(other));
}

export function progressOf(items: readonly Pick<ItemFacts, 'state' | 'dueOn'>[], today: Day): Progress {
  return {
    done: items.filter((item) => item.state === 'done').length,
    total: items.filter((item) => item.state !== 'not_applicable').length,
    overdue: items.filter((item) => isOverdue(item, today)).length,
  };
}

/** Overdue first, then open, then done, then what does not apply; by date within each. */
export function inReadingOrder<Item extends ItemFacts>(items: readonly Item[], today: Day): readonly Item[] {
  return items.toSorted(
    (one, other) =>
      group(one, today) - group(other, today) ||
      compare(one.dueOn, other.dueOn) ||
      compare(one.place, other.place) ||
      compare(one.id, other.id),
  );
}

function group(item: ItemFacts, today: Day): number {
  if (isOverdue(item, today)) return 0;
  if (isOpen(item)) return 1;
  return item.state === 'done' ? 2 : 3;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
