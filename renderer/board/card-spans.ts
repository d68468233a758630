/** Where a drawn card stands, from the beginning of what its list scrolls. */
export interface CardSpan {
  /** Of a long column only a window is drawn; each card knows its own number. */
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
}

const measured = new WeakMap<Element, readonly CardSpan[]>();

const changes = new MutationObserver(forgetChanged);

function forgetChanged(records: readonly MutationRecord[]): void {
  for (const { target } of records) if (target instanceof Element) measured.delete(target);
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) measured.delete(target);
});

/**
 * The cards that a list has drawn, top to bottom. Asking the browser where things are makes it lay out the page, so they
 * are measured again only when cards came or went or the list got another size.
 */
export function cardsIn(list: Element): readonly CardSpan[] {
  // What was drawn in this very moment has not been told yet.
  forgetChanged(changes.takeRecords());
  const known = measured.get(list);
  if (known !== undefined) return known;
  changes.observe(list, { childList: true });
  sizes.observe(list);
  const start = list.getBoundingClientRect().top - list.scrollTop;
  const spans = [...list.querySelectorAll<HTMLElement>('[data-index]')].map((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return { index: Number(card.dataset['index']), top: top - start, bottom: bottom - start };
  });
  measured.set(list, spans);
  return spans;
}

/** A card may have got higher since; whoever begins to carry measures anew. */
export function forgetCards(): void {
  for (const list of document.querySelectorAll('[data-card-list]')) forgetCardsIn(list);
}

export function forgetCardsIn(list: Element): void {
  measured.delete(list);
}

/** The middle of the gap above the card with this number, or below the last one. */
export function heightOfGap(list: Element, gap: number): number {
  const cards = cardsIn(list);
  const below = cards.find(({ index }) => index === gap);
  // Above the first card there is less room, and the edge of the list would cut the line's end.
  if (below !== undefined) return Math.max(halfGap, below.top - halfGap);
  const above = cards.find(({ index }) => index === gap - 1);
  return above === undefined ? halfGap : above.bottom + halfGap;
}

const halfGap = 4;
