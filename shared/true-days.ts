import type { Day } from './calendar.ts';

/**
 * On which days things happened that are known in their order, when the clock that told the days may have been wrong for a
 * while: the most readings that agree with the order are right, and what lies between two of them happened on the day of
 * the one before.
 */
export function trueDays(readings: readonly Day[]): readonly Day[] {
  const right = longestInOrder(readings);
  let day = readings[right[0] ?? 0] ?? '';
  let next = 0;
  return readings.map((reading, index) => {
    if (right[next] === index) {
      next += 1;
      day = reading;
    }
    return day;
  });
}

/** Places of the longest run that never falls; of equally long ones the one with the earliest days. */
function longestInOrder(readings: readonly Day[]): readonly number[] {
  /** By length less one: where the run of that length with the earliest end ends. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, reading] of readings.entries()) {
    const length = countUpTo(ends, reading, readings);
    before.push(ends[length - 1] ?? -1);
    ends[length] = index;
  }
  const places: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) places.push(at);
  return places.toReversed();
}

/** How many of the ends, which never fall, lie on this day or before. */
function countUpTo(ends: readonly number[], day: Day, readings: readonly Day[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[ends[middle] ?? 0] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
