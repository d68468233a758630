import type { Day, Instant } from '../shared/contract/call.ts';

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** The calendar day of a moment where the partner sits. */
export function localDay(instant: Instant): Day {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The same for very many moments: no zone on earth begins its day within a quarter of an hour. */
export function localDays(): (instant: Instant) => Day {
  const known = new Map<string, Day>();
  return (instant) => {
    const quarter = `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`;
    const day = known.get(quarter) ?? localDay(instant);
    known.set(quarter, day);
    return day;
  };
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
