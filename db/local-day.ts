import type { Day, Instant } from '../shared/contract/call.ts';

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** The calendar day of a moment where the partner sits. */
export function localDay(instant: Instant): Day {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Of a day or of a moment: the day as it is, the moment’s where the partner sits. */
export function dayOf(known: string): Day {
  return known.includes('T') ? localDay(known) : known;
}

/** The time of day there, `HH:MM`. */
export function localTime(instant: Instant): string {
  const date = new Date(instant);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The moment a calendar day begins where the partner sits. */
export function startOfDay(day: Day): Instant {
  // Without a zone the text is read in that of this computer.
  return new Date(`${day}T00:00:00`).toISOString();
}

/** A moment that lies on this day almost everywhere on earth: for what is known by its day alone. */
export function momentOf(day: Day, order: 0 | 1 | 2 = 0): Instant {
  return `${day}T10:00:00.00${order}Z`;
}
