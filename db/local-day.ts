import type { Day, Instant } from '../shared/contract/call.ts';

/** The calendar day of a moment where the partner sits. */
export function localDay(instant: Instant): Day {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The moment a calendar day begins where the partner sits. */
export function startOfDay(day: Day): Instant {
  // Without a zone the text is read in that of this computer.
  return new Date(`${day}T00:00:00`).toISOString();
}
