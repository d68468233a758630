import type { TimelineFilter, TimelineSpot } from '../../shared/contract/clients.ts';
import { stale, type TimelinePage } from './timeline-pages.ts';

// Where the history of a client was left, until the window closes. Its stretches and their heights are enough to stand
// in the same place again at once; what lies in them is read when it comes into sight.

export interface LeftTimeline {
  readonly filter: TimelineFilter;
  readonly start: TimelineSpot | null;
  readonly pages: readonly TimelinePage[];
  /** In pixels, by the key of the page; a page tells its own when it is taken off the screen. */
  readonly heights: Map<number, number>;
}

const left = new Map<string, LeftTimeline>();

export function leftTimeline(clientId: string): LeftTimeline | null {
  return left.get(clientId) ?? null;
}

export function leaveTimeline(clientId: string, { filter, start, pages, heights }: LeftTimeline): void {
  left.set(clientId, { filter, start, pages: stale(pages).map((page) => ({ ...page, entries: null })), heights });
}
