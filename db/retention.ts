import type { Day, Instant } from '../shared/contract/call.ts';
import { daysBetween } from '../shared/calendar.ts';
import { localDay } from './local-day.ts';

export interface Kept {
  readonly name: string;
  readonly madeAt: Instant;
  /** Which one it was, whatever the clock said: the newest has the greatest. 0 where it is not known. */
  readonly number: number;
  /** Much smaller than the one before it. */
  readonly isSmaller: boolean;
  /** It does not hold any more what it held. */
  readonly isDamaged: boolean;
}

const keep = { ofToday: 3, days: 7, weeks: 4 } as const;
const dayLength = 86_400_000;
/** Who made none for longer may have been away, or the clock runs ahead. */
const longestBreak = 31;

/**
 * Names of the backups that may go: what stays is three of today, the newest of each of seven days and of each of four
 * weeks, and the last one of full size for as long as smaller ones follow it. Where the clock was set in between nobody
 * can tell which of its days was right: then more stay, and none of a right clock goes for one of a wrong clock. No sound
 * one goes for a damaged one, which stays as long as if it were sound.
 */
export function expendable(backups: readonly Kept[], now: Instant): readonly string[] {
  const asIfSound = backups.map((backup) => ({ ...backup, isDamaged: false }));
  const stays = new Set([...holdersOfPlaces(backups, now), ...holdersOfPlaces(asIfSound, now)]);
  return backups
    .toSorted(byAge)
    .map(({ name }) => name)
    .filter((name) => !stays.has(name));
}

function holdersOfPlaces(backups: readonly Kept[], now: Instant): readonly string[] {
  const newestFirst = dated(backups.toSorted(byAge));
  const sound = newestFirst.filter(({ isDamaged }) => !isDamaged);
  const days = newestOfEach(newestFirst, ({ day }) => day, keep.days);
  const today = localDay(now);
  const latest = days.isDoubtful ? sound : sound.filter(({ day }) => day === today);
  const lastOfFullSize = sound.find(({ isSmaller }) => !isSmaller);
  return [
    ...latest.slice(0, keep.ofToday).map(({ name }) => name),
    ...days.names,
    ...newestOfEach(newestFirst, ({ day }) => weekOf(day), keep.weeks).names,
    ...(lastOfFullSize === undefined ? [] : [lastOfFullSize.name]),
  ];
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

interface Dated extends Kept {
  /** As the clock told it. */
  readonly day: Day;
  /** How often the clock had gone back by then: what it tells twice is not the same day. */
  readonly turn: number;
  /** How the clock had just been set, as it seems. */
  readonly jump: 'back' | 'ahead' | null;
}

function dated(newestFirst: readonly Kept[]): readonly Dated[] {
  let [turn, last] = [0, ''];
  const oldestFirst = newestFirst.toReversed().map((backup): Dated => {
    const day = localDay(backup.madeAt);
    const isAhead = last !== '' && daysBetween(last, day) > longestBreak;
    const jump = day < last ? 'back' : isAhead ? 'ahead' : null;
    if (jump === 'back') turn += 1;
    last = day;
    return { ...backup, day, turn, jump };
  });
  return oldestFirst.toReversed();
}

/** A clock that is set wrong and right again makes two spans more. */
const spansOfJump = 2;

/** What a wrong clock told takes the place of nothing; a damaged one tells of the clock all the same. */
function newestOfEach(
  newestFirst: readonly Dated[],
  spanOf: (backup: Dated) => string,
  count: number,
): { readonly names: readonly string[]; readonly isDoubtful: boolean } {
  const spans = new Map<string, string>();
  let [places, isDoubtful] = [count, false];
  for (const backup of newestFirst) {
    const span = `${spanOf(backup)} ${backup.turn}`;
    if (!backup.isDamaged && !spans.has(span)) {
      if (spans.size === places) break;
      spans.set(span, backup.name);
    }
    // While it has not come back, all since then may be wrong; and who was away has made enough anew one day.
    const isAheadYet = backup.jump === 'ahead' && backup.turn === newestFirst[0]?.turn;
    if (backup.jump === null || (isAheadYet && spans.size >= count)) continue;
    isDoubtful = true;
    if (backup.jump === 'back') places += spansOfJump;
    else places += isAheadYet ? spans.size : 1;
  }
  return { names: [...spans.values()], isDoubtful };
}

/** Weeks are counted from a Monday. */
function weekOf(day: Day): string {
  return String(Math.floor((Date.parse(day) / dayLength + 3) / 7));
}
