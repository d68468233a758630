import type { WaysOn } from '../ui/kept-focus.ts';

/** A row that is dealt with leaves the list; the keyboard goes on at the row that takes its place, or at what is said instead of rows. */
export const toRowInItsPlace: WaysOn<number> = {
  markOf: (focused, list) => {
    const row = focused.closest('li');
    return row === null ? null : itemsOf(list).indexOf(row);
  },
  goOn: (list, index) => {
    const items = itemsOf(list);
    const allCalm = list.querySelector<HTMLElement>('h2[tabindex]');
    if (allCalm !== null) allCalm.focus();
    else items[Math.min(index, items.length - 1)]?.querySelector('button')?.focus();
  },
};

function itemsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li')].filter((item) => item.closest('[hidden]') === null);
}
