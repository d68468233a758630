import type { Instant } from '../shared/contract/call.ts';
import { localDay } from './local-day.ts';

export interface Kept {
  readonly name: string;
  readonly madeAt: Instant;
  /** Which one it was, whatever the clock said: the newest has the greatest. 0 where it is not known. */
  readonly number: number;
  /** Much smaller than the one before it. */
  readonly isSmaller: boolean;
}

const keep = { ofToday: 3, days: 7, weeks: 4 } as const;
const dayLength = 86_400_000;
const dayOf = ({ madeAt }: Kept) => localDay(madeAt);

/**
 * Names of the backups that may go: what stays is three of today, the newest of each of seven days and of each of four
 * weeks, and the last one of full size for as long as smaller ones follow it.
 */
export function expendable(backups: readonly Kept[], now: Instant): readonly string[] {
  const newestFirst = backups.toSorted(byAge);
  const today = localDay(now);
  const stays = new Set<string>();
  for (const { name } of newestFirst.filter((backup) => dayOf(backup) === today).slice(0, keep.ofToday))
    stays.add(name);
  for (const name of newestOfEach(newestFirst, dayOf, keep.days)) stays.add(name);
  for (const name of newestOfEach(newestFirst, weekOf, keep.weeks)) stays.add(name);
  const lastOfFullSize = newestFirst.find(({ isSmaller }) => !isSmaller);
  if (lastOfFullSize) stays.add(lastOfFullSize.name);
  return newestFirst.map(({ name }) => name).filter((name) => !stays.has(name));
}

/**
 * Newest first; of two made in the same moment the one that comes first in the list. The clock may have been wrong, and
 * those without a number were made before any was counted.
 */
export function byAge(one: Kept, other: Kept): number {
  if (one.number !== other.number) return other.number - one.number;
  if (one.madeAt === other.madeAt) return 0;
  return one.madeAt < other.madeAt ? 1 : -1;
}

function newestOfEach(newestFirst: readonly Kept[], span: (backup: Kept) => string, count: number): readonly string[] {
  const spans = new Map<string, string>();
  for (const backup of newestFirst) if (!spans.has(span(backup))) spans.set(span(backup), backup.name);
  return [...spans.values()].slice(0, count);
}

/** Weeks are counted from a Monday. */
function weekOf(backup: Kept): string {
  return String(Math.floor((Date.parse(dayOf(backup)) / dayLength + 3) / 7));
}
