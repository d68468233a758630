import { parseNaturalDate } from '../../shared/natural-date.ts';
import { dayOf } from '../ui/clock.ts';
import { formatTime } from '../ui/format.ts';

/** A local day and time as an instant, `2026-11-23T08:00:00.000Z`. */
export function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00`).toISOString();
}

/** The quarter of an hour just begun: a round time for a note begun now. */
export function roundNow(now = new Date()): string {
  const round = new Date(now);
  round.setMinutes(Math.floor(round.getMinutes() / 15) * 15, 0, 0);
  return round.toISOString();
}

/** What a partner typed as a moment in the past, the time kept when only a day was said; null when it is not understood. */
export function readWhen(text: string, current: string, now = new Date()): string | null {
  const found = parseNaturalDate(text, {
    now: { day: dayOf(now), time: formatTime(now.toISOString()) },
    bias: 'past',
  });
  return found === null ? null : instantOf(found.day, found.time ?? formatTime(current));
}

/** An hour of grace: notes are often dated to the full hour they are written in. */
export function isAhead(happenedAt: string, now = new Date()): boolean {
  return Date.parse(happenedAt) > now.getTime() + 60 * 60 * 1000;
}
