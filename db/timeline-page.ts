import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { TimelineEntry, TimelineSpot } from '../shared/contract/clients.ts';
import type { Schema } from './schema.ts';

// The history comes in pages: what happens often is asked for page by page, what happens seldom is read and cut.

export type TimelinePage = Pick<CallRequest<'clients.timeline'>, 'clientId' | 'before' | 'until' | 'limit'>;

/** Of entries that were all read, those that lie on the page. */
export function cut(entries: readonly TimelineEntry[], { before, until }: TimelinePage): TimelineEntry[] {
  return entries.filter(
    (entry) => (before === null || isBefore(entry, before)) && (until === undefined || !isBefore(entry, until)),
  );
}

function isBefore(entry: TimelineSpot, spot: TimelineSpot): boolean {
  if (entry.happenedAt === spot.happenedAt) return entry.id < spot.id;
  return entry.happenedAt < spot.happenedAt;
}

/** The rows of a page, newest first, where `happenedAt` and `id` are what orders them. */
export function onPage<Output>(
  query: SelectQueryBuilder<Schema, keyof Schema, Output>,
  { before, until, limit }: TimelinePage,
  happenedAt: RawBuilder<string>,
  id: RawBuilder<string>,
): SelectQueryBuilder<Schema, keyof Schema, Output> {
  const below = before
    ? sql<boolean>`(${happenedAt}, ${id}) < (${before.happenedAt}, ${before.id})`
    : sql<boolean>`true`;
  const downTo = until
    ? sql<boolean>`(${happenedAt}, ${id}) >= (${until.happenedAt}, ${until.id})`
    : sql<boolean>`true`;
  return query.where(below).where(downTo).orderBy(happenedAt, 'desc').orderBy(id, 'desc').limit(limit);
}
