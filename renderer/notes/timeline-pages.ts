import type { TimelineEntry, TimelineSpot } from '../../shared/contract/clients.ts';

// The history is kept in pages, each a stretch between two spots that does not move: after a change only the stretches
// in sight are read again, the others when they come into sight.

export interface TimelinePage {
  readonly key: number;
  /** The page lies below this spot; null is the newest entry of all. */
  readonly before: TimelineSpot | null;
  /** Its lowest spot; null while nothing older is known. */
  readonly until: TimelineSpot | null;
  /** Null until it has been read. */
  readonly entries: readonly TimelineEntry[] | null;
  /** Something may have changed since it was read. */
  readonly isStale: boolean;
}

export interface ReadEntries {
  readonly entries: readonly TimelineEntry[];
  readonly more: boolean;
}

function spotOf(entry: TimelineEntry | undefined): TimelineSpot | null {
  return entry === undefined ? null : { happenedAt: entry.happenedAt, id: entry.id };
}

/** The first or the next page, as it was read below `before`. */
export function appended(
  pages: readonly TimelinePage[],
  before: TimelineSpot | null,
  { entries, more }: ReadEntries,
): readonly TimelinePage[] {
  const until = more ? spotOf(entries.at(-1)) : null;
  return [...pages, { key: nextKey(pages), before, until, entries, isStale: false }];
}

/** The page read again. What was too much for one answer becomes a page of its own, read when it is seen. */
export function replaced(
  pages: readonly TimelinePage[],
  key: number,
  { entries, more }: ReadEntries,
): readonly TimelinePage[] {
  return pages.flatMap((page) => {
    if (page.key !== key) return [page];
    // The same entries stay the same list, so that nothing is drawn anew: a note is saved every few keys.
    const isSame = JSON.stringify(entries) === JSON.stringify(page.entries);
    const fresh = { ...page, entries: isSame ? page.entries : entries, isStale: false };
    if (!more) return [fresh];
    const last = spotOf(entries.at(-1));
    if (page.until === null) return [{ ...fresh, until: last }];
    const rest = { key: nextKey(pages), before: last, until: page.until, entries: null, isStale: true };
    return [{ ...fresh, until: last }, rest];
  });
}

/** The entry under which a page begins; null at the top of what is shown. A page that became empty is looked through. */
export function spotAbove(pages: readonly TimelinePage[], index: number): TimelineSpot | null {
  const page = pages[index];
  const above = pages[index - 1];
  if (page === undefined || above === undefined) return null;
  if (above.entries === null) return page.before;
  return above.entries.at(-1) ?? spotAbove(pages, index - 1);
}

export function stale(pages: readonly TimelinePage[]): readonly TimelinePage[] {
  return pages.map((page) => (page.isStale ? page : { ...page, isStale: true }));
}

function nextKey(pages: readonly TimelinePage[]): number {
  return Math.max(-1, ...pages.map(({ key }) => key)) + 1;
}
