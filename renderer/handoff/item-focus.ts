import type { WaysOn } from '../ui/kept-focus.ts';
import { mainOfPage } from '../ui/lost-focus.ts';

/** To the item that stands now where the other one stood; without any, to the way to add one, or to the page. */
export const toItemInItsPlace: WaysOn<number> = {
  markOf: (focused, place) => {
    const item = focused.closest('[data-item]');
    return item === null ? null : itemsOf(place).indexOf(item);
  },
  goOn: (place, index) => {
    const items = itemsOf(place);
    const next = items[Math.min(index, items.length - 1)]?.querySelector('input') ?? place.querySelector('button');
    if (next !== null) next.focus();
    else focusPage();
  },
};

function itemsOf(place: HTMLElement): readonly Element[] {
  return [...place.querySelectorAll('[data-item]')];
}

function focusPage(): void {
  const page = mainOfPage();
  if (page instanceof HTMLElement) page.focus({ preventScroll: true });
}
