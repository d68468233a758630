import { type Day, daysBetween } from '../calendar.ts';

/** Counts the days from a day until `today`. Thousands of clients share a few hundred days, so each is counted once. */
export function daysSince(today: Day): (day: Day) => number {
  const known = new Map<Day, number>();
  return (day) => {
    const days = known.get(day) ?? daysBetween(day, today);
    known.set(day, days);
    return days;
  };
}
