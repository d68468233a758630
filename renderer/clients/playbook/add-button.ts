import type { WaysOn } from '../../ui/kept-focus.ts';

/** To the button of the list itself that adds to it, not to one of a list inside. */
export const toAddButton: WaysOn<true> = {
  markOf: () => true,
  goOn: (list) => list.querySelector<HTMLElement>(':scope > [data-adds]')?.focus(),
};
