import { addDays, type Day, weekdayOf } from '../calendar.ts';
import { isOpen } from './items.ts';

// What waits for whom: the open items by side and person, and by how soon they are due.

export interface WaitingItem {
  readonly id: string;
  readonly side: string;
  readonly person: string;
  readonly state: string;
  readonly dueOn: Day;
}

export interface Waits<Item> {
  readonly side: string;
  /** Empty: nobody is named. */
  readonly person: string;
  readonly overdue: readonly Item[];
  /** Up to the Sunday of the week that today is in. */
  readonly thisWeek: readonly Item[];
  readonly later: readonly Item[];
}

const sideOrder = ['agency', 'client', 'successor'];

/** Sides in their usual order; in each, persons by name, and last what names nobody. */
export function waitsByPerson<Item extends WaitingItem>(items: readonly Item[], today: Day): readonly Waits<Item>[] {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const open = items.filter(isOpen).toSorted((one, other) => compare(one.dueOn, other.dueOn));
  const groups = Map.groupBy(open, ({ side, person }) => JSON.stringify([side, person.trim()]));
  return [...groups.values()]
    .map((group): Waits<Item> => ({
      side: group[0]?.side ?? '',
      person: group[0]?.person.trim() ?? '',
      overdue: group.filter(({ dueOn }) => dueOn < today),
      thisWeek: group.filter(({ dueOn }) => dueOn >= today && dueOn <= sunday),
      later: group.filter(({ dueOn }) => dueOn > sunday),
    }))
    .toSorted(
      (one, other) =>
        rank(one.side) - rank(other.side) ||
        Number(one.person === '') - Number(other.person === '') ||
        compare(one.person, other.person),
    );
}

function rank(side: string): number {
  const index = sideOrder.indexOf(side);
  return index === -1 ? sideOrder.length : index;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
