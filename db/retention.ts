import type { Day, Instant } from '../shared/contract/call.ts';
import { trueDays } from '../shared/true-days.ts';
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

/**
 * Names of the backups that may go: what stays is three of today, the newest of each of seven days and of each of four
 * weeks, and the last one of full size for as long as smaller ones follow it.
 */
export function expendable(backups: readonly Kept[], now: Instant): readonly string[] {
  const newestFirst = backups.toSorted(byAge);
  const dayOf = daysOf(newestFirst, localDay(now));
  const weekOf = (backup: Kept) => weekOfDay(dayOf(backup).slice(0, 10));
  const newest = newestFirst[0];
  const isOfNow = newest !== undefined && localDay(newest.madeAt) === localDay(now);
  const today = isOfNow ? dayOf(newest) : localDay(now);
  const stays = new Set<string>();
  for (const { name } of newestFirst.filter((backup) => dayOf(backup) === today).slice(0, keep.ofToday))
    stays.add(name);
  for (const name of newestOfEach(newestFirst, dayOf, keep.days)) stays.add(name);
  // Where it cannot be told which of two days was right, both stay.
  for (const name of newestOfEach(newestFirst, turnsOf(newestFirst), keep.days)) stays.add(name);
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

/** Of so many spans, and of those of a wrong clock that lie among them. */
function newestOfEach(newestFirst: readonly Kept[], span: (backup: Kept) => string, count: number): readonly string[] {
  const spans = new Map<string, string>();
  let left = count;
  for (const backup of newestFirst) {
    const name = span(backup);
    if (spans.has(name)) continue;
    if (!isDoubtful(name)) left -= 1;
    if (left < 0) break;
    spans.set(name, backup.name);
  }
  return [...spans.values()];
}

/** Their order tells which of the days are right. What a wrong clock dated is a day of its own: it takes no other's place. */
function daysOf(newestFirst: readonly Kept[], today: Day): (backup: Kept) => string {
  const oldestFirst = newestFirst.toReversed();
  const days = trueDays(
    oldestFirst.map(({ madeAt }) => localDay(madeAt)),
    today,
  );
  const byName = new Map(
    oldestFirst.map(({ name, madeAt }, index) => [name, spanOf(days[index] ?? '', localDay(madeAt))]),
  );
  return ({ name }) => byName.get(name) ?? '';
}

/** The day as the clock told it, and how often the clock had gone back by then. */
function turnsOf(newestFirst: readonly Kept[]): (backup: Kept) => string {
  const spans = new Map<string, string>();
  let [turns, last] = [0, ''];
  for (const { name, madeAt } of newestFirst.toReversed()) {
    const reading = localDay(madeAt);
    if (reading < last) turns += 1;
    last = reading;
    spans.set(name, `${reading} ${turns}`);
  }
  return ({ name }) => spans.get(name) ?? '';
}

const spanOf = (day: Day, reading: Day): string => (day === reading ? day : `${day}, told as ${reading}`);
const isDoubtful = (span: string): boolean => span.includes('told');

/** Weeks are counted from a Monday. */
function weekOfDay(day: Day): string {
  return String(Math.floor((Date.parse(day) / dayLength + 3) / 7));
}
